#include "kiosk/ui/layout.h"

#include "kiosk/ui/theme.h"

#include <algorithm>
#include <cmath>

namespace pufa::ui {

namespace {

constexpr float k_short_side = 1080;
constexpr float k_body_mm = 7;
/// EDID tells whole centimetres, and the reference panel itself makes body 6.94 mm: a floor that
/// asks for this little more is not worth leaving 1:1.
constexpr float k_floor_tolerance = 1.02f;

} // namespace

Layout make_layout(int pixel_width, int pixel_height, float panel_diagonal_mm) {
    Layout layout;
    layout.pixel_width = std::max(1, pixel_width);
    layout.pixel_height = std::max(1, pixel_height);
    const auto width = static_cast<float>(layout.pixel_width);
    const auto height = static_cast<float>(layout.pixel_height);
    const float pixels_per_mm = std::hypot(width, height) / std::max(1.f, panel_diagonal_mm);

    const float fit = std::min(width, height) / k_short_side;
    const float floor = k_body_mm * pixels_per_mm / type::body;
    layout.scale = floor > fit * k_floor_tolerance ? floor : fit;
    layout.canvas_width = width / layout.scale;
    layout.canvas_height = height / layout.scale;
    layout.units_per_mm = pixels_per_mm / layout.scale;
    return layout;
}

} // namespace pufa::ui
