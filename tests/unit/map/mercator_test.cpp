#include "kiosk/map/mercator.h"

#include "content/place/datum.h"

#include <doctest/doctest.h>

using namespace pufa;

TEST_CASE("the Mercator square has Greenwich and the equator in its middle, north at 0") {
    CHECK(map::mercator_of({0, 0}) == map::MercatorPoint{0.5, 0.5});
    CHECK(map::mercator_of({-180, 90}).y == doctest::Approx(0).epsilon(1e-9));
    CHECK(map::mercator_of({180, -90}).x == 1);
    // EPSG:3857 of 113.08 E 22.58 N, from proj: 12588008.02 m, 2581640.5 m.
    constexpr double k_half = 20037508.342789244;
    const auto jiangmen = map::mercator_of({113.08, 22.58});
    CHECK((jiangmen.x * 2 - 1) * k_half == doctest::Approx(12588008.02).epsilon(1e-7));
}

TEST_CASE("degrees come back from Mercator units") {
    for (const model::GeoPoint at : {model::GeoPoint{112.0123, 21.5712}, {113.263, 22.8924}}) {
        const auto back = map::degrees_of(map::mercator_of(at));
        CHECK(back.lon == doctest::Approx(at.lon).epsilon(1e-12));
        CHECK(back.lat == doctest::Approx(at.lat).epsilon(1e-12));
    }
}

TEST_CASE("a unit is as many metres as a short way on the sphere says") {
    const model::GeoPoint a{113.0, 22.5}, b{113.001, 22.5};
    const double units = map::mercator_of(b).x - map::mercator_of(a).x;
    const double metres = units * map::metres_per_unit(map::mercator_of(a));
    CHECK(metres == doctest::Approx(place::distance_m(a, b)).epsilon(0.002));
}
