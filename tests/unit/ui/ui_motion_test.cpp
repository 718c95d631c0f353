#include "tests/support/ui_fixture.h"

#include "kiosk/ui/imgui_types.h"

#include <algorithm>

using namespace pufa;
using namespace pufa::ui;
using namespace std::chrono_literals;
using support::UiFixture;

namespace {

constexpr Rect k_box{100, 100, 200, 100};

/// Ground, a still dock, a box.
void page(Ui& ui) {
    ui.fill(ui.layout().screen(), Color::paper);
    ui.fill(k_box, Color::river);
    const Ui::Still still{ui};
    ui.fill({0, 1000, 1000, 80}, Color::card);
}

struct Seen {
    float left = 1e9f;
    int alpha = 0;
};
/// The leftmost vertex of that colour, and its opacity.
Seen seen(const ImDrawData& data, Color color) {
    Seen found;
    for (const auto& vertex : data.CmdLists[0]->VtxBuffer) {
        if ((vertex.col & 0xFFFFFF) != (rgba(color) & 0xFFFFFF)) continue;
        found.left = std::min(found.left, vertex.pos.x);
        found.alpha = std::max(found.alpha, static_cast<int>(vertex.col >> 24U));
    }
    return found;
}

void turn_page(UiFixture& fixture) {
    (void)fixture.frame(page);
    fixture.memory = {};
    fixture.memory.page_comes = true;
}

} // namespace

TEST_CASE("a page comes in from the right and ends at rest; ground and dock never move") {
    UiFixture fixture;
    turn_page(fixture);
    const auto first = seen(fixture.frame(page), Color::river);
    CHECK(first.left == doctest::Approx(164));
    CHECK(first.alpha == 0);
    CHECK(fixture.ui.animating());
    CHECK(fixture.ui.targets().all().empty());
    fixture.now += 160ms;
    const auto& half = fixture.frame(page);
    CHECK(seen(half, Color::river).left < 120);
    CHECK(seen(half, Color::river).left > 100);
    CHECK(seen(half, Color::paper).left == 0);
    CHECK(seen(half, Color::paper).alpha == 255);
    CHECK(seen(half, Color::card).left == 0);
    CHECK(seen(half, Color::card).alpha == 255);
    fixture.now += 320ms;
    const auto last = seen(fixture.frame(page), Color::river);
    CHECK(last.left == 100);
    CHECK(last.alpha == 255);
    CHECK_FALSE(fixture.ui.animating());
}

TEST_CASE("what can be touched on a page that comes in is where it will be") {
    UiFixture fixture;
    const auto draw = [](Ui& ui) {
        page(ui);
        (void)ui.target("box", k_box);
    };
    fixture.memory.page_comes = true;
    (void)fixture.frame(draw);
    REQUIRE(fixture.ui.animating());
    REQUIRE(fixture.ui.targets().find("box"));
    CHECK(fixture.ui.targets().find("box")->rect == k_box);
}

TEST_CASE("with reduced motion a page fades for 120 ms and does not slide") {
    UiFixture fixture;
    fixture.look.motion = Motion::reduced;
    turn_page(fixture);
    const auto first = seen(fixture.frame(page), Color::river);
    CHECK(first.left == 100);
    CHECK(first.alpha == 0);
    fixture.now += 121ms;
    CHECK(seen(fixture.frame(page), Color::river).alpha == 255);
    CHECK_FALSE(fixture.ui.animating());
}

TEST_CASE("the first frame of all is at rest") {
    UiFixture fixture;
    CHECK(seen(fixture.frame(page), Color::river).alpha == 255);
    CHECK_FALSE(fixture.ui.animating());
}

TEST_CASE("a sheet fades in over a page that stays, and again the next time") {
    UiFixture fixture;
    const auto with_sheet = [](Ui& ui) {
        page(ui);
        ui.raise_layer(true);
        ui.fill(ui.layout().screen(), Color::scrim);
        ui.begin_sheet();
        ui.fill({500, 300, 400, 400}, Color::seal);
    };
    for (int time = 0; time < 2; ++time) {
        (void)fixture.frame(page);
        const auto& first = fixture.frame(with_sheet);
        CHECK(seen(first, Color::seal).alpha == 0);
        CHECK(seen(first, Color::river).alpha == 255);
        CHECK(fixture.ui.animating());
        fixture.now += 240ms;
        CHECK(seen(fixture.frame(with_sheet), Color::seal).alpha == 255);
        CHECK_FALSE(fixture.ui.animating());
    }
}

TEST_CASE("a picture that comes late fades in over its colour; one that is there does not") {
    UiFixture fixture;
    const auto draw = [](Ui& ui) { ui.picture("p/k:a.png", k_box, 0, Color::river_tint); };
    (void)fixture.frame(draw);
    fixture.pictures["p/k:a.png"] = {77, 20, 10};
    CHECK(seen(fixture.frame(draw), Color::white).alpha == 0);
    fixture.now += 100ms;
    const auto half = seen(fixture.frame(draw), Color::white).alpha;
    CHECK(half > 100);
    CHECK(half < 255);
    CHECK(fixture.ui.animating());
    fixture.now += 200ms;
    CHECK(seen(fixture.frame(draw), Color::white).alpha == 255);
    CHECK_FALSE(fixture.ui.animating());
    fixture.memory = {};
    CHECK(seen(fixture.frame(draw), Color::white).alpha == 255);
    CHECK_FALSE(fixture.ui.animating());
}

TEST_CASE("a sharper copy of a picture takes its place without fading in again") {
    UiFixture fixture;
    const auto draw = [](Ui& ui) { ui.picture("p/k:a.png", k_box, 0, Color::river_tint); };
    (void)fixture.frame(draw);
    fixture.pictures["p/k:a.png"] = {77, 20, 10};
    (void)fixture.frame(draw);
    fixture.now += 100ms;
    const auto half = seen(fixture.frame(draw), Color::white).alpha;
    fixture.pictures["p/k:a.png"] = {78, 40, 20};
    CHECK(seen(fixture.frame(draw), Color::white).alpha > half);
    fixture.now += 200ms;
    (void)fixture.frame(draw);
    fixture.pictures["p/k:a.png"] = {79, 80, 40};
    CHECK(seen(fixture.frame(draw), Color::white).alpha == 255);
    CHECK_FALSE(fixture.ui.animating());
}

TEST_CASE("a tween goes from value to value by its id, and turns where it is") {
    UiFixture fixture;
    float value = -1;
    const auto towards = [&](float target) {
        (void)fixture.frame([&](Ui& ui) { value = ui.tween("bar", target, 200ms); });
    };
    towards(1);
    CHECK(value == 1);
    CHECK_FALSE(fixture.ui.animating());
    towards(5);
    CHECK(value == 1);
    CHECK(fixture.ui.animating());
    fixture.now += 50ms;
    towards(5);
    const float on_its_way = value;
    CHECK(on_its_way > 1);
    CHECK(on_its_way < 5);
    towards(1);
    CHECK(value >= on_its_way);
    fixture.now += 300ms;
    towards(1);
    CHECK(value == 1);
    CHECK_FALSE(fixture.ui.animating());
}

TEST_CASE("with reduced motion a tween is there at once") {
    UiFixture fixture;
    fixture.look.motion = Motion::reduced;
    float value = -1;
    (void)fixture.frame([&](Ui& ui) { value = ui.tween("bar", 1); });
    (void)fixture.frame([&](Ui& ui) { value = ui.tween("bar", 5); });
    CHECK(value == 5);
}
