#include "tests/support/screen_fixture.h"

using namespace pufa;
using namespace pufa::support;
using State = WatchModel::State;

TEST_CASE("the player's buttons mean what they show") {
    ScreenFixture screen;
    const auto watch = sample_watch();
    (void)as<TogglePlay>(screen.touch(watch, "watch.play"));
    CHECK(as<SkipBy>(screen.touch(watch, "watch.minus")).by == std::chrono::seconds{-10});
    CHECK(as<SkipBy>(screen.touch(watch, "watch.plus")).by == std::chrono::seconds{10});
    (void)as<GoBack>(screen.touch(watch, "watch.back"));
    (void)as<GoHome>(screen.touch(watch, "watch.home"));
    (void)as<OpenHelp>(screen.touch(watch, "watch.help"));
    CHECK(as<ChangeVolume>(screen.touch(watch, "watch.volume")).volume == watch.volume + 1);
}

TEST_CASE("a touch on the picture does nothing while the controls are shown") {
    ScreenFixture screen;
    (void)screen.show(sample_watch());
    screen.tap_at({960, 400});
    CHECK(is_nothing(screen.show(sample_watch())));
}

TEST_CASE("hidden controls come back with a touch anywhere and nothing else is in reach") {
    ScreenFixture screen;
    const auto watch = hidden_watch();
    (void)screen.show(watch);
    CHECK_FALSE(screen.has("watch.play"));
    for (const ui::Point at : {ui::Point{5, 5}, ui::Point{960, 1075}, ui::Point{1915, 540}}) {
        screen.tap_at(at);
        (void)as<ShowControls>(screen.show(watch));
    }
}

TEST_CASE("the bar seeks where the finger lifts, not before") {
    ScreenFixture screen;
    const auto watch = sample_watch();
    (void)screen.show(watch);
    const auto bar = screen.ui.targets().find("watch.seek")->rect;
    using Kind = ui::PointerInput::Kind;
    screen.feed(Kind::down, bar.center());
    CHECK(is_nothing(screen.show(watch)));
    screen.feed(Kind::move, {bar.x + bar.w * 0.75f, bar.center().y});
    CHECK(is_nothing(screen.show(watch)));
    screen.feed(Kind::up, {bar.x + bar.w * 0.75f, bar.center().y});
    const auto target = as<SeekTo>(screen.show(watch)).target;
    const auto wanted = watch.duration * 3 / 4;
    CHECK(std::chrono::abs(target - wanted) < std::chrono::milliseconds{50});
}

TEST_CASE("a tap on the bar seeks there") {
    ScreenFixture screen;
    const auto watch = sample_watch();
    const auto target = as<SeekTo>(screen.touch(watch, "watch.seek")).target;
    CHECK(std::chrono::abs(target - watch.duration / 2) < std::chrono::milliseconds{50});
}

TEST_CASE("while a video opens it cannot be paused, and the ways out are there") {
    ScreenFixture screen;
    const auto watch = sample_watch(State::opening);
    CHECK(is_nothing(screen.touch(watch, "watch.play")));
    (void)as<GoBack>(screen.touch(watch, "watch.back"));
    (void)as<GoHome>(screen.touch(watch, "watch.home"));
}

TEST_CASE("after the end one can watch again, go on, or go home") {
    ScreenFixture screen;
    const auto watch = sample_watch(State::ended);
    CHECK(as<OpenVideo>(screen.touch(watch, "watch.again")).id == watch.id);
    CHECK(as<OpenVideo>(screen.touch(watch, "watch.next")).id == watch.next->id);
    (void)as<GoHome>(screen.touch(watch, "watch.home"));
    (void)as<GoBack>(screen.touch(watch, "watch.back"));
    (void)as<OpenHelp>(screen.touch(watch, "watch.help"));
    CHECK_FALSE(screen.has("watch.play"));
}

TEST_CASE("a video that cannot be played offers the next one and the way back") {
    ScreenFixture screen;
    auto watch = sample_watch(State::failed);
    CHECK(as<OpenVideo>(screen.touch(watch, "watch.next")).id == watch.next->id);
    (void)as<GoBack>(screen.touch(watch, "watch.back"));
    (void)as<GoHome>(screen.touch(watch, "watch.home"));
    watch.next.reset();
    (void)screen.show(watch);
    CHECK_FALSE(screen.has("watch.next"));
    (void)as<GoBack>(screen.touch(watch, "watch.back"));
}

TEST_CASE("the picture shows through the whole canvas") {
    ScreenFixture screen;
    (void)screen.show(sample_watch());
    REQUIRE(screen.ui.video_rect());
    CHECK(*screen.ui.video_rect() == screen.layout.canvas());
    (void)screen.show(sample_home());
    CHECK_FALSE(screen.ui.video_rect());
}
