// What every presenter does; each case runs with both.
#include "kiosk/platform/presenter.h"

#include "kiosk/platform/window.h"
#include "tests/support/draw_lists.h"

#include <doctest/doctest.h>

#include <array>
#include <memory>

using namespace pufa;
using namespace pufa::platform;

namespace {

constexpr int k_width = 320;
constexpr int k_height = 200;
constexpr uint32_t k_paper = 0xfff1f8fb; // 0xAABBGGRR
constexpr uint32_t k_red = 0xff0000ff;
constexpr uint32_t k_green = 0xff00ff00;
constexpr uint32_t k_blue = 0xffff0000;
constexpr ui::PixelRect k_whole{0, 0, k_width, k_height};

struct Screen {
    std::unique_ptr<Window> window;
    Presenter& presenter;
    Screen()
        : window(open())
        , presenter(window->presenter()) {}
    static std::unique_ptr<Window> open() {
        auto by = DrawnBy::gl;
        SUBCASE("with GL") {}
        SUBCASE("without GL") {
            by = DrawnBy::soft;
        }
        auto window =
            Window::open({.offscreen = true, .width = k_width, .height = k_height, .drawn_by = by});
        REQUIRE_MESSAGE(window.ok(), window.error().detail);
        return std::move(window).value();
    }
    uint32_t at(int x, int y) const {
        const auto image = presenter.read_back({x, y, 1, 1});
        REQUIRE(image.rgba.size() == 4);
        return uint32_t{image.rgba[0]} | uint32_t{image.rgba[1]} << 8 |
               uint32_t{image.rgba[2]} << 16 | uint32_t{image.rgba[3]} << 24;
    }
};

struct Drawing : test::Drawing {
    Drawing()
        : test::Drawing(k_width, k_height) {}
};

} // namespace

TEST_CASE("what is drawn comes back where it was drawn, rows from the top") {
    const Screen screen;
    Drawing drawing;
    auto& data = drawing.draw([](ImDrawList& list) {
        list.AddRectFilled({10, 20}, {40, 50}, k_red);
        list.AddRectFilled({300, 180}, {320, 200}, k_blue);
    });
    screen.presenter.present(data, std::nullopt, std::array{k_whole});
    CHECK(screen.at(10, 20) == k_red);
    CHECK(screen.at(39, 49) == k_red);
    CHECK(screen.at(9, 20) == k_paper);
    CHECK(screen.at(40, 49) == k_paper);
    CHECK(screen.at(319, 199) == k_blue);
    CHECK(screen.at(0, 0) == k_paper);
    const auto part = screen.presenter.read_back({9, 19, 3, 2});
    CHECK(part.width == 3);
    CHECK(part.height == 2);
    CHECK(part.rgba[2 * 4] == 0xfb);           // row 19: paper
    CHECK(part.rgba[(3 + 1) * 4 + 1] == 0x00); // row 20, x 10: red
}

TEST_CASE("only what lies in the damage changes, the rest of the target persists") {
    const Screen screen;
    Drawing drawing;
    screen.presenter.present(drawing.fill(k_red), std::nullopt, std::array{k_whole});
    screen.presenter.present(
        drawing.fill(k_green), std::nullopt,
        std::array{ui::PixelRect{50, 60, 10, 12}, ui::PixelRect{200, 100, 1, 1}});
    CHECK(screen.at(50, 60) == k_green);
    CHECK(screen.at(59, 71) == k_green);
    CHECK(screen.at(49, 60) == k_red);
    CHECK(screen.at(60, 71) == k_red);
    CHECK(screen.at(59, 72) == k_red);
    CHECK(screen.at(200, 100) == k_green);
    CHECK(screen.at(201, 100) == k_red);
}

TEST_CASE("damage is cleared to paper before it is drawn") {
    const Screen screen;
    Drawing drawing;
    screen.presenter.present(drawing.fill(k_red), std::nullopt, std::array{k_whole});
    screen.presenter.present(drawing.nothing(), std::nullopt,
                             std::array{ui::PixelRect{0, 0, 8, 8}});
    CHECK(screen.at(7, 7) == k_paper);
    CHECK(screen.at(8, 8) == k_red);
}

TEST_CASE("a clip with fractions is cut the same in parts as in the whole") {
    const Screen screen;
    Drawing drawing;
    const auto clipped = [&](uint32_t colour) -> ImDrawData& {
        return drawing.draw([&](ImDrawList& list) {
            list.PushClipRect({10.4f, 10.4f}, {60.6f, 60.6f});
            list.AddRectFilled({0, 0}, {k_width, k_height}, colour);
            list.PopClipRect();
        });
    };
    screen.presenter.present(clipped(k_red), std::nullopt, std::array{k_whole});
    const auto whole = screen.presenter.read_back(k_whole);
    screen.presenter.present(drawing.nothing(), std::nullopt, std::array{k_whole});
    screen.presenter.present(clipped(k_red), std::nullopt,
                             std::array{ui::PixelRect{0, 0, k_width, 33},
                                        ui::PixelRect{0, 33, 31, k_height - 33},
                                        ui::PixelRect{31, 33, k_width - 31, k_height - 33}});
    CHECK(screen.presenter.read_back(k_whole).rgba == whole.rgba);
}

TEST_CASE("no damage, or damage outside, presents nothing") {
    const Screen screen;
    Drawing drawing;
    screen.presenter.present(drawing.fill(k_red), std::nullopt, {});
    screen.presenter.present(drawing.fill(k_red), std::nullopt,
                             std::array{ui::PixelRect{400, 0, 10, 10}});
    CHECK(screen.presenter.presented() == 0);
    CHECK(screen.at(5, 5) == k_paper);
    screen.presenter.present(drawing.fill(k_red), std::nullopt,
                             std::array{ui::PixelRect{310, 0, 100, 10}});
    CHECK(screen.presenter.presented() == 1);
    CHECK(screen.at(319, 9) == k_red);
}

TEST_CASE("a texture is drawn with the pixels it was made with and those it was given later") {
    const Screen screen;
    Drawing drawing;
    const std::array<uint32_t, 4> colours{k_red, k_green, k_blue, k_red};
    const auto texture = screen.presenter.create(
        2, 2, {reinterpret_cast<const uint8_t*>(colours.data()), sizeof colours});
    const auto show = [&] {
        screen.presenter.present(drawing.draw([&](ImDrawList& list) {
            list.AddImage(test::to_imgui(texture), {0, 0}, {200, 200});
        }),
                                 std::nullopt, std::array{k_whole});
    };
    show();
    CHECK(screen.at(10, 10) == k_red);
    CHECK(screen.at(190, 10) == k_green);
    CHECK(screen.at(10, 190) == k_blue);
    const uint32_t blue = k_blue;
    screen.presenter.update(texture, 1, 0, 1, 1, {reinterpret_cast<const uint8_t*>(&blue), 4});
    show();
    CHECK(screen.at(190, 10) == k_blue);
    CHECK(screen.at(10, 10) == k_red);
    screen.presenter.destroy(texture);
}

TEST_CASE("a list of more than 65,536 vertices is drawn to its end") {
    const Screen screen;
    Drawing drawing;
    screen.presenter.present(drawing.draw([](ImDrawList& list) {
        for (int i = 0; i < 20000; ++i)
            list.AddRectFilled({0, 0}, {1, 1}, k_green);
        list.AddRectFilled({100, 100}, {120, 120}, k_red);
    }),
                             std::nullopt, std::array{k_whole});
    CHECK(screen.at(110, 110) == k_red);
}

TEST_CASE("another size is an empty page of that size") {
    const Screen screen;
    Drawing drawing;
    screen.presenter.present(drawing.fill(k_red), std::nullopt, std::array{k_whole});
    REQUIRE(screen.presenter.resize(400, 300).ok());
    CHECK(screen.at(1, 1) == k_paper);
    screen.presenter.present(drawing.draw([](ImDrawList& list) {
        list.PushClipRectFullScreen();
        list.AddRectFilled({390, 290}, {400, 300}, k_red);
    }),
                             std::nullopt, std::array{ui::PixelRect{0, 0, 400, 300}});
    CHECK(screen.presenter.read_back({0, 0, 9999, 9999}).width == 400);
    CHECK(screen.at(319, 199) == k_paper);
}

TEST_CASE("the presenter outlives the context that made its draw lists") {
    const Screen screen;
    {
        Drawing drawing;
        screen.presenter.present(drawing.fill(k_red), std::nullopt, std::array{k_whole});
    }
    Drawing another;
    screen.presenter.present(another.fill(k_green), std::nullopt, std::array{k_whole});
    CHECK(screen.at(1, 1) == k_green);
}
