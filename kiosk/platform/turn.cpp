#include "kiosk/platform/turn.h"

namespace pufa::platform {

ui::PixelSize turned(ui::PixelSize size, int rotation) {
    if (rotation % 180 == 0) return size;
    return {size.height, size.width};
}

ui::Point PageTurn::to_panel(ui::Point page) const {
    switch (rotation) {
    case 90: // the page's upper edge is the panel's right one
        return {height - page.y, page.x};
    case 180:
        return {width - page.x, height - page.y};
    case 270:
        return {page.y, width - page.x};
    default:
        return page;
    }
}

ui::Point PageTurn::to_page(ui::Point panel) const {
    switch (rotation) {
    case 90:
        return {panel.y, height - panel.x};
    case 180:
        return {width - panel.x, height - panel.y};
    case 270:
        return {width - panel.y, panel.x};
    default:
        return panel;
    }
}

ui::PixelRect to_panel(const ui::PixelRect& rect, ui::PixelSize page, int rotation) {
    switch (rotation) {
    case 90:
        return {page.height - rect.bottom(), rect.x, rect.h, rect.w};
    case 180:
        return {page.width - rect.right(), page.height - rect.bottom(), rect.w, rect.h};
    case 270:
        return {rect.y, page.width - rect.right(), rect.h, rect.w};
    default:
        return rect;
    }
}

} // namespace pufa::platform
