#include "content/place/point_tree.h"

#include "content/place/datum.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <random>

using namespace pufa;
using model::GeoPoint;
using place::PointTree;

namespace {

using Points = std::vector<std::optional<GeoPoint>>;

std::vector<uint32_t> walked(const PointTree& tree, GeoPoint from) {
    std::vector<uint32_t> ids;
    auto walk = tree.walk(from);
    while (const auto found = walk.next())
        ids.push_back(found->id);
    return ids;
}

/// The same without a tree.
std::vector<uint32_t> sorted(const Points& points, GeoPoint from) {
    std::vector<uint32_t> ids;
    for (uint32_t id = 0; id < points.size(); ++id)
        if (points[id]) ids.push_back(id);
    std::stable_sort(ids.begin(), ids.end(), [&](uint32_t a, uint32_t b) {
        return place::distance_m(from, *points[a]) < place::distance_m(from, *points[b]);
    });
    return ids;
}

Points scattered(size_t count, GeoPoint least, GeoPoint most) {
    std::mt19937 random{7};
    const auto between = [&](double from, double to) {
        return from + (to - from) * static_cast<double>(random()) / 4294967295.0;
    };
    Points points;
    for (size_t i = 0; i < count; ++i) {
        const double lon = between(least.lon, most.lon);
        points.push_back(GeoPoint{lon, between(least.lat, most.lat)});
    }
    return points;
}

} // namespace

TEST_CASE("points are found nearest first, over a city and over the globe") {
    const auto city = scattered(1000, {112.2, 21.7}, {113.3, 22.9});
    CHECK(walked(PointTree{city}, {112.8, 22.3}) == sorted(city, {112.8, 22.3}));
    CHECK(walked(PointTree{city}, {120, 30}) == sorted(city, {120, 30}));
    const auto globe = scattered(300, {-180, -90}, {180, 90});
    for (const GeoPoint from : {GeoPoint{179.9, 10}, GeoPoint{0, 89}, GeoPoint{-60, -40}})
        CHECK(walked(PointTree{globe}, from) == sorted(globe, from));
}

TEST_CASE("of points in one place the first comes first, and all come once") {
    const Points points(100, GeoPoint{113, 22});
    const auto ids = walked(PointTree{points}, {112, 22});
    REQUIRE(ids.size() == 100);
    CHECK(std::is_sorted(ids.begin(), ids.end()));
}

TEST_CASE("what has no position is known and never found") {
    constexpr double k_nan = std::numeric_limits<double>::quiet_NaN();
    const Points points{std::nullopt, GeoPoint{113, 22}, GeoPoint{k_nan, 22}, GeoPoint{113, 91}};
    const PointTree tree{points};
    CHECK(walked(tree, {113, 22}) == std::vector<uint32_t>{1});
    CHECK_FALSE(tree.has(0));
    CHECK(tree.has(1));
    CHECK_FALSE(tree.has(2));
    CHECK_FALSE(tree.has(3));
    CHECK(walked(PointTree{Points{}}, {113, 22}).empty());
    CHECK(walked(PointTree{Points(3)}, {113, 22}).empty());
}

TEST_CASE("distances are those along the earth, near and far") {
    const GeoPoint from{113.08, 22.58};
    const Points points{GeoPoint{113.0801, 22.58}, GeoPoint{112.2, 22.2}, GeoPoint{110.6, 22.5},
                        GeoPoint{-66.9, -22.5}, from};
    const PointTree tree{points};
    const auto direction = place::direction_of(from);
    for (size_t id = 0; id < points.size(); ++id) {
        CAPTURE(id);
        const double along = place::distance_m(from, *points[id]);
        CHECK(tree.distance_m(id, direction) == doctest::Approx(along).epsilon(1e-8));
    }
    CHECK(tree.distance_m(4, direction) < 1e-6);
}
