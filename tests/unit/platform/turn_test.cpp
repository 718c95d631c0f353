#include "kiosk/platform/turn.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::platform;

TEST_CASE("a page that is turned clockwise has its top left where the clock takes it") {
    const ui::PixelRect corner{0, 0, 10, 20}; // of a page of 300 × 200
    CHECK(to_panel(corner, {300, 200}, 0) == ui::PixelRect{0, 0, 10, 20});
    CHECK(to_panel(corner, {300, 200}, 90) == ui::PixelRect{180, 0, 20, 10});
    CHECK(to_panel(corner, {300, 200}, 180) == ui::PixelRect{290, 180, 10, 20});
    CHECK(to_panel(corner, {300, 200}, 270) == ui::PixelRect{0, 290, 20, 10});
}

TEST_CASE("on its side a page is as wide as the panel is high") {
    CHECK(turned({1920, 1080}, 90) == ui::PixelSize{1080, 1920});
    CHECK(turned({1920, 1080}, 270) == ui::PixelSize{1080, 1920});
    CHECK(turned({1920, 1080}, 180) == ui::PixelSize{1920, 1080});
}

TEST_CASE("a finger comes back to where it was, and lies in the rectangle that it touched") {
    for (const int rotation : {0, 90, 180, 270}) {
        CAPTURE(rotation);
        const PageTurn turn{300, 200, rotation};
        const ui::Point page{12, 34};
        const auto panel = turn.to_panel(page);
        CHECK(turn.to_page(panel) == page);
        const auto seen = to_panel({10, 30, 5, 8}, {300, 200}, rotation);
        CHECK(panel.x >= static_cast<float>(seen.x));
        CHECK(panel.x <= static_cast<float>(seen.right()));
        CHECK(panel.y >= static_cast<float>(seen.y));
        CHECK(panel.y <= static_cast<float>(seen.bottom()));
    }
}
