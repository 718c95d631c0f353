#include "kiosk/platform/gl_presenter.h"

#include "kiosk/platform/turn.h"
#include "kiosk/platform/window.h"
#include "tests/support/draw_lists.h"

#include <doctest/doctest.h>
#include <epoxy/gl.h>

#include <array>

using namespace pufa;
using namespace pufa::platform;

TEST_CASE("the page is shown as the panel hangs") {
    constexpr int k_wide = 96, k_high = 64;
    const auto window = Window::open({.offscreen = true, .width = k_wide, .height = k_high});
    REQUIRE_MESSAGE(window.ok(), window.error().detail);
    for (const int rotation : {0, 90, 180, 270}) {
        CAPTURE(rotation);
        const auto page = turned({k_wide, k_high}, rotation);
        std::vector<uint32_t> panel(size_t{k_wide} * k_high); // rows from the bottom
        const auto swap = [&] {
            glBindFramebuffer(GL_FRAMEBUFFER, 0);
            glReadPixels(0, 0, k_wide, k_high, GL_RGBA, GL_UNSIGNED_BYTE, panel.data());
        };
        const auto presenter = GlPresenter::make(page.width, page.height, swap,
                                                 VideoBy::whichever_is_faster, rotation);
        REQUIRE_MESSAGE(presenter.ok(), presenter.error().detail);
        test::Drawing drawing(page.width, page.height);
        auto& data = drawing.draw([](ImDrawList& list) {
            list.AddRectFilled({5, 7}, {16, 20}, 0xff0000ff);
        });
        (*presenter)
            ->present(data, std::nullopt, std::array{ui::PixelRect{0, 0, page.width, page.height}});
        const auto there = to_panel({5, 7, 11, 13}, page, rotation);
        for (int y = 0; y < k_high; ++y)
            for (int x = 0; x < k_wide; ++x) {
                const auto pixel = panel[static_cast<size_t>((k_high - 1 - y) * k_wide + x)];
                REQUIRE((pixel == 0xff0000ff) == there.holds({x, y, 1, 1}));
            }
        CHECK((*presenter)->read_back({5, 7, 1, 1}).rgba ==
              std::vector<uint8_t>{255, 0, 0, 255}); // the page itself is upright
    }
}
