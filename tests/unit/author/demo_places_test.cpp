// The demo pack "places": sample places, marked as such, that can help with every kind of dispute.

#include "tests/support/demo_places.h"

#include <algorithm>
#include <map>
#include <set>

using namespace pufa;
using model::Language;
using support::items_of;

namespace {

const author::Reading& reading() {
    static const auto once = support::DemoPlaces{}.read();
    return once;
}

std::vector<model::Place> places() {
    return items_of<model::Place>(reading().manifest);
}

bool whole(const model::LocalizedText& text) {
    return std::all_of(model::k_languages.begin(), model::k_languages.end(),
                       [&](auto language) { return text.has(language); });
}

} // namespace

TEST_CASE("the places of the demo are read without a finding") {
    CHECK(support::AuthorFolder::described(reading().findings).empty());
    CHECK(reading().manifest.demo);
    CHECK(reading().manifest.features_required == std::vector<std::string>{"places"});
}

TEST_CASE("the demo's map has seven districts and seventy-three towns and says schematic") {
    const auto maps = items_of<model::BaseMap>(reading().manifest);
    REQUIRE(maps.size() == 1);
    CHECK(maps[0].districts.size() == 7);
    CHECK(maps[0].towns.size() == 73);
    CHECK(maps[0].approval == "schematic");
    for (const auto& district : maps[0].districts)
        CHECK(whole(district.name));
    for (const auto& town : maps[0].towns)
        CHECK(whole(town.name));
}

TEST_CASE("the demo has sample places of nine kinds in every district and town") {
    const auto all = places();
    CHECK(all.size() >= 120);
    std::set<std::string> towns, districts, names;
    std::set<model::PlaceKind> kinds;
    for (const auto& place : all) {
        CAPTURE(place.id.value);
        towns.insert(place.town);
        districts.insert(std::string{place.district()});
        kinds.insert(place.kind);
        CHECK(names.insert(place.name.in(Language::zh_hans)).second);
        CHECK(place.name.in(Language::zh_hans).ends_with("（示例）"));
        CHECK(place.name.in(Language::en).ends_with("(sample)"));
        CHECK((place.phone.empty() || place.phone == "12348"));
        CHECK(whole(place.name));
        CHECK((place.where.empty() || whole(place.where)));
        CHECK_FALSE(place.languages.empty());
    }
    CHECK(towns.size() == 73);
    CHECK(districts.size() == 7);
    CHECK(kinds.size() == model::k_place_kinds.size());
}

TEST_CASE("places of the demo are in one datum, and some have no position") {
    const auto all = places();
    const auto without =
        std::count_if(all.begin(), all.end(), [](const auto& place) { return !place.at; });
    CHECK(without >= 1);
    CHECK(without * 10 < static_cast<long>(all.size()));
    for (const auto& place : all)
        CHECK(place.datum == model::Datum::wgs84);
}

TEST_CASE("each place of the demo but a site to visit helps with a dispute that exists") {
    std::set<model::ItemId> disputes;
    for (const auto& dispute : items_of<model::Dispute>(reading().manifest))
        disputes.insert(dispute.id);
    for (const auto& place : places()) {
        CAPTURE(place.id.value);
        const bool visited = place.kind == model::PlaceKind::legal_site ||
                             place.kind == model::PlaceKind::legislative_contact;
        CHECK((visited || !place.disputes.empty()));
        for (const auto& id : place.disputes)
            CHECK(disputes.contains(id));
    }
}

TEST_CASE("each kind of dispute of the demo has places of its first kind in the data") {
    std::map<model::ItemId, std::set<model::PlaceKind>> helpers;
    for (const auto& place : places()) {
        for (const auto& id : place.disputes)
            helpers[id].insert(place.kind);
    }
    const auto disputes = items_of<model::Dispute>(reading().manifest);
    CHECK(disputes.size() >= 12);
    for (const auto& dispute : disputes) {
        CAPTURE(dispute.id.value);
        CHECK(whole(dispute.title));
        CHECK(whole(dispute.note));
        CHECK(whole(dispute.advice));
        CHECK_FALSE(dispute.words.empty());
        CHECK_FALSE(dispute.facts.empty());
        CHECK_FALSE(dispute.picture.empty());
        for (const auto& fact : dispute.facts) {
            CHECK(whole(fact.text));
            CHECK_FALSE(fact.citation.words.empty());
        }
        for (const auto kind : dispute.first)
            CHECK(helpers[dispute.id].contains(kind));
    }
}

TEST_CASE("the demo's holidays are of 2027") {
    const auto calendars = items_of<model::HolidayCalendar>(reading().manifest);
    REQUIRE(calendars.size() == 1);
    CHECK(calendars[0].days.size() >= 7);
    for (const auto& day : calendars[0].days) {
        CHECK(day.from.year == 2027);
        CHECK(whole(day.title));
    }
}
