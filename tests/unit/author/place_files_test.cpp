// Places as GeoJSON; sheets are tested in place_row_test.cpp.

#include "tests/support/city_folder.h"

using namespace pufa;
using model::GeoPoint;
using support::CityFolder;
using support::items_of;
using support::Lines;

namespace {

constexpr const char* k_sites = "places/阵地.geojson";

Lines faults_with(std::string_view from, std::string_view to) {
    const CityFolder bench;
    bench.change(k_sites, from, to);
    return bench.faults();
}

} // namespace

TEST_CASE("a feature is a place; its properties are called as the columns") {
    const CityFolder bench;
    const auto park = items_of<model::Place>(bench.read().manifest).at(2);
    CHECK(park.id.value == "test-press/small/park");
    CHECK(park.kind == model::PlaceKind::legal_site);
    CHECK(park.name.in(model::Language::en) == "Park");
    CHECK(park.town == "440703005");
    CHECK(park.at == GeoPoint{113.112, 22.6232});
    CHECK(park.hours == "24/7");
    CHECK(park.languages == std::vector<std::string>{"cmn", "yue"});
    CHECK(park.step_free);
}

TEST_CASE("Chinese names of properties are read as well; unknown ones are named once") {
    const CityFolder bench;
    bench.change(k_sites, "\"name\": \"宪法公园\"", "\"名称\": \"宪法公园\", \"fid\": 3");
    CHECK(bench.faults() == Lines{"UNKNOWN_KEY places/阵地.geojson:2 fid"});
    CHECK(items_of<model::Place>(bench.read().manifest).at(2).name.in(model::Language::zh_hans) ==
          "宪法公园");
}

TEST_CASE("a feature that says that it has no position stays in the list") {
    const CityFolder bench;
    bench.change(k_sites, "{\"type\": \"Point\", \"coordinates\": [113.112, 22.6232, 4]}", "null");
    CHECK(bench.faults().empty());
    CHECK_FALSE(items_of<model::Place>(bench.read().manifest).at(2).at);
}

TEST_CASE("geometries that are no point, or hold no position, are named") {
    CHECK(faults_with("\"Point\"", "\"LineString\"") ==
          Lines{"GEOMETRY_TYPE places/阵地.geojson:2 LineString"});
    CHECK(faults_with(", \"coordinates\": [113.112, 22.6232, 4]", "") ==
          Lines{"COORDINATES_MISSING places/阵地.geojson:2 宪法公园"});
    CHECK(faults_with("\"geometry\"", "\"geometri\"") ==
          Lines{"COORDINATES_MISSING places/阵地.geojson:2 宪法公园"});
    CHECK(faults_with("[113.112, 22.6232, 4]", "[]") ==
          Lines{"BAD_COORDINATES places/阵地.geojson:2 宪法公园"});
    CHECK(faults_with("113.112, 22.6232, 4", "1e200, 22.6232") ==
          Lines{"BAD_COORDINATES places/阵地.geojson:2 宪法公园"});
    CHECK(faults_with("113.112, 22.6232, 4", "NaN, 22")[0].starts_with(
        "GEOJSON_BROKEN places/阵地.geojson:3:"));
    CHECK(faults_with("113.112, 22.6232", "22.6232, 113.112") ==
          Lines{"LON_LAT_SWAPPED places/阵地.geojson:2 宪法公园"});
}

TEST_CASE("faults of a feature's words are named by its line") {
    CHECK(faults_with("legal_site", "park") ==
          Lines{"UNKNOWN_PLACE_KIND places/阵地.geojson:2 park"});
    CHECK(faults_with("\"name\": \"宪法公园\", ", "") ==
          Lines{"CELL_EMPTY places/阵地.geojson:2 name"});
    CHECK(faults_with("\"id\": \"park\", ", "") == Lines{"CELL_EMPTY places/阵地.geojson:2 id"});
    CHECK(faults_with("24/7", "always") == Lines{"BAD_HOURS places/阵地.geojson:2 always"});
}

TEST_CASE("what is no FeatureCollection is named") {
    CHECK(faults_with("FeatureCollection", "Collection") ==
          Lines{"GEOJSON_NO_COLLECTION places/阵地.geojson:1 places/阵地.geojson"});
}

TEST_CASE("a sheet without a required column, or without places, is named") {
    const CityFolder bench;
    bench.places("");
    CHECK(bench.faults() == Lines{"EMPTY_SHEET places/市区.csv places/市区.csv"});
    bench.write("places/市区.csv", "编号,名称,镇街\noffice,白沙司法所,白沙街道\n");
    CHECK(bench.faults() == Lines{"COLUMN_MISSING places/市区.csv:1 类别"});
    bench.write("places/市区.csv", "id,name,kind,town\noffice,白沙司法所,notary,Baisha\n");
    CHECK(bench.faults().empty());
}
