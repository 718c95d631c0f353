#include "tests/flow/visitor.h"
#include "tests/support/sample_items.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::screens;
using namespace std::chrono_literals;
using test::Visitor;

namespace {

flow::SettingsChanged with(int volume_cap, const char* quiet = nullptr) {
    auto settings = Visitor::settings();
    settings.volume_cap = volume_cap;
    if (quiet) settings.quiet = campaign::parse_daily_span(quiet);
    return {settings};
}

/// The volume that the player was last told.
int told(const Visitor& visitor) {
    for (auto at = visitor.effects.rbegin(); at != visitor.effects.rend(); ++at)
        if (const auto* set = std::get_if<flow::SetVolume>(&*at)) return set->volume;
    return -1;
}

} // namespace

TEST_CASE("when staff come the visit ends and nothing plays; when they leave the loop goes on") {
    Visitor visitor;
    visitor.touch(OpenVideos{});
    visitor.send(flow::StaffCame{});
    CHECK(visitor.asked_for<flow::VisitEnded>() == 1);
    CHECK(visitor.at<AttractModel>());
    CHECK_FALSE(visitor.page<AttractModel>().plays);
    CHECK(visitor.asked_for<flow::PlayVideo>() == 0);
    visitor.wait(600s);
    CHECK(visitor.asked_for<flow::PlayVideo>() == 0);
    visitor.send(flow::StaffLeft{});
    CHECK(visitor.asked_for<flow::PlayVideo>() == 1);
}

TEST_CASE("what staff do on the visitors' pages is counted as theirs, until they end it") {
    Visitor visitor{test::sample_snapshot(), "2026-11-23T15:20:00", Visitor::Start::attract};
    visitor.send(flow::StaffCame{});
    visitor.send(flow::StaffLooks{});
    CHECK(visitor.at<HomeModel>());
    visitor.touch(OpenVideos{});
    visitor.touch(OpenHelp{});
    visitor.touch(CloseOverlay{});
    REQUIRE(visitor.counted(tally::Counter::visit) == 1);
    for (const auto& event : visitor.events)
        CHECK(event.origin == tally::Origin::staff);
    visitor.send(EndPreview{});
    CHECK(visitor.asked_for<flow::StaffLooked>() == 1);
    CHECK(visitor.at<AttractModel>());
    visitor.touch(Wake{});
    CHECK(visitor.events.back().counter == tally::Counter::visit);
    CHECK(visitor.events.back().origin == tally::Origin::visitor);
}

TEST_CASE("a preview that nobody looks at ends as a visit does") {
    Visitor visitor{test::sample_snapshot(), "2026-11-23T15:20:00", Visitor::Start::attract};
    visitor.send(flow::StaffLooks{});
    visitor.wait(79s);
    CHECK(visitor.asked_for<flow::StaffLooked>() == 0);
    visitor.wait(2s);
    CHECK(visitor.asked_for<flow::StaffLooked>() == 1);
}

TEST_CASE("staff look at one item of any kind, also one that visitors do not see") {
    auto all = test::sample_snapshot();
    all->articles = {test::full_article()};
    all->places = {test::full_place()};
    all->place_index = std::make_shared<const place::Index>(all->places);
    auto shown = std::make_shared<catalog::Snapshot>(*all);
    shown->videos.clear();
    shown->articles.clear();
    Visitor visitor{shown, "2026-11-23T15:20:00", Visitor::Start::attract};
    const auto look = [&](const model::ItemId& id) {
        visitor.send(flow::StaffCame{});
        visitor.send(flow::StaffLooks{all, id});
    };
    look(all->videos[0].id);
    CHECK(visitor.at<WatchModel>());
    look(all->quizzes[0].id);
    CHECK(visitor.at<QuizModel>());
    look(all->questions[0].id);
    REQUIRE(visitor.at<QuizModel>());
    CHECK(visitor.page<QuizModel>().count == 1);
    look(all->articles[0].id);
    CHECK(visitor.at<ArticleModel>());
    look(all->campaigns[0].id);
    CHECK(visitor.at<ShelfModel>());
    look(all->places[0].id);
    REQUIRE(visitor.at<PlacesModel>());
    CHECK(visitor.page<PlacesModel>().sheet == PlaceSheet::card);
    look({"nobody/has/it"});
    CHECK(visitor.at<HomeModel>());
    for (const auto& event : visitor.events)
        CHECK(event.origin == tally::Origin::staff);
    // Back to what visitors see.
    visitor.send(EndPreview{});
    visitor.send(flow::CatalogChanged{shown});
    visitor.touch(Wake{});
    visitor.touch(OpenVideo{all->videos[0].id});
    CHECK(visitor.at<HomeModel>());
}

TEST_CASE("no visitor makes it louder than staff allow: after the loudest comes silence") {
    Visitor visitor;
    visitor.send(with(2));
    visitor.touch(OpenVideos{});
    CHECK(visitor.page<ShelfModel>().dock.volume == 2);
    visitor.touch(ChangeVolume{3});
    CHECK(told(visitor) == 0);
    visitor.touch(ChangeVolume{1});
    visitor.touch(ChangeVolume{2});
    CHECK(told(visitor) == 2);
}

TEST_CASE("in the quiet hours the volume is 1 at most, and comes back with the next visit") {
    Visitor visitor{test::sample_snapshot(), "2026-11-23T11:59:30"};
    visitor.send(with(5, "12:00-14:00"));
    visitor.touch(OpenVideos{});
    CHECK(visitor.page<ShelfModel>().dock.volume == 3);
    visitor.wait(31s);
    CHECK(told(visitor) == 1);
    visitor.touch(ChangeVolume{2});
    CHECK(told(visitor) == 0);
    visitor.set_wall(*base::parse_iso("2026-11-23T14:00:01"));
    visitor.wait(200s); // the visit ends
    visitor.touch(Wake{});
    CHECK(told(visitor) == 3);
}

TEST_CASE("the first language changes for who chose none, and stays for who chose one") {
    auto english = Visitor::settings();
    english.language = model::Language::en;
    Visitor none;
    none.send(flow::SettingsChanged{english});
    CHECK(none.flow.look().language == model::Language::en);
    Visitor chosen;
    chosen.touch(ChooseLanguage{model::Language::zh_hant});
    chosen.send(flow::SettingsChanged{english});
    CHECK(chosen.flow.look().language == model::Language::zh_hant);
}
