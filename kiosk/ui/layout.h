#pragma once
// Canvas to pixels. The canvas is as wide as the screen's shape asks; its short side is 1080, or
// less on a panel so small that body text would fall under 7 mm: there fewer units fit, each
// larger.

#include "kiosk/ui/geometry.h"

namespace pufa::ui {

struct Layout {
    int pixel_width = 1920;
    int pixel_height = 1080;
    float scale = 1; ///< pixels per canvas unit
    float canvas_width = 1920;
    float canvas_height = 1080;
    float units_per_mm = 4.03f; ///< canvas units in a millimetre of the panel

    [[nodiscard]] float mm(float millimetres) const { return millimetres * units_per_mm; }
    [[nodiscard]] Rect canvas() const { return {0, 0, canvas_width, canvas_height}; }
};

/// panel_diagonal_mm: 546 for a 21.5" panel (UI.md's reference).
[[nodiscard]] Layout make_layout(int pixel_width, int pixel_height, float panel_diagonal_mm = 546);

} // namespace pufa::ui
