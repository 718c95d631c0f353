#pragma once
// A picture's planes turned and scaled by libyuv, before they become pixels. Pure.

#include "kiosk/platform/presenter.h"

#include <array>
#include <cstdint>
#include <vector>

namespace pufa::platform {

/// Three planes of 4:2:0.
struct Planes {
    std::array<const uint8_t*, 3> data{};
    std::array<int, 3> stride{};
    int width = 0;
    int height = 0;
};

[[nodiscard]] Planes planes_of(const media::Picture& picture);
/// `rotation` degrees clockwise; in `bytes`, unless there is nothing to turn.
[[nodiscard]] Planes turned(const Planes& from, int rotation, std::vector<uint8_t>& bytes);
/// In `bytes`, unless it has that size.
[[nodiscard]] Planes scaled(const Planes& from, int width, int height, std::vector<uint8_t>& bytes);

} // namespace pufa::platform
