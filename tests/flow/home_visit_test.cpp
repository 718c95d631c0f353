#include "tests/flow/visitor.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::screens;
using test::item;
using test::Visitor;

TEST_CASE("home shows what is installed: campaign, daily question, doors and shelf") {
    const Visitor visitor;
    const auto& home = visitor.page<HomeModel>();
    REQUIRE(home.campaign);
    CHECK(home.campaign->days_left == 11);
    CHECK(home.campaign->videos == 1);
    CHECK(home.campaign->questions == 3);
    REQUIRE(home.daily);
    CHECK(home.daily->options.size() == 2);
    CHECK(home.has_videos);
    CHECK(home.has_quizzes);
    CHECK(home.shelf.size() == 2);
    CHECK(home.header.demo);
    CHECK(home.header.time.hour == 15);
    CHECK_FALSE(home.dock.can_go_back);
}

TEST_CASE("in July no campaign is near, and home shows none") {
    const Visitor visitor{test::sample_snapshot(), "2026-07-15T09:00:00"};
    CHECK_FALSE(visitor.page<HomeModel>().campaign);
}

TEST_CASE("with nothing installed the built-in page stands there and names what staff can do") {
    Visitor visitor{std::make_shared<catalog::Snapshot>()};
    REQUIRE(visitor.at<FaultModel>());
    CHECK_FALSE(visitor.page<FaultModel>().for_staff.empty());
    visitor.touch(GoHome{});
    CHECK(visitor.at<FaultModel>());
    visitor.send(flow::CatalogChanged{test::sample_snapshot()});
    CHECK(visitor.at<AttractModel>());
}

TEST_CASE("a store that cannot be read shows the built-in page with its sentence") {
    Visitor visitor{std::make_shared<catalog::Snapshot>()};
    visitor.send(flow::CatalogFailed{Error{Code::DAMAGED_DATABASE, "store.db", "malformed"}});
    REQUIRE(visitor.at<FaultModel>());
    CHECK(visitor.page<FaultModel>().for_staff.find("store.db") != std::string::npos);
}

TEST_CASE("a store that becomes unreadable takes nothing off the screen") {
    Visitor visitor;
    visitor.send(flow::CatalogFailed{Error{Code::DISK_ERROR, "store.db", ""}});
    CHECK(visitor.at<HomeModel>());
}

TEST_CASE("new content waits until the visitor has gone") {
    Visitor visitor;
    visitor.touch(OpenVideos{});
    auto newer = test::sample_snapshot();
    newer->revision = 2;
    newer->videos.pop_back();
    visitor.send(flow::CatalogChanged{newer});
    CHECK(visitor.page<ShelfModel>().videos.size() == 2);
    visitor.wait(std::chrono::minutes{3});
    visitor.touch(Wake{});
    REQUIRE(visitor.at<HomeModel>());
    CHECK(visitor.page<HomeModel>().shelf.size() == 1);
}

TEST_CASE("doors and banner lead where they say, back and home lead back") {
    Visitor visitor;
    visitor.touch(OpenVideos{});
    CHECK(visitor.page<ShelfModel>().videos.size() == 2);
    CHECK(visitor.page<ShelfModel>().dock.can_go_back);
    visitor.touch(GoBack{});
    CHECK(visitor.at<HomeModel>());
    visitor.touch(OpenCampaign{item("constitution")});
    CHECK(visitor.page<ShelfModel>().videos.size() == 1);
    CHECK(visitor.page<ShelfModel>().quizzes.size() == 1);
    visitor.touch(OpenVideo{item("one")});
    CHECK(visitor.at<WatchModel>());
    visitor.touch(GoHome{});
    CHECK(visitor.at<HomeModel>());
    CHECK(visitor.asked_for<flow::StopPlayer>() == 1);
}

TEST_CASE("help opens over any page, pauses what plays, and counts as a service looked up") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("one")});
    visitor.player(flow::PlayerUpdate::State::playing, Micros{0}, std::chrono::seconds{40});
    visitor.touch(OpenHelp{});
    CHECK(visitor.over<HelpModel>());
    CHECK(visitor.asked_for<flow::PausePlayer>() == 1);
    CHECK(visitor.counted(tally::Counter::looked_up_service) == 1);
    visitor.touch(CloseOverlay{});
    CHECK_FALSE(visitor.over<HelpModel>());
    CHECK(visitor.at<WatchModel>());
}

TEST_CASE("the header's minute turns by itself and nothing else is drawn on a still page") {
    Visitor visitor;
    const auto before = visitor.flow.revision();
    visitor.wait(std::chrono::seconds{59});
    CHECK(visitor.flow.revision() == before);
    visitor.wait(std::chrono::seconds{61});
    CHECK(visitor.flow.revision() == before + 2);
    CHECK(visitor.page<HomeModel>().header.time.minute == 22);
}
