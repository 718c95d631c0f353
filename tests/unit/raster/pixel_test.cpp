#include "kiosk/raster/pixel.h"

#include <doctest/doctest.h>

using namespace pufa::raster;

TEST_CASE("a product over 255 is rounded to the nearest") {
    for (uint32_t a = 0; a <= 255; ++a)
        for (uint32_t b = 0; b <= 255; ++b)
            REQUIRE(over_255(a * b) == (2 * a * b + 255) / 510);
}

TEST_CASE("blending is exact for every level over every level") {
    for (uint32_t alpha = 0; alpha <= 255; ++alpha)
        for (uint32_t under = 0; under <= 255; under += 5)
            for (uint32_t above = 0; above <= 255; above += 3) {
                const uint32_t right = (2 * (above * alpha + under * (255 - alpha)) + 255) / 510;
                const Pixel mixed = blended(under << 16 | under, above << 16 | above, alpha);
                REQUIRE(mixed == (k_unused_byte | right << 16 | right));
            }
}

TEST_CASE("a channel never leaks into its neighbour") {
    CHECK(blended(0xff00ff00, 0x00ff00ff, 128) == 0xff807f80);
    CHECK(mixed(0xff00ff00, 0x00ff00ff, 0) == 0xff00ff00);
    CHECK(mixed(0xff00ff00, 0x00ff00ff, 128) == 0x80808080);
    CHECK(multiplied(0xffffffff, 0x12345678) == 0x12345678);
    CHECK(multiplied(0x80ff00ff, 0xff40ffff) == 0x804000ff);
}

TEST_CASE("ImGui's colours become the screen's and come back") {
    CHECK(from_rgba(0x80112233) == 0x80332211);
    CHECK(to_rgba(from_rgba(0x80112233)) == 0x80112233);
}
