#include "content/author/datums.h"

#include "content/place/datum.h"

#include <doctest/doctest.h>

using namespace pufa;
using model::Datum;
using model::GeoPoint;

namespace {

constexpr GeoPoint k_at{113.07, 22.59};

model::Place place_in(Datum datum) {
    model::Place made;
    made.at = k_at;
    made.datum = datum;
    return made;
}

model::BaseMap map_in(Datum datum) {
    model::BaseMap made;
    made.datum = datum;
    made.districts = {{"440703", {}, k_at, k_at, k_at}};
    made.towns = {{"440703002", {}, k_at}};
    return made;
}

double off(GeoPoint at, Datum datum) {
    return place::distance_m(at, place::to_wgs84(k_at, datum));
}

} // namespace

TEST_CASE("one datum stays, whichever it is") {
    std::vector places{place_in(Datum::bd09)};
    std::vector maps{map_in(Datum::bd09)};
    author::unify_datums(places, maps);
    CHECK(places[0] == place_in(Datum::bd09));
    CHECK(maps[0] == map_in(Datum::bd09));
}

TEST_CASE("different datums all become WGS-84, to the centimetre") {
    std::vector places{place_in(Datum::gcj02), place_in(Datum::wgs84)};
    std::vector maps{map_in(Datum::bd09)};
    author::unify_datums(places, maps);
    CHECK(places[0].datum == Datum::wgs84);
    CHECK(off(*places[0].at, Datum::gcj02) < 0.02);
    CHECK(places[1] == place_in(Datum::wgs84));
    CHECK(maps[0].datum == Datum::wgs84);
    CHECK(off(maps[0].districts[0].label, Datum::bd09) < 0.02);
    CHECK(off(maps[0].districts[0].least, Datum::bd09) < 0.02);
    CHECK(off(maps[0].districts[0].most, Datum::bd09) < 0.02);
    CHECK(off(maps[0].towns[0].label, Datum::bd09) < 0.02);
}

TEST_CASE("a place without position does not count") {
    std::vector places{place_in(Datum::gcj02), place_in(Datum::wgs84)};
    places[1].at.reset();
    std::vector<model::BaseMap> maps;
    author::unify_datums(places, maps);
    CHECK(places[0].at == k_at);
    CHECK(places[0].datum == Datum::gcj02);
}
