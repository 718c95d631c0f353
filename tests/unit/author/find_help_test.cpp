// tests/scenarios/find_help.csv: what people say, and which kinds of place they should end at. It
// was written before the finder's data, and no part of the product reads it.

#include "content/place/finder.h"
#include "tests/support/demo_places.h"

#include <algorithm>
#include <set>
#include <sstream>

using namespace pufa;
using model::PlaceKind;
using place::Answer;
using place::Query;

namespace {

struct Scenario {
    std::string id;
    std::string said;
    std::vector<PlaceKind> expected;
};

PlaceKind kind_named(const std::string& name) {
    for (const auto& [kind, its_name] : model::k_place_kinds)
        if (its_name == name) return kind;
    FAIL("no kind of place: " << name);
    return {};
}

std::vector<Scenario> scenarios() {
    const auto text =
        *base::read_file(std::filesystem::path{PUFA_SOURCE_DIR} / "tests/scenarios/find_help.csv");
    REQUIRE(text.find('"') == std::string::npos); // so that commas part its cells
    std::istringstream lines{text};
    std::string line;
    std::getline(lines, line);
    REQUIRE(line == "id,words,expected_kind_of_place,note");
    std::vector<Scenario> all;
    while (std::getline(lines, line)) {
        std::istringstream cells{line};
        Scenario scenario;
        std::string kinds, kind;
        std::getline(cells, scenario.id, ',');
        std::getline(cells, scenario.said, ',');
        std::getline(cells, kinds, ',');
        std::istringstream names{kinds};
        while (std::getline(names, kind, '|'))
            scenario.expected.push_back(kind_named(kind));
        all.push_back(std::move(scenario));
    }
    return all;
}

bool holds(const auto& list, const auto& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// What the demo's authors wrote, as the kiosk has it.
struct City {
    City() {
        const support::DemoPlaces demo;
        const auto manifest = demo.read().manifest;
        disputes = support::items_of<model::Dispute>(manifest);
        places = support::items_of<model::Place>(manifest);
        for (const auto& calendar : support::items_of<model::HolidayCalendar>(manifest))
            holidays.insert(holidays.end(), calendar.days.begin(), calendar.days.end());
    }
    std::vector<model::Dispute> disputes;
    std::vector<model::Place> places;
    std::vector<model::Holiday> holidays;
};

const City& city() {
    static const City read_once;
    return read_once;
}

/// A weekday's morning and night, a Saturday, National Day, and a clock that nobody believes.
std::vector<std::optional<base::LocalTime>> times() {
    std::vector<std::optional<base::LocalTime>> all{std::nullopt};
    for (const auto* when :
         {"2026-11-24T10:00", "2026-11-24T23:30", "2026-11-28T10:00", "2027-10-01T10:00"})
        all.emplace_back(base::to_local(*base::parse_iso(when)));
    return all;
}

/// A kiosk in each town: where its justice office is.
std::vector<model::GeoPoint> kiosks() {
    std::vector<model::GeoPoint> all;
    for (const auto& place : city().places)
        if (place.kind == PlaceKind::justice_office && place.at) all.push_back(*place.at);
    REQUIRE(all.size() >= 70);
    return all;
}

/// Of the kinds that the dispute sends people to, those that the scenario expects.
std::vector<PlaceKind> fitting(const model::Dispute& dispute, const Scenario& scenario) {
    std::vector<PlaceKind> kinds;
    for (const auto kind : dispute.first)
        if (holds(scenario.expected, kind)) kinds.push_back(kind);
    return kinds;
}

} // namespace

TEST_CASE("there are 20 scenarios, and what is said in each speaks of a kind of dispute") {
    const auto all = scenarios();
    CHECK(all.size() == 20);
    for (const auto& scenario : all) {
        CAPTURE(scenario.said);
        CHECK_FALSE(scenario.expected.empty());
        CHECK_FALSE(place::disputes_in(scenario.said, city().disputes).empty());
    }
}

TEST_CASE("each scenario ends at a place whose data says that it can help, anywhere, any time") {
    const place::Index index{city().places};
    for (const auto& scenario : scenarios()) {
        CAPTURE(scenario.said);
        const auto spoken_of = place::disputes_in(scenario.said, city().disputes);
        REQUIRE_FALSE(spoken_of.empty());
        const auto& dispute = city().disputes[spoken_of.front()];
        const auto kinds = fitting(dispute, scenario);
        REQUIRE_FALSE(kinds.empty());
        auto query = place::query_for(dispute);
        query.holidays = city().holidays;
        query.kind = kinds.front();
        query.most = 1;
        for (const auto& now : times()) {
            query.now = now;
            for (const auto here : kiosks()) {
                query.here = here;
                const auto answers = index.find(query);
                REQUIRE(answers.size() == 1);
                const auto& place = city().places[answers.front().place];
                CHECK(holds(scenario.expected, place.kind));
                CHECK(holds(place.disputes, dispute.id));
                CHECK((answers.front().hours.kind == place::HoursState::Kind::unknown) == !now);
            }
        }
    }
}

TEST_CASE("on a working morning most scenarios find an open fitting place without a filter") {
    constexpr ptrdiff_t k_seen = 7; // answers that a person reads before giving up
    const place::Index index{city().places};
    std::vector<std::string> need_a_filter;
    for (const auto& scenario : scenarios()) {
        CAPTURE(scenario.said);
        const auto& dispute =
            city().disputes[place::disputes_in(scenario.said, city().disputes).front()];
        auto query = place::query_for(dispute);
        query.holidays = city().holidays;
        query.now = times()[1];
        bool seen_everywhere = true;
        for (const auto here : kiosks()) {
            query.here = here;
            const auto answers = index.find(query);
            const auto fits = [&](const Answer& answer) {
                return holds(scenario.expected, city().places[answer.place].kind);
            };
            const auto found = std::find_if(answers.begin(), answers.end(), fits);
            REQUIRE(found != answers.end());
            CHECK(found->hours.kind == place::HoursState::Kind::open);
            seen_everywhere = seen_everywhere && found - answers.begin() < k_seen;
        }
        if (!seen_everywhere) need_a_filter.push_back(scenario.id);
    }
    // A notary and a legal aid office are few: justice offices stand nearer everywhere.
    CAPTURE(need_a_filter);
    CHECK(need_a_filter.size() <= 2);
}

TEST_CASE("every place's hours can be parsed, and every dispute has places in every district") {
    const place::Index index{city().places};
    CHECK(city().places.size() >= 120);
    std::set<std::string> districts;
    for (size_t i = 0; i < city().places.size(); ++i) {
        const auto& place = city().places[i];
        CAPTURE(place.name.in(model::Language::zh_hans));
        CHECK((place.hours.empty() || index.hours(i) != nullptr));
        districts.emplace(place.district());
    }
    CHECK(districts.size() == 7);
    for (const auto& dispute : city().disputes)
        for (const auto& district : districts) {
            CAPTURE(dispute.id.value);
            CAPTURE(district);
            auto query = place::query_for(dispute);
            query.district = district;
            CHECK(index.count(query) > 0);
        }
}
