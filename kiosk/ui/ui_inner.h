#pragma once
// What Ui keeps to itself. Only for the .cpp files of this folder.

#include "kiosk/ui/imgui_types.h"
#include "kiosk/ui/shadow.h"
#include "kiosk/ui/ui.h"

#include <cmath>
#include <optional>
#include <vector>

struct ImGuiContext;

namespace pufa::ui {

struct Ui::Inner {
    explicit Inner(TextureHost& host)
        : shadows(host) {}

    ImGuiContext* context = nullptr;
    Shadows shadows;
    std::vector<Rect> clips;
    std::vector<ImVec2> corners; ///< of the shape that is drawn
    bool drawn_before = false;
    /// A still screen draws no frames, so a tween begins at the touch, not at the frame before it.
    SteadyTime touched{};
    /// The tap that comes next only stopped a moving list.
    bool swallow_tap = false;
    /// Vertices of this frame that stay where they are while the page comes in.
    struct Range {
        int from;
        int to;
    };
    std::vector<Range> still;
    bool in_still = false;
    std::optional<int> page_end;    ///< the first vertex above the page
    std::optional<int> sheet_begin; ///< the first vertex of the sheet that rises
};

struct PixelRectF {
    ImVec2 min, max;
};
[[nodiscard]] inline ImVec2 pixel(Point at, const Layout& layout) {
    const Point there = layout.to_pixels(at);
    return {there.x, there.y};
}
/// Edges on whole pixels, at least one apart.
[[nodiscard]] inline PixelRectF snapped(const Rect& rect, const Layout& layout) {
    const auto edge = [&](Point at) {
        const Point pixel = layout.to_pixels(at);
        return ImVec2{std::round(pixel.x), std::round(pixel.y)};
    };
    PixelRectF out{edge({rect.x, rect.y}), edge({rect.right(), rect.bottom()})};
    if (rect.w > 0 && out.max.x <= out.min.x) out.max.x = out.min.x + 1;
    if (rect.h > 0 && out.max.y <= out.min.y) out.max.y = out.min.y + 1;
    return out;
}

} // namespace pufa::ui
