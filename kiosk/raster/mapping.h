#pragma once
// Which texel the middle of a pixel shows, where a texture lies upright: each axis by itself. Pure.

#include "kiosk/ui/geometry.h"

#include <cmath>
#include <cstdint>

namespace pufa::raster {

/// texel = at_zero + step · pixel, both counted between middles: 3.0 is just texel 3.
struct Axis {
    double at_zero = 0;
    double step = 0;

    [[nodiscard]] double at(int pixel) const { return at_zero + step * pixel; }
    /// Every pixel from `first` on, before `end`, shows just one texel, the next the next.
    [[nodiscard]] bool is_one_to_one(int first, int end) const {
        constexpr double k_near = 1.0 / 128;
        const double begin = at(first);
        return std::abs(begin - std::round(begin)) < k_near &&
               std::abs(at(end - 1) - std::round(begin) - (end - 1 - first)) < k_near;
    }
    bool operator==(const Axis&) const = default;
};

struct Mapping {
    Axis u;
    Axis v;
    bool operator==(const Mapping&) const = default;
    [[nodiscard]] bool is_one_to_one(const ui::PixelRect& box) const {
        return u.is_one_to_one(box.x, box.right()) && v.is_one_to_one(box.y, box.bottom());
    }
};

/// Between two neighbours along an axis of `size` texels, beyond whose ends its last ones go on
/// (GL_CLAMP_TO_EDGE): the value is first · (1 − weight/256) + second · weight/256.
struct Between {
    int first;
    int second;
    uint32_t weight;
    bool operator==(const Between&) const = default;
};
[[nodiscard]] inline Between between(double texel, int size) {
    const double last = size - 1;
    const double inside = texel > 0 ? (texel < last ? texel : last) : 0; // not a number: 0
    const auto scaled = static_cast<int64_t>(inside * 256 + 0.5);
    const auto first = static_cast<int>(scaled >> 8);
    return {first, first + 1 < size ? first + 1 : first, static_cast<uint32_t>(scaled & 255)};
}

} // namespace pufa::raster
