#include "content/place/index.h"

#include "content/place/datum.h"
#include "tests/support/sample_places.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <tuple>

using namespace pufa;
using model::GeoPoint;
using model::Place;
using model::PlaceKind;
using place::Answer;
using place::HoursState;
using place::Index;
using place::Query;

namespace {

constexpr GeoPoint k_here{112.9, 22.4};

/// A Tuesday morning.
base::LocalTime tuesday(int hour, int minute = 0) {
    return base::to_local(base::start_of({2026, 11, 24}) + std::chrono::hours{hour} +
                          std::chrono::minutes{minute});
}

Place place_at(std::string hours, std::optional<GeoPoint> at,
               PlaceKind kind = PlaceKind::mediation) {
    Place place;
    place.hours = std::move(hours);
    place.at = at;
    place.kind = kind;
    return place;
}

std::vector<size_t> order_of(const std::vector<Answer>& answers) {
    std::vector<size_t> order;
    for (const auto& answer : answers)
        order.push_back(answer.place);
    return order;
}

/// What Index promises, said without an index.
std::vector<size_t> expected(const std::vector<Place>& places, const Query& query) {
    struct Row {
        int state;
        bool without_position;
        long step;
        size_t rank;
        double distance_m;
        size_t place;
    };
    std::vector<Row> rows;
    for (size_t i = 0; i < places.size(); ++i) {
        const auto& place = places[i];
        const auto holds = [](const auto& list, const auto& value) {
            return std::find(list.begin(), list.end(), value) != list.end();
        };
        const auto hours = place::parse_hours(place.hours);
        const auto state =
            hours ? place::state_at(*hours, query.now, query.holidays) : HoursState{};
        if ((query.dispute && !holds(place.disputes, *query.dispute)) ||
            (query.language && !holds(place.languages, *query.language)) ||
            (query.district && place.district() != *query.district) ||
            (query.town && place.town != *query.town) || (query.kind && place.kind != *query.kind))
            continue;
        if ((query.step_free && !place.step_free) || (query.overseas && !place.overseas) ||
            (query.open_now && query.now && state.kind != HoursState::Kind::open))
            continue;
        const double distance =
            query.here && place.at ? place::distance_m(*query.here, *place.at) : 0;
        const auto rank = std::find(query.first.begin(), query.first.end(), place.kind);
        const int order = state.kind == HoursState::Kind::open      ? 0
                          : state.kind == HoursState::Kind::unknown ? 1
                                                                    : 2;
        rows.push_back({order, !place.at, static_cast<long>(distance / Index::k_band_m),
                        static_cast<size_t>(rank - query.first.begin()), distance, i});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        return std::tie(a.state, a.without_position, a.step, a.rank, a.distance_m) <
               std::tie(b.state, b.without_position, b.step, b.rank, b.distance_m);
    });
    std::vector<size_t> order;
    for (const auto& row : rows)
        order.push_back(row.place);
    if (order.size() > query.most) order.resize(query.most);
    return order;
}

/// Each question alone and some together.
std::vector<Query> questions(const std::vector<model::Holiday>& holidays) {
    std::vector<Query> all(14);
    all[1].dispute = support::sample_dispute(1);
    all[2].open_now = true;
    all[3].step_free = true;
    all[4].overseas = true;
    all[5].language = "yue";
    all[6].district = "440703";
    all[7].town = "440703104";
    all[8].kind = PlaceKind::notary;
    all[9].dispute = support::sample_dispute(0);
    all[9].first = {PlaceKind::justice_office, PlaceKind::mediation};
    all[9].language = "en";
    all[9].step_free = true;
    all[10].dispute = model::ItemId{"test-press/places/unheard-of"};
    all[11].language = "vi";
    all[12].first = {PlaceKind::legal_aid, PlaceKind::notary, PlaceKind::legal_aid};
    all[13].open_now = all[13].overseas = true;
    for (auto& query : all) {
        query.now = tuesday(9, 30);
        query.holidays = holidays;
        query.here = k_here;
    }
    return all;
}

} // namespace

TEST_CASE("an index answers what a look at each place answers, for any question and any length") {
    const auto places = support::sample_places(2000, 1);
    const Index index{places};
    const std::vector<model::Holiday> holiday{{{2026, 11, 24}, {2026, 11, 24}, {}, true}};
    for (const auto& days : {std::vector<model::Holiday>{}, holiday}) {
        int number = 0;
        for (auto query : questions(days)) {
            CAPTURE(number++);
            for (const size_t most : {SIZE_MAX, size_t{40}, size_t{3}, size_t{0}}) {
                CAPTURE(most);
                query.most = most;
                CHECK(order_of(index.find(query)) == expected(places, query));
            }
            query.most = SIZE_MAX;
            auto all = expected(places, query);
            CHECK(index.count(query) == all.size());
            std::sort(all.begin(), all.end());
            CHECK(index.matching(query) == all);
            query.here.reset();
            CHECK(order_of(index.find(query)) == expected(places, query));
            query.now.reset();
            CHECK(order_of(index.find(query)) == expected(places, query));
        }
    }
}

TEST_CASE("at night, and for a person far away, the answer is the same as well") {
    const auto places = support::sample_places(2000, 2);
    const Index index{places};
    Query query;
    query.most = 20;
    for (const int hour : {3, 12, 23})
        for (const GeoPoint here : {k_here, GeoPoint{-74, 40.7}, GeoPoint{179, -40}}) {
            query.now = tuesday(hour);
            query.here = here;
            CHECK(order_of(index.find(query)) == expected(places, query));
        }
}

TEST_CASE("open now comes first, then what may be open, then closed; each by distance") {
    const std::vector<Place> places{
        place_at("14:30-17:30", GeoPoint{112.901, 22.4}), // closed, very near
        place_at("", GeoPoint{112.91, 22.4}),             // unknown
        place_at("24/7", GeoPoint{113.2, 22.4}),          // open, far
        place_at("24/7", std::nullopt),                   // open, somewhere
        place_at("08:30-12:00", GeoPoint{112.95, 22.4}),  // open, near
        place_at("early to late", std::nullopt),          // unknown, somewhere
    };
    Query query;
    query.here = k_here;
    query.now = tuesday(9);
    const auto answers = Index{places}.find(query);
    CHECK(order_of(answers) == std::vector<size_t>{4, 2, 3, 1, 5, 0});
    CHECK(answers[0].hours.kind == HoursState::Kind::open);
    CHECK(answers[0].hours.until->minute == 720);
    CHECK(*answers[0].distance_m ==
          doctest::Approx(place::distance_m(k_here, *places[4].at)).epsilon(1e-9));
    CHECK_FALSE(answers[2].distance_m);
    CHECK(answers[3].hours.kind == HoursState::Kind::unknown);
    CHECK(answers[5].hours.kind == HoursState::Kind::closed);
    CHECK(answers[5].hours.until->minute == 870);
}

TEST_CASE("the kind to try first wins among places within one step of distance only") {
    const std::vector<Place> places{
        place_at("24/7", GeoPoint{112.903, 22.4}, PlaceKind::legal_site),
        place_at("24/7", GeoPoint{112.904, 22.4}, PlaceKind::justice_office),
        place_at("24/7", GeoPoint{112.905, 22.4}, PlaceKind::mediation),
        place_at("24/7", GeoPoint{112.950, 22.4}, PlaceKind::mediation),
    };
    Query query;
    query.here = k_here;
    query.now = tuesday(9);
    query.first = {PlaceKind::mediation, PlaceKind::justice_office};
    CHECK(order_of(Index{places}.find(query)) == std::vector<size_t>{2, 1, 0, 3});
    query.here.reset();
    CHECK(order_of(Index{places}.find(query)) == std::vector<size_t>{2, 3, 1, 0});
}

TEST_CASE("a step of distance ends where the earth's curve says, also far away") {
    // North of here, half a metre beyond 90 km; a straight line would fall short of it.
    constexpr double k_metres_a_degree = 111195.0797;
    const auto north = [](double metres) {
        return GeoPoint{k_here.lon, k_here.lat + metres / k_metres_a_degree};
    };
    const std::vector<Place> places{place_at("24/7", north(90'000.5), PlaceKind::legal_site),
                                    place_at("24/7", north(90'900), PlaceKind::mediation)};
    Query query;
    query.here = k_here;
    query.first = {PlaceKind::mediation};
    CHECK(order_of(Index{places}.find(query)) == std::vector<size_t>{1, 0});
}

TEST_CASE("with a clock that nobody can believe nothing is hidden and every state is unknown") {
    const std::vector<Place> places{place_at("off", k_here), place_at("24/7", k_here)};
    Query query;
    query.open_now = true;
    const auto answers = Index{places}.find(query);
    REQUIRE(answers.size() == 2);
    CHECK(answers[0].hours == HoursState{});
    query.now = tuesday(9);
    CHECK(order_of(Index{places}.find(query)) == std::vector<size_t>{1});
}

TEST_CASE("hours are parsed once and known for the card; what cannot be parsed is none") {
    const std::vector<Place> places{place_at("24/7", k_here), place_at("24/7", std::nullopt),
                                    place_at("", k_here), place_at("at times", k_here)};
    const Index index{places};
    REQUIRE(index.size() == 4);
    CHECK(*index.hours(0) == *place::parse_hours("24/7"));
    CHECK(index.hours(1) == index.hours(0));
    CHECK(index.hours(2) == nullptr);
    CHECK(index.hours(3) == nullptr);
}

TEST_CASE("positions of a shifted datum are put where they are") {
    auto place = place_at("24/7", place::gcj02_of(k_here));
    place.datum = model::Datum::gcj02;
    const Index index{{place}};
    const auto near = index.near(k_here, 5);
    REQUIRE(near.size() == 1);
    CHECK(near[0].distance_m < 0.1);
}

TEST_CASE("near gives the nearest with a position, nearest first") {
    const auto places = support::sample_places(500, 3);
    Query query;
    query.here = k_here;
    std::vector<size_t> nearest;
    double before = 0;
    for (const auto& one : Index{places}.near(k_here, 7)) {
        CHECK(one.distance_m >= before);
        CHECK(one.distance_m ==
              doctest::Approx(place::distance_m(k_here, *places[one.place].at)).epsilon(1e-9));
        before = one.distance_m;
        nearest.push_back(one.place);
    }
    REQUIRE(nearest.size() == 7);
    const auto nearer = std::count_if(places.begin(), places.end(), [&](const Place& place) {
        return place.at && place::distance_m(k_here, *place.at) < before - 0.001;
    });
    CHECK(nearer == 6);
}

TEST_CASE("an empty list, and a point that is none, have their answers") {
    const Index empty{std::vector<Place>{}};
    CHECK(empty.find({}).empty());
    CHECK(empty.matching({}).empty());
    CHECK(empty.near(k_here, 3).empty());
    const Index index{{place_at("24/7", k_here)}};
    const GeoPoint nowhere{std::numeric_limits<double>::quiet_NaN(), 0};
    CHECK(index.near(nowhere, 3).empty());
    Query query;
    query.here = nowhere;
    REQUIRE(index.find(query).size() == 1);
    CHECK_FALSE(index.find(query)[0].distance_m);
}
