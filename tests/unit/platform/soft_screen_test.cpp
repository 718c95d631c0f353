#include "kiosk/platform/soft_screen.h"

#include "kiosk/platform/sdl_video.h"
#include "kiosk/platform/turn.h"

#include <doctest/doctest.h>

#include <array>

using namespace pufa;
using namespace pufa::platform;

namespace {

constexpr int k_width = 96;
constexpr int k_height = 64;
constexpr raster::Pixel k_red = 0xffff0000;
constexpr raster::Pixel k_blue = 0xff0000ff;

void fill(const raster::Surface& surface, const ui::PixelRect& rect, raster::Pixel pixel) {
    for (int y = rect.y; y < rect.bottom(); ++y)
        for (int x = rect.x; x < rect.right(); ++x)
            *surface.at(x, y) = pixel;
}

} // namespace

TEST_CASE("a window's page is shown on its panel as it hangs, part by part") {
    const auto video = SdlVideo::start(true);
    REQUIRE(video.ok());
    const auto window =
        SdlWindowHandle::open_plain({.offscreen = true, .width = k_width, .height = k_height});
    REQUIRE(window.ok());
    for (const int rotation : {0, 90, 180, 270}) {
        CAPTURE(rotation);
        const auto made = make_window_screen(window->get(), rotation);
        REQUIRE_MESSAGE(made.ok(), made.error().detail);
        auto& screen = **made;
        const auto page = screen.page();
        const auto panel = screen.panel();
        const ui::PixelSize size{page.width, page.height};
        CHECK(turned(size, rotation) == ui::PixelSize{k_width, k_height});
        fill(page, page.all(), k_blue);
        screen.show(std::array{page.all()});
        CHECK(*panel.at(0, 0) == k_blue);
        CHECK(*panel.at(k_width - 1, k_height - 1) == k_blue);
        const ui::PixelRect part{5, 7, 11, 13};
        fill(page, part, k_red);
        screen.show(std::array{part});
        const auto there = to_panel(part, size, rotation);
        int red = 0;
        for (int y = 0; y < k_height; ++y)
            for (int x = 0; x < k_width; ++x) {
                const bool inside = there.holds({x, y, 1, 1});
                REQUIRE((*panel.at(x, y) == k_red) == inside);
                red += inside ? 1 : 0;
            }
        CHECK(red == 11 * 13);
    }
}

TEST_CASE("a screen in memory has its size, and another one when it is asked for") {
    const auto screen = make_memory_screen(30, 20);
    CHECK(screen->page().all() == ui::PixelRect{0, 0, 30, 20});
    REQUIRE(screen->resize(50, 10).ok());
    CHECK(screen->page().all() == ui::PixelRect{0, 0, 50, 10});
    CHECK(screen->panel().pixels == screen->page().pixels);
}
