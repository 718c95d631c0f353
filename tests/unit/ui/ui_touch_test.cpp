#include "kiosk/ui/ui.h"

#include "tests/support/ui_fixture.h"

using namespace pufa;
using namespace pufa::ui;
using support::UiFixture;
using Kind = PointerInput::Kind;

namespace {

constexpr Rect k_list{0, 0, 1000, 500};

/// A list of ten cards in a scroll area.
struct List {
    float offset = 0;
    int taps = 0;
    float length = 2000;

    void operator()(Ui& ui) {
        offset = ui.scroll_area("list", k_list, length, false);
        ui.push_clip(k_list);
        for (int i = 0; i < 10; ++i) {
            const Rect card{50, static_cast<float>(i) * 200 - offset, 600, 180};
            if (ui.target("card" + std::to_string(i), card)) ++taps;
        }
        ui.pop_clip();
    }
};

void drag(UiFixture& fixture, List& list, Point from, float by, int steps, bool lift = true) {
    fixture.feed(Kind::down, from);
    for (int i = 1; i <= steps; ++i) {
        fixture.now += UiFixture::k_frame;
        fixture.feed(Kind::move,
                     {from.x, from.y + by * static_cast<float>(i) / static_cast<float>(steps)});
    }
    if (lift) fixture.feed(Kind::up, {from.x, from.y + by});
    fixture.frame(list);
}

} // namespace

TEST_CASE("a tapped target is told so once, in the next frame only") {
    UiFixture fixture;
    const Rect button{100, 100, 300, 80};
    int taps = 0;
    const auto screen = [&](Ui& ui) {
        if (ui.target("go", button)) ++taps;
        if (ui.target("go", button)) ++taps;
    };
    fixture.frame(screen);
    CHECK(taps == 0);
    fixture.tap("go");
    fixture.frame(screen);
    CHECK(taps == 1);
    fixture.frame(screen);
    CHECK(taps == 1);
}

TEST_CASE("a tap on a disabled target, and one that was disabled meanwhile, do nothing") {
    UiFixture fixture;
    bool enabled = false;
    int taps = 0;
    const auto screen = [&](Ui& ui) {
        if (ui.target("go", {100, 100, 300, 80}, enabled)) ++taps;
    };
    fixture.frame(screen);
    fixture.tap("go");
    fixture.frame(screen);
    enabled = true;
    fixture.frame(screen);
    fixture.tap("go");
    enabled = false;
    fixture.frame(screen);
    CHECK(taps == 0);
}

TEST_CASE("a raised layer hides the page from touch") {
    UiFixture fixture;
    int page = 0, dialog = 0;
    const auto screen = [&](Ui& ui) {
        if (ui.target("page", {0, 0, 1920, 1080})) ++page;
        ui.raise_layer(true);
        if (ui.target("ok", {800, 500, 200, 80})) ++dialog;
    };
    fixture.frame(screen);
    fixture.tap_at({100, 100});
    fixture.frame(screen);
    CHECK(page == 0);
    fixture.tap("ok");
    fixture.frame(screen);
    CHECK(dialog == 1);
    CHECK(fixture.ui.targets().find("page") == nullptr);
}

TEST_CASE("what is clipped away cannot be touched") {
    UiFixture fixture;
    List list;
    fixture.frame(std::ref(list));
    CHECK(fixture.ui.targets().find("card2")->rect == Rect{50, 400, 600, 100});
    CHECK(fixture.ui.targets().find("card3") == nullptr);
}

TEST_CASE("a drag scrolls the list with the finger") {
    UiFixture fixture;
    List list;
    fixture.frame(std::ref(list));
    drag(fixture, list, {300, 400}, -200, 10, false);
    CHECK(list.offset > 170);
    CHECK(list.offset <= 200);
    CHECK_FALSE(fixture.ui.animating());
    fixture.now += std::chrono::milliseconds{200};
    fixture.feed(Kind::up, {300, 200});
    fixture.frame(std::ref(list));
    CHECK_FALSE(fixture.ui.animating());
    CHECK(list.taps == 0);
}

TEST_CASE("a card that the finger drags away comes out of its press as quickly as any") {
    UiFixture fixture;
    List list;
    fixture.frame(std::ref(list));
    fixture.feed(Kind::down, {300, 300});
    for (int i = 0; i < 6; ++i)
        fixture.frame(std::ref(list));
    CHECK(fixture.ui.pressed("card1") == 1);
    for (int i = 1; i <= 12; ++i) {
        fixture.now += std::chrono::milliseconds{8};
        fixture.feed(Kind::move, {300, 300 - static_cast<float>(i) * 15});
        fixture.now -= std::chrono::milliseconds{8};
        fixture.frame(std::ref(list));
    }
    CHECK(fixture.ui.pressed("card1") == 0);
}

TEST_CASE("a fling runs on and decays with 325 ms") {
    UiFixture fixture;
    List list;
    list.length = 20'000;
    fixture.frame(std::ref(list));
    drag(fixture, list, {300, 450}, -160, 8); // 20 units a frame: 1200 a second
    const float start = list.offset;
    CHECK(fixture.ui.animating());
    float before = start;
    int frames = 0;
    while (fixture.ui.animating() && frames < 600) {
        fixture.frame(std::ref(list));
        CHECK(list.offset >= before);
        before = list.offset;
        ++frames;
    }
    // Velocity times the time constant.
    CHECK(list.offset - start == doctest::Approx(1200 * 0.325f).epsilon(0.1));
    CHECK(frames > 60);
    CHECK(frames < 150);
}

TEST_CASE("past its end a list gives way a little and comes back") {
    UiFixture fixture;
    List list;
    fixture.frame(std::ref(list));
    drag(fixture, list, {300, 100}, 300, 10, false);
    CHECK(list.offset < -50);
    CHECK(list.offset > -160.1f);
    fixture.now += std::chrono::milliseconds{200};
    fixture.feed(Kind::up, {300, 400});
    fixture.frame(std::ref(list));
    CHECK(fixture.ui.animating());
    for (int i = 0; i < 90; ++i)
        fixture.frame(std::ref(list));
    CHECK(list.offset == 0);
    CHECK_FALSE(fixture.ui.animating());
}

TEST_CASE("a fling into the end stops there") {
    UiFixture fixture;
    List list;
    fixture.frame(std::ref(list));
    for (int i = 0; i < 6; ++i)
        drag(fixture, list, {300, 450}, -400, 4);
    for (int i = 0; i < 300; ++i)
        fixture.frame(std::ref(list));
    CHECK(list.offset == 1500);
    CHECK_FALSE(fixture.ui.animating());
}

TEST_CASE("a touch on a moving list stops it and taps nothing; the next one taps") {
    UiFixture fixture;
    List list;
    list.length = 20'000;
    fixture.frame(std::ref(list));
    drag(fixture, list, {300, 450}, -300, 5);
    fixture.frame(std::ref(list));
    REQUIRE(fixture.ui.animating());
    fixture.tap_at({300, 100});
    fixture.frame(std::ref(list));
    CHECK(list.taps == 0);
    const float stopped = list.offset;
    for (int i = 0; i < 30; ++i)
        fixture.frame(std::ref(list));
    CHECK(list.offset == stopped);
    fixture.tap_at(fixture.ui.targets().find("card1")->rect.center());
    fixture.frame(std::ref(list));
    CHECK(list.taps == 1);
}

TEST_CASE("a list that is all in view does not scroll and leaves the drag to what holds it") {
    UiFixture fixture;
    List list;
    list.length = 300;
    fixture.frame(std::ref(list));
    CHECK(fixture.ui.targets().scroll_at({300, 100}) == nullptr);
    drag(fixture, list, {300, 400}, -200, 10);
    CHECK(list.offset == 0);
    CHECK(fixture.memory.scrolls.empty());
}

TEST_CASE("a list that became shorter shows its end, not nothing") {
    UiFixture fixture;
    List list;
    fixture.frame(std::ref(list));
    for (int i = 0; i < 4; ++i)
        drag(fixture, list, {300, 450}, -400, 4);
    list.length = 700;
    for (int i = 0; i < 90; ++i)
        fixture.frame(std::ref(list));
    CHECK(list.offset == 200);
}

TEST_CASE("a slider tells its fraction while it is held and that it is done once") {
    UiFixture fixture;
    std::optional<Slide> slide;
    const auto screen = [&](Ui& ui) { slide = ui.slider("bar", {100, 100, 800, 60}); };
    fixture.frame(screen);
    CHECK_FALSE(slide.has_value());
    fixture.feed(Kind::down, {300, 130});
    fixture.frame(screen);
    REQUIRE(slide.has_value());
    CHECK(slide->fraction == doctest::Approx(0.25f));
    CHECK_FALSE(slide->done);
    fixture.frame(screen); // the finger rests
    REQUIRE(slide.has_value());
    CHECK(slide->fraction == doctest::Approx(0.25f));
    fixture.feed(Kind::move, {700, 130});
    fixture.feed(Kind::up, {700, 130});
    fixture.frame(screen);
    REQUIRE(slide.has_value());
    CHECK(slide->done);
    CHECK(slide->fraction == doctest::Approx(0.75f));
    fixture.frame(screen);
    CHECK_FALSE(slide.has_value());
}

TEST_CASE("a cancelled slide is over and never done") {
    UiFixture fixture;
    std::optional<Slide> slide;
    const auto screen = [&](Ui& ui) { slide = ui.slider("bar", {100, 100, 800, 60}); };
    fixture.frame(screen);
    fixture.feed(Kind::down, {300, 130});
    fixture.frame(screen);
    fixture.feed(Kind::cancel, {300, 130});
    fixture.frame(screen);
    CHECK_FALSE(slide.has_value());
}

TEST_CASE("a reset of the memory takes scroll and press back") {
    UiFixture fixture;
    List list;
    fixture.frame(std::ref(list));
    drag(fixture, list, {300, 400}, -200, 10, false);
    CHECK(list.offset > 0);
    fixture.recogniser.reset();
    fixture.memory = {};
    fixture.frame(std::ref(list));
    CHECK(list.offset == 0);
}

TEST_CASE("a map is moved and scaled by what fingers did since the frame before") {
    UiFixture fixture;
    Ui::Pan pan;
    const auto draw = [&](Ui& ui) { pan = ui.pan_area("map", {0, 0, 1000, 1000}); };
    (void)fixture.frame(draw);
    CHECK(pan.by == Point{});
    fixture.feed(Kind::down, {400, 500}, 1);
    fixture.feed(Kind::down, {600, 500}, 2);
    fixture.feed(Kind::move, {700, 500}, 2);
    fixture.feed(Kind::move, {800, 500}, 2);
    (void)fixture.frame(draw);
    CHECK(pan.factor == doctest::Approx(2));
    CHECK(pan.by.x == doctest::Approx(100));
    (void)fixture.frame(draw);
    CHECK(pan.factor == 1);
    CHECK(pan.by == Point{});
}

TEST_CASE("a map that is flung flies on and comes to rest") {
    UiFixture fixture;
    Ui::Pan pan;
    const auto draw = [&](Ui& ui) { pan = ui.pan_area("map", {0, 0, 1000, 1000}); };
    (void)fixture.frame(draw);
    fixture.feed(Kind::down, {400, 500});
    for (int i = 1; i <= 5; ++i) {
        fixture.now += std::chrono::milliseconds{16};
        fixture.feed(Kind::move, {400 + 20.f * static_cast<float>(i), 500});
    }
    fixture.now += std::chrono::milliseconds{16};
    fixture.feed(Kind::up, {520, 500});
    float way = 0;
    int frames = 0;
    do {
        (void)fixture.frame(draw);
        way += pan.by.x;
        ++frames;
    } while (fixture.ui.animating() && frames < 1000);
    CHECK(frames > 10);
    CHECK(frames < 1000);
    CHECK(way > 400); // 1,250 a second, decaying with 325 ms
    CHECK(way < 600);
}
