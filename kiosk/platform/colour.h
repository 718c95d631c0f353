#pragma once
// From a video's YCbCr samples to RGB. Coefficients: ITU-R BT.601-7, BT.709-6, BT.2020-2 (constant
// Kr and Kb of each), ranges as in H.273 (limited: 16..235 and 16..240; full: 0..255).

#include "content/media/wire.h"

#include <array>

namespace pufa::platform {

/// rgb = matrix · (sample − offset), samples and rgb in 0..1; rows R, G, B, columns Y, Cb, Cr.
struct YuvToRgb {
    std::array<std::array<float, 3>, 3> matrix;
    std::array<float, 3> offset;
};
[[nodiscard]] YuvToRgb yuv_to_rgb(media::ColorMatrix matrix, media::ColorRange range);

} // namespace pufa::platform
