#pragma once
// A panel that hangs on its side or upside down: the page is turned clockwise by 0, 90, 180 or 270
// degrees before it is shown, and fingers are turned back. Pure.

#include "kiosk/ui/geometry.h"

namespace pufa::platform {

/// The size of the page for a panel, and of the panel for a page.
[[nodiscard]] ui::PixelSize turned(ui::PixelSize size, int rotation);

/// `page` is the page's size; places are in its pixels, or in fractions where its size is 1 by 1.
struct PageTurn {
    float width = 1;
    float height = 1;
    int rotation = 0; ///< degrees clockwise
    [[nodiscard]] ui::Point to_panel(ui::Point page) const;
    [[nodiscard]] ui::Point to_page(ui::Point panel) const;
};

/// Where a rectangle of the page lies on the panel.
[[nodiscard]] ui::PixelRect to_panel(const ui::PixelRect& rect, ui::PixelSize page, int rotation);

} // namespace pufa::platform
