#include "tests/flow/visitor.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::screens;
using namespace std::chrono_literals;
using test::item;
using test::Visitor;

TEST_CASE("a menu asks after 60 seconds, counts down 20 and ends the visit") {
    Visitor visitor;
    visitor.touch(OpenVideos{});
    visitor.wait(59s);
    CHECK_FALSE(visitor.over<IdleModel>());
    visitor.wait(1s);
    REQUIRE(visitor.over<IdleModel>());
    CHECK(std::get<IdleModel>(visitor.flow.overlay()).seconds_left == 20);
    visitor.wait(5s);
    CHECK(std::get<IdleModel>(visitor.flow.overlay()).seconds_left == 15);
    visitor.wait(15s);
    CHECK_FALSE(visitor.over<IdleModel>());
    CHECK(visitor.at<AttractModel>());
    CHECK(visitor.asked_for<flow::VisitEnded>() == 1);
}

TEST_CASE("who reads large text has half as much time again") {
    Visitor visitor;
    visitor.touch(OpenVideos{});
    visitor.touch(ChooseTextSize{model::TextSize::large});
    visitor.wait(89s);
    CHECK_FALSE(visitor.over<IdleModel>());
    visitor.wait(1s);
    REQUIRE(visitor.over<IdleModel>());
    CHECK(std::get<IdleModel>(visitor.flow.overlay()).seconds_left == 30);
    visitor.wait(29s);
    CHECK(visitor.over<IdleModel>());
    visitor.wait(1s);
    CHECK(visitor.at<AttractModel>());
}

TEST_CASE("a touch while it asks keeps the page") {
    Visitor visitor;
    visitor.touch(OpenVideos{});
    visitor.wait(70s);
    REQUIRE(visitor.over<IdleModel>());
    visitor.touch(CloseOverlay{});
    CHECK_FALSE(visitor.over<IdleModel>());
    CHECK(visitor.at<ShelfModel>());
    visitor.wait(59s);
    CHECK_FALSE(visitor.over<IdleModel>());
}

TEST_CASE("a quiz leaves 120 seconds for reading") {
    Visitor visitor;
    visitor.touch(OpenQuizzes{});
    visitor.wait(119s);
    CHECK_FALSE(visitor.over<IdleModel>());
    visitor.wait(1s);
    CHECK(visitor.over<IdleModel>());
}

TEST_CASE("a playing video is never interrupted, 30 seconds after its end it asks") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("one")});
    visitor.play(0s, 600s, 600s);
    CHECK_FALSE(visitor.over<IdleModel>());
    visitor.player(flow::PlayerUpdate::State::ended, 600s, 600s);
    visitor.wait(29s);
    CHECK_FALSE(visitor.over<IdleModel>());
    visitor.wait(1s);
    CHECK(visitor.over<IdleModel>());
}

TEST_CASE("what plays five minutes after the last touch is counted as unattended") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("one")});
    visitor.play(0s, 40s, 40s);
    visitor.player(flow::PlayerUpdate::State::ended, 40s, 40s);
    CHECK(visitor.events.back().origin == tally::Origin::visitor);
    visitor.touch(OpenVideo{item("two")});
    visitor.player(flow::PlayerUpdate::State::playing, 0s, 20s);
    visitor.wait(301s);
    visitor.play(0s, 20s, 20s);
    CHECK(visitor.counted(tally::Counter::watched_whole, "demo/sample/two") == 1);
    CHECK(visitor.events.back().origin == tally::Origin::unattended);
}

TEST_CASE("an empty room counts nothing and asks nothing") {
    Visitor visitor;
    visitor.wait(1h);
    CHECK(visitor.events.empty());
    CHECK_FALSE(visitor.over<IdleModel>());
    CHECK(visitor.asked_for<flow::VisitEnded>() == 0);
}

TEST_CASE("the next visitor sees nothing of the last one: volume, page and session are new") {
    Visitor visitor;
    visitor.touch(ChangeVolume{5});
    visitor.touch(OpenVideos{});
    CHECK(visitor.page<ShelfModel>().dock.volume == 5);
    visitor.wait(2min);
    visitor.touch(Wake{});
    CHECK(visitor.page<HomeModel>().dock.volume == 3);
    const auto first = visitor.events.front().session;
    visitor.touch(OpenVideos{});
    CHECK(visitor.counted(tally::Counter::visit) == 2);
    CHECK(visitor.events.back().session != first);
}

TEST_CASE("each second of the countdown ticks once, and nothing else does") {
    Visitor visitor;
    visitor.touch(OpenVideos{});
    visitor.wait(59s);
    CHECK(visitor.asked_for<flow::TickAloud>() == 0);
    visitor.wait(1s);
    CHECK(visitor.asked_for<flow::TickAloud>() == 1);
    visitor.send(flow::Tick{});
    CHECK(visitor.asked_for<flow::TickAloud>() == 1);
    visitor.wait(19s);
    CHECK(visitor.asked_for<flow::TickAloud>() == 20);
    visitor.wait(30s);
    CHECK(visitor.asked_for<flow::TickAloud>() == 20);
}

TEST_CASE("a touch ends the ticking") {
    Visitor visitor;
    visitor.touch(OpenVideos{});
    visitor.wait(62s);
    CHECK(visitor.asked_for<flow::TickAloud>() == 3);
    visitor.touch(CloseOverlay{});
    visitor.wait(50s);
    CHECK(visitor.asked_for<flow::TickAloud>() == 3);
}
