#include "tests/flow/visitor.h"

#include "kiosk/flow/models.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::screens;
using namespace std::chrono_literals;
using test::item;
using test::Visitor;
using S = flow::PlayerUpdate::State;

namespace {

/// "a", "b" and "c" are of one series, with another film between them.
std::shared_ptr<catalog::Snapshot> series() {
    auto snapshot = test::sample_snapshot();
    snapshot->videos = {test::sample_video("a", 40s), test::sample_video("other", 40s),
                        test::sample_video("b", 40s), test::sample_video("c", 40s)};
    for (auto& video : snapshot->videos) {
        if (video.id != item("other")) video.series = model::in_hans("法治大讲堂");
        snapshot->members["demo/sample:" + video.media] = {"/nowhere.pufa", 100, 1000};
    }
    return snapshot;
}

struct InSeries : Visitor {
    explicit InSeries(const std::string& name = "a")
        : Visitor(series()) {
        touch(OpenVideo{item(name)});
        play(0s, 40s, 40s);
    }
    void end() { player(S::ended, 40s, 40s); }
    [[nodiscard]] std::string shown() const {
        const auto& id = page<WatchModel>().id.value;
        return id.substr(id.rfind('/') + 1);
    }
    [[nodiscard]] const WatchModel& watch() const { return page<WatchModel>(); }
};

} // namespace

TEST_CASE("the next episode is offered, else the next film") {
    const std::pair<const char*, std::pair<const char*, bool>> rows[] = {
        {"a", {"b", true}}, {"b", {"c", true}}, {"c", {"a", false}}, {"other", {"b", false}}};
    for (const auto& row : rows) {
        InSeries visitor{row.first};
        visitor.end();
        CAPTURE(row.first);
        const auto& offered = row.second;
        REQUIRE(visitor.watch().next);
        CHECK(visitor.watch().next->id == item(offered.first));
        CHECK(visitor.watch().next_is_episode == offered.second);
        CHECK(visitor.watch().next_follows == offered.second);
    }
}

TEST_CASE("an episode that cannot be played is passed over") {
    InSeries visitor;
    visitor.touch(OpenVideo{item("b")});
    visitor.player(S::failed);
    visitor.touch(OpenVideo{item("a")});
    visitor.player(S::ended, 40s, 40s);
    CHECK(visitor.watch().next->id == item("c"));
}

TEST_CASE("ten seconds after the end the next episode begins by itself, once, and then all ends") {
    InSeries visitor;
    visitor.end();
    visitor.wait(9s);
    CHECK(visitor.shown() == "a");
    visitor.wait(1s);
    CHECK(visitor.shown() == "b");
    CHECK(visitor.watch().state == WatchModel::State::opening);
    visitor.play(0s, 40s, 40s);
    visitor.end();
    CHECK(visitor.watch().next_is_episode);
    CHECK_FALSE(visitor.watch().next_follows);
    visitor.wait(29s);
    CHECK(visitor.shown() == "b");
    visitor.wait(1s);
    CHECK(visitor.over<IdleModel>());
    visitor.wait(20s);
    CHECK(visitor.at<AttractModel>());
}

TEST_CASE("a touch after the end keeps the page, and a touch in the episode allows one more") {
    InSeries visitor;
    visitor.end();
    visitor.wait(5s);
    visitor.send(flow::Touched{});
    CHECK_FALSE(visitor.watch().next_follows);
    visitor.wait(25s);
    CHECK(visitor.shown() == "a");

    InSeries other;
    other.end();
    other.wait(10s);
    REQUIRE(other.shown() == "b");
    other.send(flow::Touched{});
    other.play(0s, 40s, 40s);
    other.end();
    other.wait(10s);
    CHECK(other.shown() == "c");
}

TEST_CASE("nothing begins under help, on another page, after a failure or without a series") {
    InSeries helped;
    helped.end();
    helped.send(OpenHelp{}); // as if its touch had been lost
    helped.wait(11s);
    CHECK(helped.shown() == "a");

    InSeries gone;
    gone.end();
    gone.touch(GoHome{});
    gone.wait(11s);
    CHECK(gone.at<HomeModel>());

    InSeries failed;
    failed.touch(OpenVideo{item("a")});
    failed.player(S::failed);
    failed.wait(11s);
    CHECK(failed.watch().state == WatchModel::State::failed);

    InSeries lone{"other"};
    lone.end();
    lone.wait(11s);
    CHECK(lone.shown() == "other");
}

TEST_CASE(
    "an episode that began by itself reached nobody, and who did not touch is not a visitor") {
    InSeries visitor;
    visitor.end();
    visitor.wait(10s);
    REQUIRE(visitor.shown() == "b");
    visitor.play(0s, 40s, 40s);
    CHECK(visitor.counted(tally::Counter::reached, item("b").value) == 0);
    REQUIRE(visitor.counted(tally::Counter::watched_whole, item("b").value) == 1);
    CHECK(visitor.events.back().origin == tally::Origin::unattended);
    // Whoever is there is one again with the first touch.
    visitor.touch(OpenVideo{item("c")});
    CHECK(visitor.events.back().origin == tally::Origin::visitor);
}

TEST_CASE("large text leaves the same ten seconds, and the visit is over later") {
    InSeries visitor;
    visitor.touch(ChooseTextSize{model::TextSize::large});
    visitor.end();
    visitor.wait(10s);
    CHECK(visitor.shown() == "b");
}
