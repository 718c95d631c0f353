#include "tests/flow/visitor.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::screens;
using namespace std::chrono_literals;
using test::item;
using test::Visitor;
using S = flow::PlayerUpdate::State;

namespace {

struct Asleep : Visitor {
    Asleep()
        : Visitor(test::sample_snapshot(), "2026-11-23T15:20:00", Start::attract) {}
};

const flow::PlayVideo& newest_clip(const Visitor& visitor) {
    const flow::PlayVideo* newest = nullptr;
    for (const auto& effect : visitor.effects)
        if (const auto* play = std::get_if<flow::PlayVideo>(&effect)) newest = play;
    REQUIRE(newest);
    return *newest;
}

} // namespace

TEST_CASE("at night nothing runs until the morning, by day the films of the campaign come first") {
    auto snapshot = test::sample_snapshot();
    snapshot->campaigns[0].items = {item("two")};
    auto settings = Visitor::settings();
    settings.night = campaign::DailySpan{22 * 60, 7 * 60};
    flow::Now now{SteadyTime{std::chrono::hours{1}}, *base::parse_iso("2026-12-04T21:59:30")};
    flow::Flow flow{settings, snapshot, now};
    const auto played = [&](Micros later) {
        now.steady += later;
        now.wall += std::chrono::duration_cast<std::chrono::milliseconds>(later);
        std::string id;
        for (const auto& effect : flow.update(flow::Tick{}, now))
            if (const auto* play = std::get_if<flow::PlayVideo>(&effect)) id = play->id.value;
        return id;
    };
    // The first thing asked for was asked for while the flow was made; it comes with the next
    // event.
    CHECK(played(Micros{0}) == "demo/sample/two");
    CHECK(std::get<screens::AttractModel>(flow.page()).title == "视频 two");
    CHECK(played(std::chrono::seconds{31}).empty());
    CHECK(std::get<screens::AttractModel>(flow.page()).title.empty());
    CHECK(played(std::chrono::hours{8}).empty());
    CHECK(played(std::chrono::hours{1}) != "");
}

TEST_CASE("while nobody is there clips play without sound, one after another, and count nothing") {
    Asleep visitor;
    visitor.send(flow::Tick{});
    REQUIRE(visitor.at<AttractModel>());
    CHECK_FALSE(visitor.page<AttractModel>().plays);
    CHECK(newest_clip(visitor).id == item("one"));
    CHECK(std::get<flow::SetVolume>(visitor.effects.front()).volume == 0);
    visitor.player(S::playing, 1s, 600s);
    CHECK(visitor.page<AttractModel>().plays);
    CHECK_FALSE(visitor.page<AttractModel>().title.empty());
    visitor.player(S::playing, 20s, 600s);
    CHECK(newest_clip(visitor).id == item("two"));
    visitor.player(S::ended, 5s, 5s);
    CHECK(newest_clip(visitor).id == item("one"));
    CHECK(visitor.events.empty());
}

TEST_CASE("clips that cannot play are passed over, and without any there is drawn art") {
    Asleep visitor;
    visitor.send(flow::Tick{});
    visitor.player(S::failed);
    CHECK(newest_clip(visitor).id == item("two"));
    visitor.player(S::failed);
    CHECK(visitor.asked_for<flow::PlayVideo>() == 2);
    CHECK_FALSE(visitor.page<AttractModel>().plays);
    CHECK(visitor.page<AttractModel>().title.empty());
}

TEST_CASE("the first touch only wakes: sound comes back and the visit begins") {
    Asleep visitor;
    visitor.send(flow::Tick{});
    visitor.send(flow::Touched{});
    CHECK(visitor.at<AttractModel>()); // until the finger has said which language
    visitor.send(Intent{Wake{}});
    CHECK(visitor.at<HomeModel>());
    visitor.send(flow::Lifted{});
    CHECK(visitor.at<HomeModel>());
    CHECK(visitor.counted(tally::Counter::visit) == 1);
    CHECK(visitor.asked_for<flow::StopPlayer>() == 1);
    CHECK(std::get<flow::SetVolume>(visitor.effects.at(visitor.effects.size() - 2)).volume == 3);
}

TEST_CASE("a touch that slid, or a palm, wakes when it lifts") {
    Asleep visitor;
    visitor.send(flow::Touched{});
    visitor.send(flow::Lifted{});
    CHECK(visitor.at<HomeModel>());
}

TEST_CASE("a language's name wakes in that language, and counts are of that language") {
    Asleep visitor;
    visitor.touch(Wake{model::Language::en});
    CHECK(visitor.flow.look().language == model::Language::en);
    visitor.touch(OpenVideo{item("one")});
    CHECK(visitor.events.back().language == model::Language::en);
}

TEST_CASE("the end of a visit brings the clips back") {
    Visitor visitor;
    visitor.touch(OpenVideos{});
    CHECK(visitor.asked_for<flow::PlayVideo>() == 0);
    visitor.wait(2min);
    REQUIRE(visitor.at<AttractModel>());
    CHECK(visitor.asked_for<flow::PlayVideo>() == 1);
    CHECK(std::holds_alternative<std::monostate>(visitor.flow.overlay()));
}

TEST_CASE("new content replaces the clips at once while nobody is there") {
    Asleep visitor;
    visitor.send(flow::Tick{});
    auto newer = test::sample_snapshot();
    newer->revision = 2;
    newer->videos.erase(newer->videos.begin());
    visitor.send(flow::CatalogChanged{newer});
    REQUIRE(visitor.at<AttractModel>());
    CHECK(newest_clip(visitor).id == item("two"));
}
