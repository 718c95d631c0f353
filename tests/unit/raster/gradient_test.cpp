#include "kiosk/raster/gradient.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace pufa;
using namespace pufa::raster;

namespace {

struct Canvas {
    std::vector<Pixel> pixels = std::vector<Pixel>(64 * 64, 0xff000000);
    [[nodiscard]] Surface surface() { return {pixels.data(), 64, 64, 64}; }
    void draw(const std::array<ShadedCorner, 3>& corners, const Texture* texture = nullptr) {
        Coverage coverage;
        const std::array fixed{corner_at(corners[0].x, corners[0].y),
                               corner_at(corners[1].x, corners[1].y),
                               corner_at(corners[2].x, corners[2].y)};
        coverage.find(fixed, {0, 0, 64, 64});
        shade(surface(), coverage, corners, texture);
    }
    [[nodiscard]] Pixel at(int x, int y) const { return pixels[static_cast<size_t>(y * 64 + x)]; }
};

int level(Pixel pixel, int shift) {
    return static_cast<int>(pixel >> shift & 0xff);
}

} // namespace

TEST_CASE("a fringe fades from its colour to nothing") {
    Canvas canvas;
    canvas.draw({ShadedCorner{0, 0, 0, 0, 0xffffffff}, ShadedCorner{64, 0, 0, 0, 0x00ffffff},
                 ShadedCorner{0, 64, 0, 0, 0xffffffff}});
    // White's share falls from 1 at the left to 0 at 64, whatever the row.
    for (const int x : {0, 10, 30, 50})
        CHECK(std::abs(level(canvas.at(x, 3), 0) - (255 - 255 * (2 * x + 1) / 128)) <= 1);
    CHECK(canvas.at(10, 2) == canvas.at(10, 40));
}

TEST_CASE("each channel runs from corner to corner") {
    Canvas canvas;
    canvas.draw({ShadedCorner{0, 0, 0, 0, 0xffff0000}, ShadedCorner{64, 0, 0, 0, 0xff00ff00},
                 ShadedCorner{0, 64, 0, 0, 0xff0000ff}});
    CHECK(level(canvas.at(0, 0), 16) > 245);
    CHECK(level(canvas.at(62, 0), 8) > 245);
    CHECK(level(canvas.at(0, 62), 0) > 245);
    const auto middle = canvas.at(21, 21);
    for (const int shift : {0, 8, 16})
        CHECK(std::abs(level(middle, shift) - 85) <= 3);
}

TEST_CASE("a picture is turned with its corners") {
    Texture texture{2, 2, {}, {0xffff0000, 0xff00ff00, 0xff0000ff, 0xffffffff}, true, 0};
    Canvas canvas;
    // A quarter turn clockwise: the picture's left edge is up.
    const ShadedCorner a{0, 0, -0.5f, 1.5f, 0xffffffff};
    const ShadedCorner b{64, 0, -0.5f, -0.5f, 0xffffffff};
    const ShadedCorner c{64, 64, 1.5f, -0.5f, 0xffffffff};
    const ShadedCorner d{0, 64, 1.5f, 1.5f, 0xffffffff};
    canvas.draw({a, b, c}, &texture);
    canvas.draw({a, c, d}, &texture);
    CHECK(canvas.at(2, 2) == 0xff0000ff);
    CHECK(canvas.at(61, 2) == 0xffff0000);
    CHECK(canvas.at(61, 61) == 0xff00ff00);
    CHECK(canvas.at(2, 61) == 0xffffffff);
}

TEST_CASE("a triangle without area draws nothing") {
    Canvas canvas;
    canvas.draw({ShadedCorner{1, 1, 0, 0, 0xffffffff}, ShadedCorner{30, 30, 0, 0, 0xff00ffff},
                 ShadedCorner{60, 60, 0, 0, 0xffffff00}});
    CHECK(std::count(canvas.pixels.begin(), canvas.pixels.end(), 0xff000000) == 64 * 64);
}
