#include "kiosk/app/damage_area.h"

#include <algorithm>

namespace pufa::app {
namespace {

/// What of `rect` lies outside `hole`: above, below, left and right of it.
void push_outside(const ui::PixelRect& rect, const ui::PixelRect& hole,
                  std::vector<ui::PixelRect>& to) {
    const int left = std::max(rect.x, hole.x);
    const int top = std::max(rect.y, hole.y);
    const int right = std::min(rect.x + rect.w, hole.x + hole.w);
    const int bottom = std::min(rect.y + rect.h, hole.y + hole.h);
    if (left >= right || top >= bottom) {
        to.push_back(rect);
        return;
    }
    const auto push = [&](const ui::PixelRect& part) {
        if (!part.empty()) to.push_back(part);
    };
    push({rect.x, rect.y, rect.w, top - rect.y});
    push({rect.x, bottom, rect.w, rect.y + rect.h - bottom});
    push({rect.x, top, left - rect.x, bottom - top});
    push({right, top, rect.x + rect.w - right, bottom - top});
}

} // namespace

void add_damage(std::vector<ui::PixelRect>& damage, const ui::PixelRect& rect) {
    if (rect.empty()) return;
    std::vector<ui::PixelRect> all{rect};
    for (const auto& before : damage)
        push_outside(before, rect, all);
    damage = std::move(all);
}

} // namespace pufa::app
