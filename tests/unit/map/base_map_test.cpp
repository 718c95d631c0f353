#include "kiosk/map/base_map.h"

#include <doctest/doctest.h>

#include <memory>

using namespace pufa;
using map::BaseMap;
using map::MercatorBox;

namespace {

place::BaseMesh mesh_of(const MercatorBox& bounds) {
    const place::MeshTile full{{{1, {{0, 0}, {9, 0}, {9, 9}}, {0, 1, 2}}}, {}};
    place::BaseMesh mesh;
    mesh.bounds = bounds;
    mesh.levels.push_back({1e-6, 1, 1, {full}});
    mesh.levels.push_back({0, 4, 4, std::vector<place::MeshTile>(16, full)});
    mesh.levels[1].tiles[0] = {}; // the sea in the north-west
    return mesh;
}

model::BaseMap names() {
    model::BaseMap about;
    about.approval = "schematic";
    about.districts.push_back(
        {"440703", model::in_hans("蓬江区"), {112.5, 22.5}, {112, 22}, {113, 23}});
    about.districts.push_back(
        {"440705", model::in_hans("新会区"), {113.1, 22.1}, {113, 22}, {113.2, 22.4}});
    about.towns.push_back({"440703002", model::in_hans("白沙街道"), {112.9, 22.2}});
    about.towns.push_back({"440703003", model::in_hans("环市街道"), {112.1, 22.9}});
    return about;
}

const MercatorBox k_bounds{{0.81, 0.43}, {0.814, 0.434}};
const BaseMap k_map{names(), std::make_shared<const place::BaseMesh>(mesh_of(k_bounds))};

} // namespace

TEST_CASE("the map's bounds are those of its districts") {
    const auto box = k_map.bounds();
    CHECK(box.least == map::mercator_of({112, 23}));
    CHECK(box.most == map::mercator_of({113.2, 22}));
    const auto xinhui = k_map.bounds_of("440705");
    REQUIRE(xinhui.has_value());
    CHECK(xinhui->least == map::mercator_of({113, 22.4}));
    CHECK_FALSE(k_map.bounds_of("440799").has_value());
    const BaseMap nameless{{}, std::make_shared<const place::BaseMesh>(mesh_of(k_bounds))};
    CHECK(nameless.bounds() == k_bounds);
}

TEST_CASE("from afar the coarse level is drawn, from near the tiles that are seen") {
    const auto all = k_map.pieces(k_bounds, 1000);
    REQUIRE(all.size() == 1);
    CHECK(all[0].tile == &k_map.mesh().levels[0].tiles[0]);

    const double near = 1e7;
    CHECK(k_map.pieces(k_bounds, near).size() == 15); // one is empty
    const auto middle = map::grown({k_bounds.center(), k_bounds.center()}, 1e-5);
    CHECK(k_map.pieces(middle, near).size() == 4);
    const map::MercatorPoint south_east{0.8139, 0.4339};
    const auto corner = k_map.pieces({south_east, south_east}, near);
    REQUIRE(corner.size() == 1);
    CHECK(corner[0].tile == &k_map.mesh().levels[1].tiles[15]);
    CHECK(corner[0].box.most.x == doctest::Approx(k_bounds.most.x));
}

TEST_CASE("where the map does not reach, nothing is drawn") {
    CHECK(k_map.pieces({{0.1, 0.1}, {0.2, 0.2}}, 1e7).empty());
    CHECK(k_map.pieces({{0.815, 0.435}, {0.9, 0.9}}, 1e7).empty());
}

TEST_CASE("towns are found where one looks") {
    const auto at = map::mercator_of({112.9, 22.2});
    const auto found = k_map.towns_in(map::grown({at, at}, 1e-5));
    REQUIRE(found.size() == 1);
    CHECK(found[0].words->in(model::Language::zh_hans) == "白沙街道");
    CHECK(k_map.towns_in({{0, 0}, {1, 1}}).size() == 2);
}
