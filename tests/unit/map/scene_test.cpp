#include "kiosk/map/scene.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

using namespace pufa;
using map::Marker;
using map::MercatorBox;
using map::Scene;

namespace {

const MercatorBox k_world{{0, 0}, {1, 1}};

Marker marker(double lon, double lat, size_t row,
              model::PlaceKind kind = model::PlaceKind::mediation) {
    return {{lon, lat}, kind, row, true};
}

std::vector<Marker> scattered(size_t count) {
    std::mt19937 random{11};
    std::uniform_real_distribution<double> lon{112.0, 113.3}, lat{21.6, 22.9};
    std::vector<Marker> markers;
    for (size_t row = 0; row < count; ++row)
        markers.push_back(marker(lon(random), lat(random), row));
    return markers;
}

size_t total(const std::vector<map::Cluster>& clusters) {
    size_t count = 0;
    for (const auto& cluster : clusters)
        count += cluster.count;
    return count;
}

} // namespace

TEST_CASE("places that can be touched apart stand alone, with their own row") {
    const Scene scene{nullptr, {marker(112.5, 22.2, 4), marker(113.0, 22.5, 9)}, std::nullopt};
    const auto clusters = scene.clusters(k_world, 1e-6);
    REQUIRE(clusters.size() == 2);
    std::set<size_t> rows;
    for (const auto& cluster : clusters) {
        REQUIRE(cluster.only);
        CHECK(cluster.count == 1);
        CHECK(cluster.open == 1);
        rows.insert(cluster.row);
    }
    CHECK(rows == std::set<size_t>{4, 9});
}

TEST_CASE("what cannot be touched apart is one cluster around all of it") {
    auto shut = marker(112.5002, 22.2002, 5, model::PlaceKind::notary);
    shut.open = false;
    const Scene scene{nullptr, {marker(112.5, 22.2, 4), shut}, std::nullopt};
    const auto clusters = scene.clusters(k_world, 1e-5);
    REQUIRE(clusters.size() == 1);
    const auto& both = clusters[0];
    CHECK(both.count == 2);
    CHECK(both.row == 4);
    CHECK(both.open == 1);
    CHECK(both.only == nullptr);
    CHECK_FALSE(both.kind.has_value());
    CHECK(scene.spots_in(both.box, 100).size() == 2);
}

TEST_CASE("a cluster of one kind says so") {
    const Scene scene{nullptr,
                      {marker(112.5, 22.2, 0, model::PlaceKind::notary),
                       marker(112.5, 22.2, 1, model::PlaceKind::notary)},
                      std::nullopt};
    const auto clusters = scene.clusters(k_world, 1e-6);
    REQUIRE(clusters.size() == 1);
    CHECK(clusters[0].kind == model::PlaceKind::notary);
}

TEST_CASE("at every distance no two clusters are nearer than that, and no place is lost") {
    const Scene scene{nullptr, scattered(3000), std::nullopt};
    for (double apart = 1e-7; apart < 1e-2; apart *= 1.7) {
        CAPTURE(apart);
        const auto clusters = scene.clusters(k_world, apart);
        CHECK(total(clusters) == 3000);
        size_t too_near = 0;
        for (size_t i = 0; i < clusters.size() && clusters.size() < 1500; ++i) {
            for (size_t other = 0; other < i; ++other) {
                const auto a = clusters[i].at, b = clusters[other].at;
                if (std::max(std::abs(a.x - b.x), std::abs(a.y - b.y)) < apart) ++too_near;
            }
        }
        CHECK(too_near == 0);
    }
}

TEST_CASE("a cluster is named by the least row of its members") {
    auto markers = scattered(1000);
    std::reverse(markers.begin(), markers.end());
    const Scene scene{nullptr, markers, std::nullopt};
    const auto clusters = scene.clusters(k_world, 1e-3);
    REQUIRE(clusters.size() > 3);
    std::set<size_t> names;
    for (const auto& cluster : clusters) {
        names.insert(cluster.row);
        const auto spot = scene.spot_of(cluster.row);
        REQUIRE(spot.has_value());
        CHECK(cluster.box.meets({spot->at, spot->at}));
    }
    CHECK(names.size() == clusters.size());
    CHECK(*names.begin() == 0);
}

TEST_CASE("a view is given what it shows, and little else") {
    const Scene scene{nullptr, scattered(20'000), std::nullopt};
    const auto middle = map::mercator_of({112.6, 22.2});
    const auto seen = map::grown({middle, middle}, 1e-4);
    const auto clusters = scene.clusters(seen, 1e-6);
    const auto there = scene.spots_in(seen, 100'000).size();
    CHECK(there > 20);
    CHECK(total(clusters) >= there);
    CHECK(total(clusters) < there * 2);
}

TEST_CASE("clusters hold still while the distance changes a little") {
    const Scene scene{nullptr, scattered(500), std::nullopt};
    // Both go up to the same step.
    const auto one = scene.clusters(k_world, std::exp2(-13.2));
    const auto other = scene.clusters(k_world, std::exp2(-13.05));
    REQUIRE(one.size() == other.size());
    for (size_t i = 0; i < one.size(); ++i)
        CHECK(one[i].at == other[i].at);
}

TEST_CASE("a place is found by its row") {
    const Scene scene{nullptr, scattered(50), std::nullopt};
    const auto spot = scene.spot_of(17);
    REQUIRE(spot.has_value());
    CHECK(spot->marker->row == 17);
    CHECK(spot->at == map::mercator_of(spot->marker->at));
    CHECK_FALSE(scene.spot_of(50).has_value());
}

TEST_CASE("without a base map the scene is bounded by what it has") {
    const Scene empty{nullptr, {}, std::nullopt};
    CHECK(empty.bounds().width() > 0);
    CHECK(empty.clusters(k_world, 1e-3).empty());
    const Scene here{nullptr, {}, model::GeoPoint{113, 22.5}};
    const auto at = map::mercator_of({113, 22.5});
    CHECK(here.bounds().meets({at, at}));
    CHECK(here.bounds().width() > 0);
    const Scene places{nullptr, scattered(10), std::nullopt};
    CHECK(places.spots_in(places.bounds(), 100).size() == 10);
}
