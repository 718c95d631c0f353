#pragma once
// Where a picture lies inside the place it is given, and which of its points a corner shows. Pure.

#include "kiosk/ui/damage.h"

#include <array>

namespace pufa::platform {

/// The largest rectangle of the picture's shape (turned by `rotation` degrees clockwise) that lies
/// centred in `place`; whole pixels.
[[nodiscard]] ui::PixelRect fit_video(const ui::PixelRect& place, int width, int height,
                                      int rotation);

/// A screen point of the fitted rectangle (0..1 from its top-left) shows the picture's point
/// turn · (point − ½) + ½. Rows u, v.
[[nodiscard]] std::array<std::array<float, 2>, 2> turn_of(int rotation);

[[nodiscard]] ui::PixelRect intersection(const ui::PixelRect& a, const ui::PixelRect& b);

} // namespace pufa::platform
