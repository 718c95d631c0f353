#include "kiosk/platform/video_fit.h"

#include <algorithm>
#include <cmath>

namespace pufa::platform {

ui::PixelRect fit_video(const ui::PixelRect& place, int width, int height, int rotation) {
    if (rotation % 180 != 0) std::swap(width, height);
    if (width <= 0 || height <= 0 || place.empty()) return {place.x, place.y, 0, 0};
    const double scale = std::min(double(place.w) / width, double(place.h) / height);
    const int w = std::clamp(static_cast<int>(std::lround(width * scale)), 1, place.w);
    const int h = std::clamp(static_cast<int>(std::lround(height * scale)), 1, place.h);
    return {place.x + (place.w - w) / 2, place.y + (place.h - h) / 2, w, h};
}

std::array<std::array<float, 2>, 2> turn_of(int rotation) {
    switch (rotation) {
    case 90:
        return {{{0, 1}, {-1, 0}}};
    case 180:
        return {{{-1, 0}, {0, -1}}};
    case 270:
        return {{{0, -1}, {1, 0}}};
    default:
        return {{{1, 0}, {0, 1}}};
    }
}

ui::PixelRect intersection(const ui::PixelRect& a, const ui::PixelRect& b) {
    const int left = std::max(a.x, b.x);
    const int top = std::max(a.y, b.y);
    return {left, top, std::max(0, std::min(a.x + a.w, b.x + b.w) - left),
            std::max(0, std::min(a.y + a.h, b.y + b.h) - top)};
}

} // namespace pufa::platform
