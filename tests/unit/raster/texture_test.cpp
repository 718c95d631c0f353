#include "kiosk/raster/texture.h"

#include <doctest/doctest.h>

using namespace pufa::raster;

namespace {

std::vector<uint8_t> rgba(std::initializer_list<uint32_t> pixels) {
    std::vector<uint8_t> bytes;
    for (const uint32_t pixel : pixels)
        for (int shift = 0; shift < 32; shift += 8)
            bytes.push_back(static_cast<uint8_t>(pixel >> shift));
    return bytes;
}

} // namespace

TEST_CASE("a texture without pixels is clear, and each has a name of its own") {
    Textures textures;
    const auto one = textures.create(3, 2, {});
    CHECK(one != 0);
    CHECK(textures.find(one)->is_mask());
    CHECK(textures.find(one)->texel(2, 1) == 0x00ffffff);
    textures.destroy(one);
    CHECK(textures.find(one) == nullptr);
    CHECK(textures.create(3, 2, {}) != one);
    CHECK(textures.find(0) == nullptr);
}

TEST_CASE("white with an alpha takes a byte a pixel, colours take four") {
    Textures textures;
    const auto mask = textures.create(2, 1, rgba({0x80ffffff, 0x00123456}));
    CHECK(textures.bytes() == 2);
    CHECK(textures.find(mask)->texel(0, 0) == 0x80ffffff);
    CHECK(textures.find(mask)->texel(1, 0) == 0x00ffffff); // nothing is seen of its colour
    const auto picture = textures.create(2, 1, rgba({0xff0000ff, 0x8000ff00}));
    CHECK(textures.bytes() == 2 + 8);
    CHECK(textures.find(picture)->texel(0, 0) == 0xffff0000);
    CHECK(textures.find(picture)->texel(1, 0) == 0x8000ff00);
}

TEST_CASE("a mask that is given a colour becomes a picture and keeps what it showed") {
    Textures textures;
    const auto texture = textures.create(2, 2, rgba({0x10ffffff, 0x20ffffff, 0x30ffffff, 0}));
    textures.update(texture, 1, 1, 1, 1, rgba({0xff0000ff}));
    const auto* now = textures.find(texture);
    CHECK_FALSE(now->is_mask());
    CHECK(now->texel(0, 0) == 0x10ffffff);
    CHECK(now->texel(0, 1) == 0x30ffffff);
    CHECK(now->texel(1, 1) == 0xffff0000);
}

TEST_CASE("only what covers as a whole is opaque") {
    Textures textures;
    const auto texture = textures.create(2, 1, rgba({0xff0000ff, 0xff00ff00}));
    CHECK(textures.find(texture)->opaque);
    textures.update(texture, 0, 0, 1, 1, rgba({0xfe0000ff}));
    CHECK_FALSE(textures.find(texture)->opaque);
    textures.update(texture, 0, 0, 1, 1, rgba({0xff0000ff}));
    CHECK_FALSE(textures.find(texture)->opaque); // the other one was not looked at
    textures.update(texture, 0, 0, 2, 1, rgba({0xff0000ff, 0xff00ff00}));
    CHECK(textures.find(texture)->opaque);
}

TEST_CASE("other pixels are another version") {
    Textures textures;
    const auto texture = textures.create(1, 1, rgba({0xff0000ff}));
    const auto before = textures.find(texture)->version;
    textures.update(texture, 0, 0, 1, 1, rgba({0xff00ffff}));
    CHECK(textures.find(texture)->version != before);
}
