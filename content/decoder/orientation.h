#pragma once
// How a picture must be turned and mirrored to be seen as it was taken.

#include <cstdint>

namespace pufa::decoder {

/// First mirrored, left for right; then turned.
struct Orientation {
    int turns = 0; ///< quarter turns clockwise, 0..3
    bool mirrored = false;

    bool operator==(const Orientation&) const = default;
    [[nodiscard]] bool upright() const { return turns == 0 && !mirrored; }
    [[nodiscard]] bool on_its_side() const { return turns % 2 == 1; }
};

/// Of a container's or frame's 3×3 matrix (9 numbers, or nullptr). What is no number, nothing or
/// slanted by more than a degree is upright.
[[nodiscard]] Orientation orientation_of(const int32_t* matrix);
/// Of Exif's tag 0x0112: 1..8; anything else is upright.
[[nodiscard]] Orientation exif_orientation(int tag);

} // namespace pufa::decoder
