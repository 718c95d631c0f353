#include "kiosk/raster/scaled.h"

#include <doctest/doctest.h>

using namespace pufa::raster;
using pufa::ui::PixelRect;

namespace {

Texture grey(int width, int height) {
    Texture texture{width, height, {}, {}, true, 1};
    texture.pixels.assign(static_cast<size_t>(width) * static_cast<size_t>(height), 0xff808080);
    return texture;
}

Mapping twice(int x, int y) {
    return {{-0.25 - x / 2.0, 0.5}, {-0.25 - y / 2.0, 0.5}};
}

} // namespace

TEST_CASE("a picture is scaled once for a size, wherever on the screen it is") {
    ScaledPictures scaled;
    const auto texture = grey(50, 40);
    const auto& one = scaled.find(7, texture, twice(0, 0), {0, 0, 100, 80});
    CHECK(one.width == 100);
    CHECK(one.row(79)[99] == 0xff808080);
    (void)scaled.find(7, texture, twice(0, 0), {0, 0, 100, 80});
    (void)scaled.find(7, texture, twice(13, 9), {13, 9, 100, 80});
    CHECK(scaled.made() == 1);
    (void)scaled.find(7, texture, twice(0, 0), {0, 0, 99, 80});
    CHECK(scaled.made() == 2);
}

TEST_CASE("other pixels and other textures are other pictures") {
    ScaledPictures scaled;
    auto texture = grey(50, 40);
    (void)scaled.find(7, texture, twice(0, 0), {0, 0, 100, 80});
    (void)scaled.find(8, texture, twice(0, 0), {0, 0, 100, 80});
    ++texture.version;
    (void)scaled.find(7, texture, twice(0, 0), {0, 0, 100, 80});
    CHECK(scaled.made() == 3);
    scaled.forget(7);
    CHECK(scaled.bytes() == 100 * 80 * 4);
    scaled.forget(8);
    CHECK(scaled.bytes() == 0);
}

TEST_CASE("what was used least lately goes when there is too much") {
    ScaledPictures scaled;
    const auto texture = grey(500, 500);
    const PixelRect box{0, 0, 1000, 1000}; // 4 MB each
    for (uint64_t id = 1; id <= 40; ++id) {
        (void)scaled.find(id, texture, twice(0, 0), box);
        (void)scaled.find(1, texture, twice(0, 0), box); // always wanted
        CHECK(scaled.bytes() <= ScaledPictures::k_most_bytes);
    }
    CHECK(scaled.made() == 40);
    (void)scaled.find(2, texture, twice(0, 0), box);
    CHECK(scaled.made() == 41);
}
