#include "kiosk/platform/presenter_trial.h"

#include "kiosk/platform/soft_presenter.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::platform;

TEST_CASE("GL draws where it costs no more, and never where it is not there") {
    CHECK(cheaper(1.0, 6.0) == DrawnBy::gl);
    CHECK(cheaper(6.0, 6.0) == DrawnBy::gl);
    CHECK(cheaper(65.0, 6.0) == DrawnBy::soft);
    CHECK(cheaper(std::nullopt, 600.0) == DrawnBy::soft);
}

TEST_CASE("a trial draws whole pages and leaves nothing behind") {
    const auto presenter = make_soft_presenter(make_memory_screen(1920, 1080));
    CHECK(page_cost_ms(*presenter) > 0);
    CHECK(presenter->presented() >= 3);
    const auto shown = presenter->read_back({0, 0, 1920, 1080});
    int different = 0;
    for (size_t i = 4; i < shown.rgba.size(); i += 4)
        different += shown.rgba[i] != shown.rgba[i - 4] ? 1 : 0;
    CHECK(different > 10'000); // cards, pictures and glyphs
}

TEST_CASE("a window that is drawn by whichever is cheaper opens and says by which") {
    const auto window = Window::open(
        {.offscreen = true, .width = 320, .height = 200, .drawn_by = DrawnBy::automatic});
    REQUIRE_MESSAGE(window.ok(), window.error().detail);
    CHECK((*window)->drawn_by() != DrawnBy::automatic);
}
