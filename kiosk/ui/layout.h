#pragma once
// Canvas to pixels. The canvas is as wide as the screen's shape asks; its short side is 1080, or
// less where units must be larger: on a panel so small that body text would fall under 7 mm, and
// for a visitor who wants large text. Screens are laid out for the canvas they get and need not
// know why it is small.

#include "content/model/look.h"
#include "kiosk/ui/geometry.h"

namespace pufa::ui {

using model::Look;
using model::Motion;
using model::Reach;
using model::TextSize;
using model::Theme;

/// Large text is this much larger: 10 mm where body is 7.
inline constexpr float k_large_text = 1.43f;

struct Layout {
    int pixel_width = 1920;
    int pixel_height = 1080;
    int pixel_top = 0; ///< the canvas begins below so many rows (lower-half mode)
    float scale = 1;   ///< pixels per canvas unit
    float canvas_width = 1920;
    float canvas_height = 1080;
    float units_per_mm = 4.03f; ///< canvas units in a millimetre of the panel
    float margin = 96;          ///< at the left and right of a page
    int columns = 4;            ///< cards of content in a row

    [[nodiscard]] float mm(float millimetres) const { return millimetres * units_per_mm; }
    [[nodiscard]] Rect canvas() const { return {0, 0, canvas_width, canvas_height}; }
    [[nodiscard]] bool portrait() const { return canvas_height > canvas_width; }
    /// The whole screen, what lies above the canvas included.
    [[nodiscard]] Rect screen() const {
        const float above = static_cast<float>(pixel_top) / scale;
        return {0, -above, canvas_width, canvas_height + above};
    }
    [[nodiscard]] Point to_canvas(Point pixel) const {
        return {pixel.x / scale, (pixel.y - static_cast<float>(pixel_top)) / scale};
    }
    [[nodiscard]] Point to_pixels(Point canvas) const {
        return {canvas.x * scale, canvas.y * scale + static_cast<float>(pixel_top)};
    }
    /// The edges go to the nearest pixels.
    [[nodiscard]] PixelRect pixels(const Rect& canvas) const;
};

/// panel_diagonal_mm: 546 for a 21.5" panel.
[[nodiscard]] Layout make_layout(int pixel_width, int pixel_height, float panel_diagonal_mm = 546,
                                 TextSize text = TextSize::normal, Reach reach = Reach::whole);

} // namespace pufa::ui
