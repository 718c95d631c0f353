#include "tests/flow/visitor.h"
#include "tests/support/sample_city.h"

#include "kiosk/map/scene.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::screens;
using namespace std::chrono_literals;
using test::item;
using test::Visitor;

namespace {

constexpr auto k_monday_afternoon = "2026-11-23T15:20:00";

Visitor in_city(const std::string& wall = k_monday_afternoon) {
    return Visitor{test::sample_city(), wall};
}

Visitor with_hours_of_far(const std::string& hours, const std::string& wall) {
    auto snapshot = test::sample_city();
    snapshot->places[0].hours = hours;
    snapshot->place_index = std::make_shared<const place::Index>(snapshot->places);
    return Visitor{snapshot, wall};
}

std::vector<std::string> names(const Visitor& visitor) {
    std::vector<std::string> all;
    for (const auto& row : *visitor.page<PlacesModel>().rows)
        all.push_back(row.id.value.substr(row.id.value.rfind('/') + 1));
    return all;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("home has a door to help only where places are installed") {
    CHECK_FALSE(Visitor{}.page<HomeModel>().has_places);
    auto visitor = in_city();
    CHECK(visitor.page<HomeModel>().has_places);
    visitor.touch(OpenFinder{});
    const auto& finder = visitor.page<FinderModel>();
    CHECK(finder.places == 4);
    REQUIRE(finder.disputes.size() == 2);
    CHECK(finder.disputes[0].title == "邻里纠纷");
}

TEST_CASE("without kinds of dispute every place is shown at once, without places nothing opens") {
    auto snapshot = test::sample_city();
    snapshot->disputes.clear();
    Visitor visitor{snapshot, k_monday_afternoon};
    visitor.touch(OpenFinder{});
    CHECK(visitor.page<PlacesModel>().rows->size() == 4);
    Visitor nothing;
    nothing.touch(OpenFinder{});
    nothing.touch(OpenPlaces{});
    CHECK(nothing.at<HomeModel>());
}

TEST_CASE("a kind of dispute leads to who can help, open now first, and the first is chosen") {
    auto visitor = in_city();
    visitor.touch(OpenFinder{});
    visitor.touch(OpenPlaces{item("leak")});
    const auto& page = visitor.page<PlacesModel>();
    CHECK(page.asked == "邻里纠纷");
    CHECK(page.advice == "可以先找人民调解");
    CHECK(page.fact_words == Names{"不收任何费用"});
    // Mediation is to be tried before the justice office; who opens tonight comes last.
    CHECK(names(visitor) == Names{"near", "far", "late"});
    CHECK(page.rows->at(0).hours == "正在服务，至 17:30");
    CHECK(page.rows->at(2).hours == "未开门，今天 19:00 开门");
    CHECK(page.chosen == 0u);
    CHECK(page.card.row.id == item("near"));
    CHECK(page.card.bring == Names{"身份证"});
    CHECK(page.bring == Names{"照片"});
    CHECK(page.card.vcard.find("TEL:12348\r\n") != std::string::npos);
    CHECK(page.card.geo == "geo:22.590000,113.090000");
    CHECK(visitor.counted(tally::Counter::looked_up_service) == 1);
    CHECK(visitor.counted(tally::Counter::reached, "demo/sample/leak") == 1);
}

TEST_CASE("list and map show the same places in the same rows") {
    auto visitor = in_city();
    visitor.touch(OpenPlaces{});
    const auto in_step = [&] {
        const auto& page = visitor.page<PlacesModel>();
        REQUIRE(page.scene);
        size_t with_position = 0;
        for (size_t row = 0; row < page.rows->size(); ++row) {
            const auto spot = page.scene->spot_of(row);
            CHECK(spot.has_value() == (page.rows->at(row).id != item("lost")));
            if (spot) ++with_position;
            if (spot) CHECK(spot->marker->number == static_cast<int>(row) + 1);
        }
        CHECK(page.scene->size() == with_position);
    };
    CHECK(names(visitor).size() == 4);
    in_step();
    visitor.touch(SetPlaceFilter{PlaceFilter::open_now, true});
    CHECK(names(visitor).size() == 3);
    in_step();
    visitor.touch(ChooseDistrict{"440704"});
    CHECK(names(visitor) == Names{"lost"});
    in_step();
    visitor.touch(ChooseDistrict{});
    visitor.touch(SetPlaceFilter{PlaceFilter::cantonese, true});
    CHECK(names(visitor) == Names{"far"});
    visitor.touch(SetPlaceFilter{PlaceFilter::step_free, true});
    visitor.touch(SetPlaceFilter{PlaceFilter::overseas, true});
    CHECK(names(visitor) == Names{"far"});
    in_step();
}

TEST_CASE("the hours go on with the clock while the page stands") {
    auto visitor = in_city("2026-11-23T17:29:00");
    visitor.touch(OpenPlaces{item("leak")});
    CHECK(names(visitor) == Names{"near", "far", "late"});
    CHECK(visitor.page<PlacesModel>().rows->at(0).open == PlaceRow::Open::open);
    visitor.wait(61s);
    const auto& after = visitor.page<PlacesModel>();
    CHECK(after.rows->at(0).open == PlaceRow::Open::closed);
    // What was chosen stays chosen, wherever it stands now.
    REQUIRE(after.chosen);
    CHECK(after.rows->at(*after.chosen).id == item("near"));
}

TEST_CASE("a place that the hour takes away takes its sheet along, and another one is chosen") {
    auto visitor = with_hours_of_far("Mo-Fr 08:30-20:00", "2026-11-23T17:29:00");
    visitor.touch(OpenPlaces{item("leak")});
    visitor.touch(SetPlaceFilter{PlaceFilter::open_now, true});
    visitor.touch(ShowPlaceSheet{PlaceSheet::card});
    CHECK(visitor.page<PlacesModel>().card.row.id == item("near"));
    visitor.wait(61s);
    CHECK(names(visitor) == Names{"far"});
    CHECK(visitor.page<PlacesModel>().sheet == PlaceSheet::none);
    CHECK(visitor.page<PlacesModel>().chosen == 0u);
    CHECK(visitor.page<PlacesModel>().card.row.id == item("far"));
    visitor.touch(ChoosePlace{0});
    CHECK(visitor.page<PlacesModel>().sheet == PlaceSheet::none);
}

TEST_CASE("the district that is chosen already can be chosen again") {
    auto visitor = in_city();
    visitor.touch(OpenPlaces{});
    for (const auto* code : {"", "440703", "440703"}) {
        visitor.touch(ChooseDistrict{code});
        CHECK(visitor.page<PlacesModel>().chosen == 0u);
    }
}

TEST_CASE("what closes in some days is open all day, on its last day until midnight") {
    const auto hours = [](const std::string& wall) {
        auto visitor = with_hours_of_far("Mo-Sa 00:00-24:00", wall);
        visitor.touch(OpenPlaces{item("leak")});
        visitor.touch(SetPlaceFilter{PlaceFilter::cantonese, true});
        return visitor.page<PlacesModel>().rows->at(0).hours;
    };
    CHECK(hours("2026-11-23T10:00:00") == "正在服务，全天开放");
    CHECK(hours("2026-11-27T10:00:00") == "正在服务，全天开放");
    CHECK(hours("2026-11-28T10:00:00") == "正在服务，至 24:00");
}

TEST_CASE("holidays are closed, and a clock without a battery says nothing of hours") {
    auto holiday = in_city("2027-01-01T10:00:00");
    holiday.touch(OpenPlaces{item("leak")});
    CHECK(holiday.page<PlacesModel>().rows->at(0).open == PlaceRow::Open::closed);
    auto lost_clock = in_city("2000-01-01T10:00:00");
    lost_clock.touch(OpenPlaces{item("leak")});
    const auto& page = lost_clock.page<PlacesModel>();
    REQUIRE(page.rows->size() == 3);
    CHECK(page.scene->spot_of(0)->marker->open); // not known is not closed
    CHECK(page.rows->at(0).open == PlaceRow::Open::unknown);
    CHECK(page.rows->at(0).hours == "开放时间请先问 12348");
    // Who asks for what is open now must not be left with nothing.
    lost_clock.touch(SetPlaceFilter{PlaceFilter::open_now, true});
    CHECK(names(lost_clock).size() == 3);
}

TEST_CASE("from where the kiosk stands the nearest comes first, with its distance") {
    auto settings = Visitor::settings();
    settings.position = model::GeoPoint{113.30, 22.59};
    const flow::Now now{SteadyTime{std::chrono::hours{1}}, *base::parse_iso(k_monday_afternoon)};
    flow::Flow flow{settings, test::sample_city(), now};
    (void)flow.update(Intent{Wake{}}, now);
    (void)flow.update(flow::Touched{}, now);
    (void)flow.update(Intent{OpenPlaces{item("leak")}}, now);
    const auto& page = std::get<PlacesModel>(flow.page());
    CHECK(page.rows->at(0).id == item("far"));
    CHECK(page.rows->at(0).distance == "直线约 50 米");
    CHECK(page.rows->at(1).distance == "直线约 21.6 公里");
}

TEST_CASE("sheets open for the chosen place, and a row beyond the list is not listened to") {
    auto visitor = in_city();
    visitor.touch(OpenPlaces{item("leak")});
    visitor.touch(ChoosePlace{1});
    visitor.touch(ChoosePlace{99});
    CHECK(visitor.page<PlacesModel>().chosen == 1u);
    visitor.touch(ShowPlaceSheet{PlaceSheet::card});
    CHECK(visitor.page<PlacesModel>().sheet == PlaceSheet::card);
    CHECK(visitor.page<PlacesModel>().card.row.id == item("far"));
    CHECK(visitor.counted(tally::Counter::reached, "demo/sample/far") == 1);
    visitor.touch(ShowPlaceSheet{PlaceSheet::none});
    visitor.touch(SetPlaceFilter{PlaceFilter::cantonese, true});
    visitor.touch(ChooseDistrict{"440704"});
    REQUIRE(visitor.page<PlacesModel>().rows->empty());
    visitor.touch(ShowPlaceSheet{PlaceSheet::card});
    CHECK(visitor.page<PlacesModel>().sheet == PlaceSheet::none);
}

TEST_CASE("another language keeps the page, the choice and the filters") {
    auto visitor = in_city();
    visitor.touch(OpenPlaces{item("leak")});
    visitor.touch(ChoosePlace{1});
    visitor.touch(ChooseLanguage{model::Language::en});
    const auto& page = visitor.page<PlacesModel>();
    CHECK(page.rows->at(0).name == "Place near");
    CHECK(page.rows->at(0).hours == "Open until 17:30");
    CHECK(page.chosen == 1u);
    CHECK(page.header.fallback); // the disputes have no English
}

TEST_CASE("the cross at the kind of dispute asks for every place, and back leads to the choice") {
    auto visitor = in_city();
    visitor.touch(OpenFinder{});
    visitor.touch(OpenPlaces{item("leak")});
    visitor.touch(OpenPlaces{});
    CHECK(visitor.page<PlacesModel>().asked.empty());
    CHECK(visitor.page<PlacesModel>().rows->size() == 4);
    visitor.touch(GoBack{});
    CHECK(visitor.at<FinderModel>());
}

TEST_CASE("the cross at the kind of dispute leaves the filters, the district and the map alone") {
    auto visitor = in_city();
    visitor.touch(OpenPlaces{item("leak")});
    visitor.touch(SetPlaceFilter{PlaceFilter::open_now, true});
    visitor.touch(ChooseDistrict{"440703"});
    visitor.touch(ShowPlacesAs{PlacesView::map});
    visitor.touch(OpenPlaces{});
    const auto& page = visitor.page<PlacesModel>();
    CHECK(page.asked.empty());
    CHECK(page.filters.open_now);
    CHECK(page.district == "440703");
    CHECK(page.view == PlacesView::map);
    CHECK(page.chosen == 0u);
}

TEST_CASE("a map is read for two minutes before the kiosk asks") {
    auto visitor = in_city();
    visitor.touch(OpenPlaces{item("leak")});
    visitor.wait(119s);
    CHECK_FALSE(visitor.over<IdleModel>());
    visitor.wait(2s);
    CHECK(visitor.over<IdleModel>());
    visitor.wait(21s);
    CHECK(visitor.at<AttractModel>());
}

TEST_CASE("a video offers the quiz that goes with it, if that is installed") {
    auto snapshot = test::sample_snapshot();
    snapshot->videos[0].quiz = item("quiz");
    snapshot->videos[1].quiz = model::ItemId{"demo/other/gone"};
    Visitor visitor{snapshot};
    visitor.touch(OpenVideo{item("one")});
    visitor.player(flow::PlayerUpdate::State::ended);
    REQUIRE(visitor.page<WatchModel>().quiz);
    CHECK(visitor.page<WatchModel>().quiz->title == "小测验");
    visitor.touch(OpenVideo{item("two")});
    CHECK_FALSE(visitor.page<WatchModel>().quiz);
}
