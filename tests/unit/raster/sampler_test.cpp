#include "kiosk/raster/sampler.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace pufa::raster;
using pufa::ui::PixelRect;

namespace {

/// A mask whose alpha is 10 · x + y.
Texture ramp(int width, int height) {
    Texture texture{width, height, {}, {}, false, 0};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            texture.mask.push_back(static_cast<uint8_t>(10 * x + y));
    return texture;
}

Texture picture(const Texture& mask) {
    Texture texture{mask.width, mask.height, {}, {}, true, 0};
    for (const uint8_t level : mask.mask)
        texture.pixels.push_back(0xff000000 | level * 0x010101u);
    return texture;
}

} // namespace

TEST_CASE("between two texels the nearer one weighs more, beyond the ends the last ones go on") {
    CHECK(between(3, 10) == Between{3, 4, 0});
    CHECK(between(3.25, 10) == Between{3, 4, 64});
    CHECK(between(-5, 10) == Between{0, 1, 0});
    CHECK(between(9, 10) == Between{9, 9, 0});
    CHECK(between(1e30, 10) == Between{9, 9, 0});
    CHECK(between(std::numeric_limits<double>::quiet_NaN(), 10) == Between{0, 1, 0});
    CHECK(between(0.5, 1) == Between{0, 0, 0});
}

TEST_CASE("an axis is one to one only where it stays on the texels all along") {
    CHECK(Axis{5, 1}.is_one_to_one(0, 100));
    CHECK(Axis{5.002, 1}.is_one_to_one(0, 100));
    CHECK_FALSE(Axis{5.3, 1}.is_one_to_one(0, 100));
    CHECK_FALSE(Axis{5, 1.001}.is_one_to_one(0, 100));
    CHECK_FALSE(Axis{5, -1}.is_one_to_one(0, 100));
}

TEST_CASE("a point between four texels is their mean") {
    CHECK(sample(ramp(4, 4), 0.5, 0.5) == 0x06ffffff); // (0 + 10 + 1 + 11) / 4
    CHECK(sample(picture(ramp(4, 4)), 1, 2) == 0xff0c0c0c);
}

TEST_CASE("rows of a mask are what its points are") {
    const auto texture = ramp(20, 12);
    const Mapping mapping{{-1.3, 0.37}, {-0.4, 0.81}};
    const PixelRect box{2, 1, 50, 14};
    MaskRows rows(texture, mapping, box);
    for (int y = box.y; y < box.bottom(); ++y) {
        const auto row = rows.row(y);
        CHECK_FALSE(row.even);
        for (int x = box.x; x < box.right(); ++x) {
            const int point =
                static_cast<int>(alpha_of(sample(texture, mapping.u.at(x), mapping.v.at(y))));
            REQUIRE(std::abs(int{row.coverage[x - box.x]} - point) <= 1);
        }
    }
}

TEST_CASE("a stretched middle is told to be even") {
    Texture texture{6, 4, {}, {}, false, 0};
    for (int y = 0; y < 4; ++y)
        texture.mask.insert(texture.mask.end(), {0, 50, static_cast<uint8_t>(99 - y),
                                                 static_cast<uint8_t>(99 - y), 50, 0});
    const PixelRect box{0, 0, 300, 4};
    MaskRows rows(texture, {{2, 1.0 / 300}, {0, 1}}, box);
    for (int y = 0; y < 4; ++y) {
        const auto row = rows.row(y);
        CHECK(row.even);
        CHECK(row.coverage[0] == 99 - y);
        CHECK(row.coverage[299] == 99 - y);
    }
}

TEST_CASE("a scaled picture is what its points are, larger, smaller and mirrored") {
    const auto texture = picture(ramp(24, 18));
    for (const auto& mapping :
         {Mapping{{-0.2, 0.31}, {-0.3, 0.44}}, Mapping{{0.6, 2.2}, {0.4, 1.7}},
          Mapping{{22, -0.5}, {17, -0.6}}, Mapping{{-50, 0.1}, {60, 0.2}}}) {
        const PixelRect box{1, 2, 9, 8};
        std::vector<Pixel> pixels;
        scale_picture(texture, mapping, box, pixels);
        REQUIRE(pixels.size() == 72);
        for (int y = 0; y < box.h; ++y)
            for (int x = 0; x < box.w; ++x) {
                const auto point =
                    sample(texture, mapping.u.at(box.x + x), mapping.v.at(box.y + y));
                const auto found = pixels[static_cast<size_t>(y * box.w + x)];
                REQUIRE(std::abs(static_cast<int>(found & 0xff) - static_cast<int>(point & 0xff)) <=
                        1);
                REQUIRE(alpha_of(found) == 255);
            }
    }
}
