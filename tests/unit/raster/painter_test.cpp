#include "kiosk/raster/painter.h"

#include "tests/support/draw_lists.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <random>

using namespace pufa;
using namespace pufa::raster;
using ui::PixelRect;

namespace {

constexpr int k_width = 160;
constexpr int k_height = 120;
constexpr PixelRect k_whole{0, 0, k_width, k_height};
constexpr uint32_t k_red = 0xff0000ff; // ImGui's: 0xAABBGGRR
constexpr Pixel k_red_pixel = 0xffff0000;
constexpr Pixel k_ground = 0xff203040;

struct Canvas {
    std::vector<Pixel> pixels = std::vector<Pixel>(k_width * k_height, k_ground);
    Textures textures;
    Painter painter{textures};
    test::Drawing drawing{k_width, k_height};

    void draw(const std::function<void(ImDrawList&)>& list,
              std::span<const PixelRect> parts = std::array{k_whole}) {
        painter.draw(drawing.draw(list), {pixels.data(), k_width, k_height, k_width}, parts);
    }
    [[nodiscard]] Pixel at(int x, int y) const {
        return pixels[static_cast<size_t>(y * k_width + x)];
    }
    ui::TextureId texture(int width, int height, const std::function<uint32_t(int, int)>& rgba) {
        std::vector<uint8_t> bytes;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                for (int shift = 0; shift < 32; shift += 8)
                    bytes.push_back(static_cast<uint8_t>(rgba(x, y) >> shift));
        return textures.create(width, height, bytes);
    }
};

/// Shapes of every kind, most of them over one another.
void draw_all_kinds(ImDrawList& list, ui::TextureId mask, ui::TextureId picture) {
    list.AddRectFilled({0, 0}, {k_width, k_height}, 0xfff0f0e0);
    list.AddRectFilled({10.3f, 8.7f}, {90.2f, 70.6f}, 0xff806040, 11);
    list.AddImage(test::to_imgui(mask), {5, 40}, {70, 110}, {0, 0}, {1, 1}, 0x80402010);
    list.AddImageRounded(test::to_imgui(picture), {60.5f, 20}, {150, 100}, {0.1f, 0}, {0.9f, 1},
                         0xffffffff, 9);
    list.AddImage(test::to_imgui(mask), {100, 5}, {116, 21}, {0, 0}, {1, 1}, k_red);
    list.AddCircleFilled({40, 90}, 18.3f, 0x90ff8000);
    list.AddLine({3, 3}, {150, 117}, 0xff008000, 2.5f);
    list.AddRectFilledMultiColor({20, 30}, {140, 60}, 0, 0, 0xc0000000, 0xc0000000);
    list.AddRectFilledMultiColor({20, 60}, {140, 80}, 0, 0xffff00ff, 0, 0xc0000000);
}

} // namespace

TEST_CASE("a box is filled, and blended where it lets through") {
    Canvas canvas;
    canvas.draw([](ImDrawList& list) {
        list.AddRectFilled({10, 20}, {30, 40}, k_red);
        list.AddRectFilled({20, 20}, {40, 40}, 0x80ffffff);
    });
    CHECK(canvas.at(9, 20) == k_ground);
    CHECK(canvas.at(10, 20) == k_red_pixel);
    CHECK(canvas.at(20, 39) == blended(k_red_pixel, 0xffffffff, 128));
    CHECK(canvas.at(39, 39) == blended(k_ground, 0xffffffff, 128));
    CHECK(canvas.at(40, 39) == k_ground);
}

TEST_CASE("parts are drawn exactly as with the whole, and nothing is drawn beside them") {
    Canvas canvas;
    const auto mask = canvas.texture(
        16, 16, [](int x, int y) { return 0x00ffffffu | static_cast<uint32_t>(x * y) << 24; });
    const auto picture = canvas.texture(37, 29, [](int x, int y) {
        return 0xff000000u | static_cast<uint32_t>(x * 6) | static_cast<uint32_t>(y * 8) << 8;
    });
    const auto list = [&](ImDrawList& to) { draw_all_kinds(to, mask, picture); };
    canvas.draw(list);
    const auto whole = canvas.pixels;
    std::mt19937 random(5);
    for (int round = 0; round < 20; ++round) {
        canvas.pixels.assign(canvas.pixels.size(), k_ground);
        const int x = static_cast<int>(random() % k_width);
        const int y = static_cast<int>(random() % k_height);
        const std::array parts{PixelRect{0, 0, x, y}, PixelRect{x, 0, k_width - x, y},
                               PixelRect{x, y, k_width - x, k_height - y}};
        canvas.draw(list, parts);
        for (int row = 0; row < k_height; ++row)
            for (int column = 0; column < k_width; ++column) {
                const bool left_out = column < x && row >= y;
                const auto right =
                    left_out ? k_ground : whole[static_cast<size_t>(row * k_width + column)];
                REQUIRE(canvas.at(column, row) == right);
            }
    }
}

TEST_CASE("a round box has the area of one, and a soft edge") {
    Canvas canvas;
    canvas.draw([](ImDrawList& list) {
        list.AddRectFilled({0, 0}, {k_width, k_height}, 0xff000000);
        list.AddRectFilled({20, 20}, {120, 100}, 0xffffffff, 16);
    });
    double area = 0;
    for (const auto pixel : canvas.pixels)
        area += (pixel & 0xff) / 255.0;
    const double right = 100 * 80 - (4 - 3.14159) * 16 * 16;
    CHECK(std::abs(area - right) < 12);
    CHECK(canvas.at(20, 60) == 0xffffffff);
    CHECK(canvas.at(19, 60) == 0xff000000);
    CHECK(canvas.at(119, 60) == 0xffffffff);
    CHECK(canvas.at(120, 60) == 0xff000000);
    CHECK(canvas.at(20, 20) == 0xff000000);
    const auto corner = canvas.at(25, 24) & 0xff; // the arc passes here
    CHECK(corner > 0);
    CHECK(corner < 255);
}

TEST_CASE("a glyph on its pixels is its coverage in its colour") {
    Canvas canvas;
    const auto page = canvas.texture(64, 64, [](int x, int y) {
        return 0x00ffffffu | static_cast<uint32_t>((x * 4 + y) & 0xff) << 24;
    });
    canvas.draw([&](ImDrawList& list) {
        list.AddImage(test::to_imgui(page), {30, 40}, {46, 60}, {8 / 64.f, 12 / 64.f},
                      {24 / 64.f, 32 / 64.f}, k_red);
    });
    for (int y = 0; y < 20; ++y)
        for (int x = 0; x < 16; ++x) {
            const auto covers = static_cast<uint32_t>(((8 + x) * 4 + 12 + y) & 0xff);
            REQUIRE(canvas.at(30 + x, 40 + y) == blended(k_ground, k_red_pixel, covers));
        }
    CHECK(canvas.at(46, 40) == k_ground);
}

TEST_CASE("a glyph between pixels is between its neighbours") {
    Canvas canvas;
    const auto page =
        canvas.texture(8, 8, [](int x, int) { return x == 4 ? 0xffffffffu : 0x00ffffffu; });
    canvas.draw([&](ImDrawList& list) {
        list.AddImage(test::to_imgui(page), {30.5f, 40}, {38.5f, 48}, {0, 0}, {1, 1}, 0xffffffff);
    });
    CHECK(canvas.at(34, 44) == blended(k_ground, 0xffffffff, 128));
    CHECK(canvas.at(35, 44) == blended(k_ground, 0xffffffff, 128));
    CHECK(canvas.at(36, 44) == k_ground);
}

TEST_CASE("a picture of its own size is copied, of another one is scaled once") {
    Canvas canvas;
    const auto picture = canvas.texture(20, 10, [](int x, int y) {
        return 0xff000000u | static_cast<uint32_t>(x * 12) | static_cast<uint32_t>(y * 25) << 8;
    });
    canvas.draw([&](ImDrawList& list) {
        list.AddImage(test::to_imgui(picture), {5, 6}, {25, 16});
    });
    CHECK(canvas.at(5 + 3, 6 + 4) == from_rgba(0xff000000 | 36 | 100 << 8));
    CHECK(canvas.painter.scaled().made() == 0);
    for (int round = 0; round < 3; ++round)
        canvas.draw([&](ImDrawList& list) {
            list.AddImageRounded(test::to_imgui(picture), {50, 6}, {90, 26}, {0, 0}, {1, 1},
                                 0xffffffff, 5);
        });
    CHECK(canvas.painter.scaled().made() == 1);
    CHECK(canvas.at(70, 16) == 0xff757700); // texel 9.75, 4.75: 12 · 9.75 and 25 · 4.75
    canvas.painter.forget(picture);
    CHECK(canvas.painter.scaled().bytes() == 0);
}

TEST_CASE("a picture is tinted and fades as its colour says") {
    Canvas canvas;
    const auto picture = canvas.texture(4, 4, [](int, int) { return 0xff80ff40u; });
    canvas.draw([&](ImDrawList& list) {
        list.AddImage(test::to_imgui(picture), {0, 0}, {4, 4}, {0, 0}, {1, 1}, 0x80ffffff);
        list.AddImage(test::to_imgui(picture), {4, 0}, {8, 4}, {0, 0}, {1, 1}, 0xff0000ff);
    });
    CHECK(canvas.at(2, 2) == blended(k_ground, from_rgba(0xff80ff40), 128));
    CHECK(canvas.at(6, 2) == from_rgba(0xff000040));
}

TEST_CASE("a scrim darkens row by row") {
    Canvas canvas;
    canvas.draw([](ImDrawList& list) {
        list.AddRectFilledMultiColor({0, 0}, {k_width, 100}, 0x00000000, 0x00000000, 0xff000000,
                                     0xff000000);
    });
    for (int y = 1; y < 100; ++y) {
        CHECK(canvas.at(3, y) == canvas.at(150, y));
        CHECK((canvas.at(3, y) & 0xff) <= (canvas.at(3, y - 1) & 0xff));
    }
    CHECK(std::abs(static_cast<int>(canvas.at(3, 50) & 0xff) - 0x40 / 2) <= 1);
    CHECK(canvas.at(3, 100) == k_ground);
}

TEST_CASE("a clip is rounded to whole pixels and kept") {
    Canvas canvas;
    canvas.draw([](ImDrawList& list) {
        list.PushClipRect({10.4f, 10.4f}, {60.6f, 60.6f});
        list.AddRectFilled({0, 0}, {k_width, k_height}, k_red);
        list.PopClipRect();
    });
    CHECK(canvas.at(10, 10) == k_red_pixel);
    CHECK(canvas.at(9, 10) == k_ground);
    CHECK(canvas.at(60, 60) == k_red_pixel);
    CHECK(canvas.at(61, 60) == k_ground);
}

TEST_CASE("a ground is told from a page that shows what is under it") {
    Canvas canvas;
    const auto tells = [&](const std::function<void(ImDrawList&)>& list, const PixelRect& part) {
        return canvas.painter.begins_with_ground(canvas.drawing.draw(list), part);
    };
    const auto full = [](ImDrawList& list) {
        list.AddRectFilled({0, 0}, {k_width, k_height}, k_red);
        list.AddRectFilled({0, 0}, {10, 10}, 0x80000000);
    };
    CHECK(tells(full, k_whole));
    CHECK(tells(full, {3, 4, 5, 6}));
    CHECK_FALSE(tells(
        [](ImDrawList& list) {
            list.AddRectFilled({0, 0}, {99, 99}, k_red);
        },
        k_whole));
    CHECK(tells(
        [](ImDrawList& list) {
            list.AddRectFilled({0, 0}, {99, 99}, k_red);
        },
        {0, 0, 99, 99}));
    CHECK_FALSE(tells(
        [](ImDrawList& list) {
            list.AddRectFilled({0, 0}, {99, 99}, 0xfe0000ff);
        },
        {3, 4, 5, 6}));
    CHECK_FALSE(tells(
        [](ImDrawList& list) {
            list.PushClipRect({0, 0}, {4, 4});
            list.AddRectFilled({0, 0}, {99, 99}, k_red);
            list.PopClipRect();
        },
        {3, 4, 5, 6}));
    CHECK_FALSE(tells([](ImDrawList&) {}, {3, 4, 5, 6}));
}

TEST_CASE("a texture that is no longer there is white, and vertices far away do no harm") {
    Canvas canvas;
    canvas.draw([&](ImDrawList& list) {
        list.AddImage(test::to_imgui(4711), {0, 0}, {10, 10}, {0, 0}, {1, 1}, k_red);
        list.AddTriangleFilled({-1e9f, -1e9f}, {1e9f, 50}, {50, 1e9f}, 0x20ffffff);
        list.AddRectFilled({1e12f, 0}, {2e12f, 10}, k_red);
        list.AddCircleFilled({NAN, 10}, 20, k_red, 12);
    });
    CHECK(canvas.at(5, 5) != k_ground);
}
