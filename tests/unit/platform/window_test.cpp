#include "kiosk/platform/window.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::platform;

namespace {

std::unique_ptr<Window> offscreen(int width = 320, int height = 200, int rotation = 0) {
    auto by = DrawnBy::gl;
    SUBCASE("with GL") {}
    SUBCASE("without GL") {
        by = DrawnBy::soft;
    }
    auto window = Window::open({.offscreen = true,
                                .width = width,
                                .height = height,
                                .drawn_by = by,
                                .rotation = rotation});
    REQUIRE_MESSAGE(window.ok(), window.error().detail);
    return std::move(window).value();
}

std::vector<PointerEvent> pointers(const std::vector<WindowEvent>& events) {
    std::vector<PointerEvent> found;
    for (const auto& event : events)
        if (const auto* pointer = std::get_if<PointerEvent>(&event)) found.push_back(*pointer);
    return found;
}

} // namespace

TEST_CASE("an offscreen window has the size that was asked for") {
    const auto window = offscreen(320, 200);
    CHECK(window->width() == 320);
    CHECK(window->height() == 200);
}

TEST_CASE("injected fingers come out as pointer events in pixels and in order") {
    const auto window = offscreen(1920, 1080);
    using Kind = ui::PointerInput::Kind;
    window->inject(Kind::down, 7, {100, 200});
    window->inject(Kind::move, 7, {110, 220});
    window->inject(Kind::up, 7, {110, 220});
    const auto found = pointers(window->wait(std::chrono::seconds(5)));
    REQUIRE(found.size() == 3);
    CHECK(found[0].kind == Kind::down);
    CHECK(found[1].kind == Kind::move);
    CHECK(found[2].kind == Kind::up);
    CHECK(found[0].finger == 7);
    CHECK(found[0].at.x == doctest::Approx(100).epsilon(0.001));
    CHECK(found[0].at.y == doctest::Approx(200).epsilon(0.001));
    CHECK(found[2].at.y == doctest::Approx(220).epsilon(0.001));
}

TEST_CASE("on a panel that hangs on its side the page is turned, and fingers are turned back") {
    using Kind = ui::PointerInput::Kind;
    const auto window = offscreen(400, 300, 90);
    CHECK(window->width() == 300);
    CHECK(window->height() == 400);
    window->inject(Kind::down, 1, {30, 380});
    const auto found = pointers(window->wait(std::chrono::seconds(5)));
    REQUIRE(found.size() == 1);
    CHECK(found[0].at.x == doctest::Approx(30).epsilon(0.001));
    CHECK(found[0].at.y == doctest::Approx(380).epsilon(0.001));
}

TEST_CASE("a wake from outside ends the waiting") {
    const auto window = offscreen();
    static_cast<void>(window->wait(std::chrono::milliseconds(0)));
    window->wake();
    const auto events = window->wait(std::chrono::seconds(20));
    REQUIRE(events.size() == 1);
    CHECK(std::holds_alternative<Woken>(events[0]));
}

TEST_CASE("nothing to tell is told after the time that was given") {
    const auto window = offscreen();
    static_cast<void>(window->wait(std::chrono::milliseconds(0)));
    CHECK(window->wait(std::chrono::milliseconds(1)).empty());
}
