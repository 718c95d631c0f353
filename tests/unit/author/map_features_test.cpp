#include "content/author/map_features.h"
#include "tests/support/author_folder.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::author;
using model::GeoPoint;
using support::Lines;

namespace {

GeoFeature feature(const char* properties, const char* geometry, int line = 1) {
    return {nlohmann::json::parse(properties),
            nlohmann::json::parse(geometry),
            {"maps/m.geojson", line, 0}};
}

struct Bench {
    explicit Bench(const std::vector<GeoFeature>& features,
                   model::Datum datum = model::Datum::wgs84) {
        draft.map.datum = datum;
        Findings findings;
        read_map_features(features, draft, findings);
        faults = support::AuthorFolder::described(findings);
    }
    MapDraft draft;
    Lines faults;
};

constexpr const char* k_district = R"({"kind": "district", "code": "440703", "name": "蓬江区"})";
constexpr const char* k_land = R"({"kind": "land"})";
constexpr const char* k_town = R"({"kind": "town", "code": "440703002", "name": "白沙街道"})";

} // namespace

TEST_CASE("rings are turned: outer ones counter-clockwise, holes clockwise") {
    const auto clockwise = R"([[113, 22], [113, 23], [114, 23], [114, 22], [113, 22]])";
    const auto counter =
        R"([[113.4, 22.4], [113.6, 22.4], [113.6, 22.6], [113.4, 22.6], [113.4, 22.4]])";
    const auto geometry =
        R"({"type": "Polygon", "coordinates": [)" + std::string{clockwise} + "," + counter + "]}";
    const Bench bench{{feature(k_land, geometry.c_str())}};
    CHECK(bench.faults.empty());
    REQUIRE(bench.draft.shapes.shapes.size() == 1);
    const auto& polygon = bench.draft.shapes.shapes[0].polygons.at(0);
    CHECK(polygon.outer == Ring{{113, 22}, {114, 22}, {114, 23}, {113, 23}, {113, 22}});
    REQUIRE(polygon.holes.size() == 1);
    CHECK(polygon.holes[0][1] == GeoPoint{113.4, 22.6});
}

TEST_CASE("a district of several pieces has bounds around all; its name stands in the middle") {
    const Bench bench{{feature(
        k_district,
        R"({"type": "MultiPolygon", "coordinates": [[[[113,22],[113.2,22],[113.2,22.2],[113,22]]],
            [[[113.8,22.6],[114,22.6],[114,23],[113.8,22.6]]]]})")}};
    CHECK(bench.faults.empty());
    REQUIRE(bench.draft.map.districts.size() == 1);
    const auto& district = bench.draft.map.districts[0];
    CHECK(district.least == GeoPoint{113, 22});
    CHECK(district.most == GeoPoint{114, 23});
    CHECK(district.label == GeoPoint{113.5, 22.5});
    const auto& shape = bench.draft.shapes.shapes.at(0);
    CHECK(shape.polygons.size() == 2);
    CHECK(shape.code == "440703");
    CHECK(shape.name == "蓬江区");
}

TEST_CASE("shapes are WGS-84 whatever the file is; what the map names stays as written") {
    const Bench bench{{feature(k_town, R"({"type": "Point", "coordinates": [113.07, 22.59]})"),
                       feature(R"({"kind": "river"})",
                               R"({"type": "MultiLineString", "coordinates": [[[113,22],[113,23]],
                                   [[113.1,22],[113.1,23]]]})")},
                      model::Datum::gcj02};
    CHECK(bench.faults.empty());
    CHECK(bench.draft.map.towns.at(0).label == GeoPoint{113.07, 22.59});
    REQUIRE(bench.draft.shapes.rivers.size() == 2);
    CHECK(bench.draft.shapes.rivers[0][0].lon < 113);
}

TEST_CASE("rings that enclose nothing or stay open are named by district") {
    const auto ring = [](const char* points) {
        const auto geometry =
            R"({"type": "Polygon", "coordinates": [)" + std::string{points} + "]}";
        return Bench{{feature(k_district, geometry.c_str(), 7)}}.faults;
    };
    CHECK(ring("[[113,22],[114,22],[113,22]]") == Lines{"RING_TOO_SHORT maps/m.geojson:7 蓬江区"});
    CHECK(ring("[[113,22],[114,22],[114,23],[113,23]]") ==
          Lines{"RING_NOT_CLOSED maps/m.geojson:7 蓬江区"});
    CHECK(ring("[[113,22],[114,22],[114,null],[113,22]]") ==
          Lines{"BAD_COORDINATES maps/m.geojson:7 蓬江区"});
    CHECK(ring("[]") == Lines{"RING_TOO_SHORT maps/m.geojson:7 蓬江区"});
    CHECK(ring("3") == Lines{"BAD_COORDINATES maps/m.geojson:7 蓬江区"});
}

TEST_CASE("swapped and impossible positions are named once a feature") {
    CHECK(Bench{{feature(
                    k_district,
                    R"({"type":"Polygon","coordinates":[[[22,113],[22,114],[23,114],[22,113]]]})")}}
              .faults == Lines{"LON_LAT_SWAPPED maps/m.geojson:1 蓬江区"});
    CHECK(Bench{{feature(k_town, R"({"type": "Point", "coordinates": [22.59, 113.07]})")}}.faults ==
          Lines{"LON_LAT_SWAPPED maps/m.geojson:1 白沙街道"});
    CHECK(Bench{{feature(k_town, R"({"type": "Point", "coordinates": [22.59, 170]})")}}.faults ==
          Lines{"IMPOSSIBLE_POSITION maps/m.geojson:1 22.59000, 170.00000"});
}

TEST_CASE("geometries that do not fit, or are not there, are named") {
    CHECK(Bench{{feature(k_district, R"({"type": "Point", "coordinates": [113, 22]})")}}.faults ==
          Lines{"GEOMETRY_TYPE maps/m.geojson:1 Point"});
    CHECK(Bench{{feature(k_town, R"({"type": "GeometryCollection", "geometries": []})")}}.faults ==
          Lines{"GEOMETRY_TYPE maps/m.geojson:1 GeometryCollection"});
    CHECK(Bench{{feature(k_town, "null")}}.faults ==
          Lines{"COORDINATES_MISSING maps/m.geojson:1 白沙街道"});
    CHECK(Bench{{feature(k_land, R"({"type": "Polygon"})")}}.faults ==
          Lines{"COORDINATES_MISSING maps/m.geojson:1 land"});
    CHECK(Bench{{feature(k_land, R"({"type": "MultiPolygon", "coordinates": []})")}}.faults ==
          Lines{"BAD_COORDINATES maps/m.geojson:1 land"});
    CHECK(Bench{{feature(R"({"kind": "river"})",
                         R"({"type": "LineString", "coordinates": [[113,22]]})")}}
              .faults == Lines{"BAD_COORDINATES maps/m.geojson:1 river"});
}

TEST_CASE("codes are digits, none twice; names are there; kinds are known") {
    const auto point = R"({"type": "Point", "coordinates": [113, 22]})";
    CHECK(Bench{{feature(R"({"kind": "town", "code": "4407", "name": "白沙"})", point)}}.faults ==
          Lines{"BAD_CODE maps/m.geojson:1 4407"});
    CHECK(Bench{{feature(k_town, point, 1), feature(k_town, point, 2)}}.faults ==
          Lines{"CODE_TWICE maps/m.geojson:2 440703002"});
    CHECK(Bench{{feature(R"({"kind": "town", "code": "440703002"})", point)}}.faults ==
          Lines{"MISSING_KEY maps/m.geojson:1 name"});
    CHECK(Bench{{feature(R"({"kind": "road", "name": "路"})", point)}}.faults ==
          Lines{"UNKNOWN_MAP_KIND maps/m.geojson:1 road"});
}

TEST_CASE("a town belongs to a district of the map, if there are any") {
    const auto point = feature(R"({"kind": "town", "code": "440781100", "name": "大江镇"})",
                               R"({"type": "Point", "coordinates": [113, 22]})", 9);
    const auto district = feature(
        k_district, R"({"type":"Polygon","coordinates":[[[113,22],[114,22],[114,23],[113,22]]]})");
    CHECK(Bench{{point}}.faults.empty());
    CHECK(Bench{{point, district}}.faults ==
          Lines{"TOWN_WITHOUT_DISTRICT maps/m.geojson:9 大江镇"});
}

TEST_CASE("a label is a position") {
    const auto polygon =
        R"({"type":"Polygon","coordinates":[[[113,22],[114,22],[114,23],[113,22]]]})";
    const auto label = [&](const char* words) {
        const auto properties =
            R"({"kind": "district", "code": "440703", "name": "区", "label": )" +
            std::string{words} + "}";
        return Bench{{feature(properties.c_str(), polygon)}};
    };
    CHECK(label("\"113.2, 22.3\"").draft.map.districts[0].label == GeoPoint{113.2, 22.3});
    CHECK(label("[113.2]").faults == Lines{"BAD_COORDINATES maps/m.geojson:1 label"});
    CHECK(label("[22.3, 113.2]").faults == Lines{"LON_LAT_SWAPPED maps/m.geojson:1 区"});
}
