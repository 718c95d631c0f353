#include "tests/flow/visitor.h"
#include "tests/support/sample_city.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::screens;
using namespace std::chrono_literals;
using tally::Counter;
using test::item;
using test::Visitor;

TEST_CASE("a film that the attract loop shows counts as its playing, once a clip, and nobody's") {
    Visitor visitor{test::sample_snapshot(), "2026-11-23T15:20:00", Visitor::Start::attract};
    visitor.play(0s, 3s, 40s);
    REQUIRE(visitor.events.size() == 1);
    const auto& event = visitor.events.front();
    CHECK(event.counter == Counter::played);
    CHECK(event.item == item("one").value);
    CHECK(event.origin == tally::Origin::attract);
    CHECK(event.session == 0);
    CHECK(event.clock == tally::Clock::sure);
    visitor.player(flow::PlayerUpdate::State::ended, 40s, 40s);
    visitor.play(0s, 1s, 40s);
    CHECK(visitor.counted(Counter::played) == 2);
    CHECK(visitor.events.size() == 2);
}

TEST_CASE("a film counts as played with its first picture, and again when it is opened again") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("one")});
    visitor.player(flow::PlayerUpdate::State::playing, 0s, 40s); // no picture yet
    CHECK(visitor.counted(Counter::played) == 0);
    visitor.play(0s, 2s, 40s);
    CHECK(visitor.counted(Counter::played, item("one").value) == 1);
    visitor.touch(GoBack{});
    visitor.touch(OpenVideo{item("one")});
    visitor.play(0s, 1s, 40s);
    CHECK(visitor.counted(Counter::played) == 2);
    CHECK(visitor.events.back().origin == tally::Origin::visitor);
}

TEST_CASE("who looks for help, and which place was looked up, are counted with their items") {
    Visitor visitor{test::sample_city()};
    visitor.touch(OpenPlaces{item("leak")});
    CHECK(visitor.counted(Counter::used_finder, item("leak").value) == 1);
    visitor.touch(ChoosePlace{0});
    CHECK(visitor.counted(Counter::looked_up_place) == 0);
    visitor.touch(ShowPlaceSheet{PlaceSheet::card});
    REQUIRE(visitor.counted(Counter::looked_up_place) == 1);
    CHECK_FALSE(visitor.events.back().item.empty());
    visitor.touch(OpenPlaces{});
    CHECK(visitor.counted(Counter::used_finder) == 2);
    CHECK(visitor.events.back().item.empty());
}

TEST_CASE("help, a campaign and a language are counted each time they are chosen") {
    Visitor visitor;
    visitor.touch(OpenHelp{});
    CHECK(visitor.counted(Counter::opened_help) == 1);
    CHECK(visitor.counted(Counter::looked_up_service) == 1);
    visitor.touch(OpenCampaign{item("constitution")});
    CHECK(visitor.counted(Counter::opened_campaign, item("constitution").value) == 1);
    visitor.touch(ChooseLanguage{model::Language::en});
    REQUIRE(visitor.counted(Counter::chose_language) == 1);
    CHECK(visitor.events.back().language == model::Language::en);

    Visitor asleep{test::sample_snapshot(), "2026-11-23T15:20:00", Visitor::Start::attract};
    asleep.touch(Wake{model::Language::zh_hant});
    REQUIRE(asleep.counted(Counter::chose_language) == 1);
    CHECK(asleep.events.back().language == model::Language::zh_hant);
}

TEST_CASE("an article counts as read once a visit, when it was before the visitor for 15 s") {
    auto snapshot = test::sample_snapshot();
    const auto article = item("guide");
    model::Article guide;
    guide.id = article;
    guide.title = model::in_hans("指南");
    snapshot->articles.push_back(std::move(guide));
    Visitor visitor{snapshot};
    for (int time = 0; time < 2; ++time) {
        visitor.touch(OpenArticle{article});
        visitor.wait(14s);
        CHECK(visitor.counted(Counter::read_article) == time);
        visitor.wait(2s);
        CHECK(visitor.counted(Counter::read_article, article.value) == 1);
        visitor.touch(GoBack{});
    }
}

TEST_CASE("what a clock counts that cannot be believed is marked") {
    Visitor visitor;
    visitor.touch(OpenHelp{});
    CHECK(visitor.events.back().clock == tally::Clock::sure);
    visitor.set_wall(base::start_of({1970, 1, 2}));
    visitor.touch(OpenHelp{});
    CHECK(visitor.events.back().clock == tally::Clock::suspect);

    auto snapshot = test::sample_snapshot();
    snapshot->clock_floor = base::start_of({2026, 11, 24}); // the packs are of a later day
    Visitor late{snapshot};
    late.touch(OpenHelp{});
    CHECK(late.events.back().clock == tally::Clock::suspect);
}
