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

/// Lower-half mode: this much of the screen is the page's.
constexpr float k_lower_portrait = 0.62f, k_lower_landscape = 0.8f;

constexpr float k_wide = 1200, k_narrow = 700;
constexpr float k_wide_margin = 96, k_margin = 60, k_narrow_margin = 32;

constexpr float k_least_card = 340;
constexpr int k_most_columns = 4;

float margin_of(float canvas_width) {
    if (canvas_width >= k_wide) return k_wide_margin;
    return canvas_width >= k_narrow ? k_margin : k_narrow_margin;
}

int columns_of(float content_width) {
    const int fit =
        static_cast<int>((content_width + space::gutter) / (k_least_card + space::gutter));
    return std::clamp(fit, 1, k_most_columns);
}

} // namespace

PixelRect Layout::pixels(const Rect& canvas) const {
    const auto whole = [](float at) { return static_cast<int>(std::lround(at)); };
    const Point min = to_pixels({canvas.x, canvas.y});
    const Point max = to_pixels({canvas.right(), canvas.bottom()});
    const int x = whole(min.x);
    const int y = whole(min.y);
    return {x, y, whole(max.x) - x, whole(max.y) - y};
}

Layout make_layout(int pixel_width, int pixel_height, float panel_diagonal_mm, TextSize text,
                   Reach reach) {
    Layout layout;
    layout.pixel_width = std::max(1, pixel_width);
    layout.pixel_height = std::max(1, pixel_height);
    const auto width = static_cast<float>(layout.pixel_width);
    const auto height = static_cast<float>(layout.pixel_height);
    const float pixels_per_mm = std::hypot(width, height) / std::max(1.f, panel_diagonal_mm);

    const float fit = std::min(width, height) / k_short_side;
    const float floor = k_body_mm * pixels_per_mm / type::body;
    layout.scale = floor > fit * k_floor_tolerance ? floor : fit;
    if (text == TextSize::large) layout.scale *= k_large_text;
    if (reach == Reach::lower) {
        const float part = height > width ? k_lower_portrait : k_lower_landscape;
        layout.pixel_top = static_cast<int>(std::lround(height * (1 - part)));
    }
    layout.canvas_width = width / layout.scale;
    layout.canvas_height = (height - static_cast<float>(layout.pixel_top)) / layout.scale;
    layout.units_per_mm = pixels_per_mm / layout.scale;
    layout.margin = margin_of(layout.canvas_width);
    layout.columns = columns_of(layout.canvas_width - 2 * layout.margin);
    return layout;
}

} // namespace pufa::ui
