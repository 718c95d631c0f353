#pragma once
// Where one looks at a map from, and how that changes. Values in, values out. Canvas units.

#include "kiosk/map/mercator.h"
#include "kiosk/ui/geometry.h"

namespace pufa::map {

/// `center` stands in the middle of `frame`; around the frame the map goes on beneath panels.
struct Viewport {
    ui::Rect frame;
    MercatorPoint center{0.5, 0.5};
    double scale = 1000; ///< canvas units per Mercator unit

    bool operator==(const Viewport&) const = default;
    [[nodiscard]] ui::Point to_canvas(MercatorPoint at) const {
        const ui::Point middle = frame.center();
        return {static_cast<float>(middle.x + (at.x - center.x) * scale),
                static_cast<float>(middle.y + (at.y - center.y) * scale)};
    }
    [[nodiscard]] MercatorPoint to_map(ui::Point at) const {
        const ui::Point middle = frame.center();
        return {center.x + (at.x - middle.x) / scale, center.y + (at.y - middle.y) / scale};
    }
    [[nodiscard]] MercatorBox seen(const ui::Rect& area) const {
        return {to_map({area.x, area.y}), to_map({area.right(), area.bottom()})};
    }
    /// What it shows follows the finger.
    [[nodiscard]] Viewport moved(ui::Point by) const;
    /// What is at `around` stays there.
    [[nodiscard]] Viewport zoomed(double factor, ui::Point around) const;
};

struct Limits {
    MercatorBox bounds; ///< the frame shows nothing but these, and a little around
    double least_scale = 1;
    double most_scale = 1;
};
/// From all of the map down to four metres a canvas unit.
[[nodiscard]] Limits limits_of(const MercatorBox& bounds, const ui::Rect& frame);
[[nodiscard]] Viewport clamped(const Viewport& view, const Limits& limits);
/// All of the box in the middle of the frame, with a margin.
[[nodiscard]] Viewport fitted(const MercatorBox& box, const ui::Rect& frame, const Limits& limits);
/// On the way from one to the other, `share` 0 to 1, in a straight line as one sees it. The frame
/// is that of `to`.
[[nodiscard]] Viewport between(const Viewport& from, const Viewport& to, double share);

} // namespace pufa::map
