#pragma once
// Damage that must not overlap: what is drawn twice over the same pixels would blend twice. Pure.

#include "kiosk/ui/damage.h"

#include <vector>

namespace pufa::app {

/// Adds `rect` to rectangles that do not overlap; those it covers in part are cut.
void add_damage(std::vector<ui::PixelRect>& damage, const ui::PixelRect& rect);

} // namespace pufa::app
