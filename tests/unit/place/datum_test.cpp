#include "content/place/datum.h"

#include <doctest/doctest.h>

using namespace pufa;
using model::Datum;
using model::GeoPoint;

namespace {

constexpr GeoPoint k_city{113.08, 22.58};

} // namespace

TEST_CASE("GCJ-02 and BD-09 lie where the published transforms put them") {
    // Tiananmen, as the formulas' own examples give it to five decimals.
    const auto gcj = place::gcj02_of({116.397428, 39.90923});
    CHECK(place::distance_m(gcj, {116.403672, 39.910634}) < 1.0);
    const auto bd = place::bd09_of({116.404, 39.915});
    CHECK(place::distance_m(bd, {116.41036949371029, 39.92133699351021}) < 1.0);
}

TEST_CASE("a position comes back from either datum to within a centimetre") {
    for (double lon = 112.0; lon < 113.4; lon += 0.1) {
        for (double lat = 21.6; lat < 22.9; lat += 0.1) {
            const GeoPoint at{lon, lat};
            const auto gcj = place::gcj02_of(at);
            CHECK(place::distance_m(place::to_wgs84(gcj, Datum::gcj02), at) < 0.01);
            CHECK(place::distance_m(place::to_wgs84(place::bd09_of(gcj), Datum::bd09), at) < 0.01);
        }
    }
}

TEST_CASE("the datums differ by hundreds of metres here, and WGS-84 stays as it is") {
    const auto gcj = place::gcj02_of(k_city);
    CHECK(place::distance_m(gcj, k_city) > 300);
    CHECK(place::distance_m(gcj, k_city) < 900);
    CHECK(place::distance_m(place::bd09_of(gcj), gcj) > 300);
    CHECK(place::to_wgs84(k_city, Datum::wgs84) == k_city);
}

TEST_CASE("outside of China nothing is shifted") {
    CHECK(place::gcj02_of({2.35, 48.85}) == GeoPoint{2.35, 48.85});
}

TEST_CASE("a degree of latitude is 111 kilometres") {
    CHECK(place::distance_m({113, 22}, {113, 23}) == doctest::Approx(111195).epsilon(0.001));
    CHECK(place::distance_m(k_city, k_city) == 0);
}
