#include "content/decoder/orientation.h"

#include <array>
#include <cmath>

namespace pufa::decoder {

Orientation orientation_of(const int32_t* matrix) {
    if (matrix == nullptr) return {};
    constexpr double k_slant = 0.0175; // the sine of one degree
    // A point (x, y) goes to (a x + c y, b x + d y); the columns' lengths are scales.
    double a = matrix[0], b = matrix[1], c = matrix[3], d = matrix[4];
    const double across = std::hypot(a, c), down = std::hypot(b, d);
    if (across == 0 || down == 0) return {};
    for (double* const each : {&a, &c})
        *each /= across;
    for (double* const each : {&b, &d})
        *each /= down;
    for (const double each : {a, b, c, d}) {
        if (std::abs(each - std::round(each)) > k_slant) return {};
    }
    if (std::abs(a * d - b * c) < 0.5) return {}; // both sides on one line
    const bool mirrored = a * d - b * c < 0;
    const double right = mirrored ? -a : a, low = mirrored ? -b : b;
    const int turns = right > 0.5 ? 0 : low > 0.5 ? 1 : right < -0.5 ? 2 : 3;
    return {turns, mirrored};
}

Orientation exif_orientation(int tag) {
    constexpr std::array<Orientation, 9> k_tags{{{0, false},
                                                 {0, false},
                                                 {0, true},
                                                 {2, false},
                                                 {2, true},
                                                 {3, true},
                                                 {1, false},
                                                 {1, true},
                                                 {3, false}}};
    return tag < 1 || tag > 8 ? Orientation{} : k_tags[static_cast<size_t>(tag)];
}

} // namespace pufa::decoder
