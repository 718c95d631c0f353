#include "kiosk/app/playback.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::app;

TEST_CASE("five volume steps are six decibels each and none is silence") {
    CHECK(gain_of(0) == 0);
    CHECK(gain_of(-1) == 0);
    CHECK(gain_of(5) == doctest::Approx(1));
    CHECK(gain_of(9) == doctest::Approx(1));
    for (int volume = 1; volume < 5; ++volume)
        CHECK(gain_of(volume + 1) / gain_of(volume) == doctest::Approx(1.9953).epsilon(0.001));
}

TEST_CASE("seeking is told as what the visitor was doing before") {
    using From = player::State;
    using To = flow::PlayerUpdate::State;
    CHECK(told_state(From::seeking, To::paused) == To::paused);
    CHECK(told_state(From::seeking, To::playing) == To::playing);
    CHECK(told_state(From::seeking, To::ended) == To::playing);
    CHECK(told_state(From::opening, To::idle) == To::opening);
    CHECK(told_state(From::failed, To::playing) == To::failed);
}

TEST_CASE("the flow is told what can be chosen and what was") {
    player::Status status;
    status.state = player::State::playing;
    status.position = Micros{5};
    status.facts.sounds = {{"yue", "粤语"}, {"chi", ""}};
    status.sound_track = 1;
    status.pace_percent = 150;
    const auto update = update_of(status, flow::PlayerUpdate::State::opening);
    CHECK(update.state == flow::PlayerUpdate::State::playing);
    CHECK(update.position == Micros{5});
    REQUIRE(update.sounds.size() == 2);
    CHECK(update.sounds[0].language == "yue");
    CHECK(update.sounds[0].title == "粤语");
    CHECK(update.sound_track == 1);
    CHECK(update.pace_percent == 150);
    CHECK_FALSE(update.presented);
}

TEST_CASE("a film whose first picture is there is no longer opening, as far as anybody sees") {
    using From = player::State;
    using To = flow::PlayerUpdate::State;
    player::Status status;
    status.state = From::opening;
    CHECK(update_of(status, To::idle, false).state == To::opening);
    CHECK(update_of(status, To::idle, true).state == To::playing);
    status.state = From::failed;
    CHECK(update_of(status, To::playing, true).state == To::failed);
    status.state = From::paused;
    CHECK(update_of(status, To::playing, true).state == To::paused);
}

TEST_CASE("a film that its file turns by a quarter is as high as it was wide") {
    media::Facts facts;
    CHECK(shape_of(facts) == 0);
    facts.width = 1920;
    facts.height = 1080;
    CHECK(shape_of(facts) == doctest::Approx(16.0 / 9));
    facts.rotation = 180;
    CHECK(shape_of(facts) == doctest::Approx(16.0 / 9));
    for (const int quarter : {90, 270}) {
        facts.rotation = quarter;
        CHECK(shape_of(facts) == doctest::Approx(9.0 / 16));
    }
}
