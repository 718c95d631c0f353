#include "kiosk/ui/layout.h"

#include "kiosk/ui/theme.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace pufa::ui;

TEST_CASE("the reference panel is drawn one to one") {
    const Layout layout = make_layout(1920, 1080);
    CHECK(layout.scale == 1);
    CHECK(layout.canvas_width == 1920);
    CHECK(layout.canvas_height == 1080);
    CHECK(layout.units_per_mm == doctest::Approx(4.03).epsilon(0.005));
    CHECK(layout.mm(20) == doctest::Approx(80.7).epsilon(0.005));
    CHECK(layout.canvas() == Rect{0, 0, 1920, 1080});
}

TEST_CASE("a portrait panel has its short side across") {
    const Layout layout = make_layout(1080, 1920);
    CHECK(layout.scale == 1);
    CHECK(layout.canvas_width == 1080);
    CHECK(layout.canvas_height == 1920);
}

TEST_CASE("a panel of fewer pixels and the same size keeps the whole canvas") {
    const Layout layout = make_layout(1366, 768);
    CHECK(layout.scale == doctest::Approx(768.0 / 1080));
    CHECK(layout.canvas_height == doctest::Approx(1080));
    CHECK(layout.canvas_width == doctest::Approx(1921).epsilon(0.001));
    CHECK(layout.mm(7) == doctest::Approx(type::body).epsilon(0.02));
}

TEST_CASE("on a small panel seven millimetres of body text come before the size of the canvas") {
    const float diagonal_mm = 15.6f * 25.4f;
    const Layout layout = make_layout(1366, 768, diagonal_mm);
    const float pixels_per_mm = std::hypot(1366.f, 768.f) / diagonal_mm;
    CHECK(type::body * layout.scale / pixels_per_mm == doctest::Approx(7));
    CHECK(layout.canvas_width == doctest::Approx(1382).epsilon(0.01));
    CHECK(layout.canvas_height < 1080);
    CHECK(layout.canvas_width * layout.scale == doctest::Approx(1366));
    CHECK(layout.mm(7) == doctest::Approx(type::body));
}

TEST_CASE("a large panel only magnifies") {
    const Layout layout = make_layout(3840, 2160, 55 * 25.4f);
    CHECK(layout.scale == 2);
    CHECK(layout.canvas_width == 1920);
}

TEST_CASE("a panel that tells no size does not divide by it") {
    const Layout layout = make_layout(0, 0, 0);
    CHECK(std::isfinite(layout.scale));
    CHECK(layout.scale > 0);
}
