#include "content/media/layout.h"

#include <doctest/doctest.h>

using namespace pufa::media;

TEST_CASE("planes follow each other, rows padded to 64 bytes, odd sizes rounded up") {
    const Layout layout = layout_of(PixelFormat::yuv420p, 321, 241);
    CHECK(layout.stride == std::array<uint32_t, 3>{384, 192, 192});
    CHECK(layout.offset == std::array<uint32_t, 3>{0, 384 * 241, 384 * 241 + 192 * 121});
    CHECK(layout.bytes == 384 * 241 + 2 * 192 * 121);
    CHECK(layout_of(PixelFormat::rgba, 10, 3).bytes == 64 * 3);
}

TEST_CASE("the largest picture does not overflow, a smaller one never needs more") {
    const uint64_t most = slot_bytes_for(PixelFormat::rgba, k_max_dimension, k_max_dimension);
    CHECK(most == uint64_t{4096} * 4096 * 4);
    CHECK(slot_bytes_for(PixelFormat::yuv420p, 1920, 1080) % 4096 == 0);
    for (uint32_t side = 1; side < 200; ++side) {
        CHECK(layout_of(PixelFormat::yuv420p, side, 77).bytes <=
              layout_of(PixelFormat::yuv420p, side + 1, 78).bytes);
    }
}
