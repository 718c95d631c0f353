#include "tests/flow/visitor.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::screens;
using namespace std::chrono_literals;
using S = flow::PlayerUpdate::State;
using test::item;
using test::Visitor;

TEST_CASE("a card plays its video from where its pack keeps it") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("one")});
    REQUIRE(visitor.asked_for<flow::PlayVideo>() == 1);
    for (const auto& effect : visitor.effects) {
        if (const auto* play = std::get_if<flow::PlayVideo>(&effect))
            CHECK(play->media == catalog::MediaLocation{"/nowhere.pufa", 100, 1000});
    }
    CHECK(visitor.page<WatchModel>().state == WatchModel::State::opening);
    visitor.player(S::playing, 0s, 40s);
    CHECK(visitor.page<WatchModel>().state == WatchModel::State::playing);
}

TEST_CASE("play and pause take turns, a seek moves the bar at once and stays within the video") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("one")});
    visitor.player(S::playing, 5s, 40s);
    visitor.touch(TogglePlay{});
    CHECK(visitor.asked_for<flow::PausePlayer>() == 1);
    visitor.player(S::paused, 5s, 40s);
    visitor.touch(TogglePlay{});
    CHECK(visitor.asked_for<flow::ResumePlayer>() == 1);
    visitor.touch(SeekTo{90s});
    CHECK(visitor.page<WatchModel>().position == 40s);
    visitor.touch(SkipBy{-60s});
    CHECK(visitor.page<WatchModel>().position == 0s);
    CHECK(visitor.asked_for<flow::SeekPlayer>() == 2);
}

TEST_CASE("the controls go after four seconds of playing and any touch brings them back") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("one")});
    visitor.player(S::playing, 0s, 40s);
    CHECK(visitor.page<WatchModel>().controls_shown);
    visitor.wait(4s);
    CHECK_FALSE(visitor.page<WatchModel>().controls_shown);
    visitor.send(flow::Touched{});
    CHECK(visitor.page<WatchModel>().controls_shown);
    visitor.player(S::paused, 4s, 40s);
    visitor.wait(10s);
    CHECK(visitor.page<WatchModel>().controls_shown);
}

TEST_CASE("15 seconds count as engaged and 90 % as whole, once each") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("one")});
    visitor.play(0s, 14s, 40s);
    CHECK(visitor.counted(tally::Counter::engaged) == 0);
    visitor.play(14s, 16s, 40s);
    CHECK(visitor.counted(tally::Counter::engaged) == 1);
    CHECK(visitor.counted(tally::Counter::watched_whole) == 0);
    visitor.play(16s, 40s, 40s);
    visitor.play(0s, 40s, 40s);
    CHECK(visitor.counted(tally::Counter::engaged) == 1);
    CHECK(visitor.counted(tally::Counter::watched_whole) == 1);
    CHECK(visitor.events.back().item_version == 7);
}

TEST_CASE("seeking to the end is not watching") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("one")});
    visitor.play(0s, 2s, 40s);
    visitor.touch(SeekTo{38s});
    visitor.play(38s, 40s, 40s);
    visitor.player(S::ended, 40s, 40s);
    CHECK(visitor.counted(tally::Counter::engaged) == 0);
    CHECK(visitor.counted(tally::Counter::watched_whole) == 0);
}

TEST_CASE("a video that cannot be played says so, offers the next one and the visit goes on") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("one")});
    visitor.player(S::failed);
    const auto& watch = visitor.page<WatchModel>();
    CHECK(watch.state == WatchModel::State::failed);
    REQUIRE(watch.next);
    CHECK(watch.next->id == item("two"));
    visitor.touch(OpenVideo{item("two")});
    visitor.player(S::playing, 1s, 20s);
    CHECK(visitor.page<WatchModel>().state == WatchModel::State::playing);
    visitor.touch(GoBack{});
    REQUIRE(visitor.at<HomeModel>());
    CHECK(visitor.page<HomeModel>().shelf[0].unavailable);
    CHECK_FALSE(visitor.page<HomeModel>().shelf[1].unavailable);
}

TEST_CASE("what is set aside stays so over visits and new content until it is said otherwise") {
    Visitor visitor;
    visitor.send(flow::SetAside{{item("one")}});
    CHECK(visitor.page<HomeModel>().shelf[0].unavailable);
    visitor.touch(OpenVideo{item("two")});
    visitor.player(S::ended, 20s, 20s);
    CHECK_FALSE(visitor.page<WatchModel>().next); // there is no third
    visitor.touch(GoHome{});
    visitor.wait(10min); // the visit ends, and the kiosk sleeps
    visitor.touch(Wake{});
    REQUIRE(visitor.at<HomeModel>());
    CHECK(visitor.page<HomeModel>().shelf[0].unavailable);
    visitor.send(flow::SetAside{});
    CHECK_FALSE(visitor.page<HomeModel>().shelf[0].unavailable);
}

TEST_CASE("at the end the same video can be seen again, or the next one") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("two")});
    visitor.player(S::ended, 20s, 20s);
    CHECK(visitor.page<WatchModel>().state == WatchModel::State::ended);
    CHECK(visitor.page<WatchModel>().next->id == item("one"));
    visitor.touch(TogglePlay{});
    CHECK(visitor.asked_for<flow::PlayVideo>() == 2);
    visitor.touch(GoBack{});
    CHECK(visitor.at<HomeModel>());
}

TEST_CASE("the picture has the shape that the player sees, before that the one of the pack") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("one")});
    const float packed = visitor.page<WatchModel>().shape;
    visitor.player(S::opening);
    CHECK(visitor.page<WatchModel>().shape == packed);
    visitor.send(flow::PlayerUpdate{S::playing, 0s, 40s, false, 9.f / 16});
    CHECK(visitor.page<WatchModel>().shape == doctest::Approx(9.0 / 16));
}

TEST_CASE("while a finger slides the film waits and shows where it is, and goes on when it lifts") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("one")});
    visitor.player(S::playing, 5s, 40s);
    visitor.touch(PreviewAt{10s});
    CHECK(visitor.asked_for<flow::PausePlayer>() == 1);
    CHECK(visitor.asked_for<flow::SeekPlayer>() == 1);
    visitor.player(S::paused, 10s, 40s);
    // Nobody paused it.
    CHECK(visitor.page<WatchModel>().state == WatchModel::State::playing);
    visitor.send(PreviewAt{11s}); // at once: the player is not sent on yet
    CHECK(visitor.asked_for<flow::SeekPlayer>() == 1);
    visitor.wait(120ms);
    visitor.send(PreviewAt{12s});
    CHECK(visitor.asked_for<flow::SeekPlayer>() == 2);
    visitor.wait(200ms);
    visitor.send(PreviewAt{12s}); // it rests
    CHECK(visitor.asked_for<flow::SeekPlayer>() == 2);
    CHECK(visitor.page<WatchModel>().controls_shown);
    visitor.wait(10s);
    CHECK(visitor.page<WatchModel>().controls_shown);
    visitor.send(SeekTo{12'500ms});
    CHECK(visitor.asked_for<flow::SeekPlayer>() == 3);
    CHECK(visitor.asked_for<flow::ResumePlayer>() == 1);
    CHECK(visitor.page<WatchModel>().position == 12'500ms);
    visitor.send(flow::Lifted{});
    CHECK(visitor.asked_for<flow::ResumePlayer>() == 1);
}

TEST_CASE("a paused film is still paused after a slide, and a lost finger ends one as well") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("one")});
    visitor.player(S::paused, 5s, 40s);
    visitor.touch(PreviewAt{10s});
    CHECK(visitor.page<WatchModel>().state == WatchModel::State::paused);
    visitor.send(SeekTo{10s});
    CHECK(visitor.asked_for<flow::PausePlayer>() == 0);
    CHECK(visitor.asked_for<flow::ResumePlayer>() == 0);
    visitor.player(S::playing, 10s, 40s);
    visitor.touch(PreviewAt{20s});
    visitor.send(flow::Lifted{});
    CHECK(visitor.asked_for<flow::ResumePlayer>() == 1);
}

TEST_CASE("what flits past under a finger is not watched") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("one")});
    visitor.player(S::playing, 0s, 40s);
    for (auto at = 0s; at < 40s; at += 1s) {
        visitor.touch(PreviewAt{at});
        visitor.send(flow::PlayerUpdate{S::paused, at, 40s, true});
    }
    CHECK(visitor.counted(tally::Counter::engaged) == 0);
}

TEST_CASE("the seek bar has the small pictures of the film's own pack") {
    auto snapshot = test::sample_snapshot();
    snapshot->videos[0].thumbs = model::SeekThumbs{"thumbs/one.png", 2s, 20, 10, 160, 80};
    Visitor visitor{snapshot};
    visitor.touch(OpenVideo{item("one")});
    REQUIRE(visitor.page<WatchModel>().pictures);
    const auto& pictures = *visitor.page<WatchModel>().pictures;
    CHECK(pictures.sheet.key == "demo/sample:thumbs/one.png");
    CHECK(pictures.every == 2s);
    CHECK(pictures.count == 20);
    CHECK(pictures.columns == 10);
    CHECK(pictures.shape == 2);
    visitor.touch(OpenVideo{item("two")});
    CHECK_FALSE(visitor.page<WatchModel>().pictures);
}
