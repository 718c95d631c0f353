#include "content/place/base_mesh.h"
#include "content/place/datum.h"
#include "tests/support/city_folder.h"

using namespace pufa;
using namespace std::literals;
using model::GeoPoint;
using support::CityFolder;
using support::items_of;
using support::Lines;

namespace {

constexpr const char* k_toml = "maps/示意.toml";
constexpr const char* k_map = "maps/示意.geojson";

} // namespace

TEST_CASE("a map is its districts, towns and a mesh, and says what it may be shown as") {
    const CityFolder bench;
    const auto reading = bench.read();
    REQUIRE(CityFolder::described(reading.findings).empty());
    const auto maps = items_of<model::BaseMap>(reading.manifest);
    REQUIRE(maps.size() == 1);
    const auto& map = maps[0];
    CHECK(map.id.value == "test-press/small/map");
    CHECK(map.approval == "schematic");
    CHECK(map.datum == model::Datum::wgs84);
    REQUIRE(map.districts.size() == 1);
    CHECK(map.districts[0].code == "440703");
    CHECK(map.districts[0].name.in(model::Language::en) == "Pengjiang");
    CHECK(map.districts[0].label == GeoPoint{113.05, 22.65});
    CHECK(map.districts[0].least == GeoPoint{113, 22.5});
    CHECK(map.districts[0].most == GeoPoint{113.2, 22.8});
    REQUIRE(map.towns.size() == 2);
    CHECK(map.towns[1].name.in(model::Language::zh_hant) == "潮連街道");
    CHECK(map.towns[1].label == GeoPoint{113.11, 22.63});
}

TEST_CASE("the mesh of a map goes into the pack, the same bytes each time") {
    const CityFolder bench;
    const auto mesh = [&] {
        const auto sources = bench.read().sources;
        const auto found = std::find_if(sources.begin(), sources.end(), [](const auto& one) {
            return one.path == "maps/map.mesh";
        });
        REQUIRE(found != sources.end());
        REQUIRE(found->bytes);
        return *found->bytes;
    };
    const auto bytes = mesh();
    CHECK(mesh() == bytes);
    CHECK(place::read_base_mesh(std::as_bytes(std::span{bytes}), "maps/map.mesh"));
}

TEST_CASE("a map must say how it was approved") {
    const CityFolder bench;
    bench.change(k_toml, "approval = \"schematic\"\n", "");
    CHECK(bench.faults() == Lines{"MAP_WITHOUT_APPROVAL maps/示意.toml:1 map"});
    for (const auto* approved :
         {"粤S（2024）001号", "GS(2019)1822号", "审图号：GS京（2022）1061号"}) {
        bench.write(k_toml, "id = \"map\"\ntitle = \"图\"\ndatum = \"WGS-84\"\napproval = \"" +
                                std::string{approved} + "\"\n");
        CAPTURE(approved);
        CHECK(bench.faults().empty());
    }
    CHECK(items_of<model::BaseMap>(bench.read().manifest)[0].approval == "GS京（2022）1061号");
    bench.change(k_toml, "审图号：GS京（2022）1061号", "已批准");
    CHECK(bench.faults() == Lines{"ODD_APPROVAL maps/示意.toml:4:12 已批准"});
    CHECK(bench.read().sound());
}

TEST_CASE("a map names a datum that is known; positions stay as written and the towns follow") {
    const CityFolder bench;
    bench.change(k_toml, "WGS-84", "CGCS2000");
    CHECK(bench.faults() == Lines{"UNKNOWN_DATUM maps/示意.toml:3:9 CGCS2000"});
    for (const auto* file : {k_toml, "places/市区.toml", "places/阵地.toml"})
        bench.write(file, std::string{file == k_toml ? "id = \"map\"\ntitle = \"图\"\n"
                                                       "approval = \"schematic\"\n"
                                                     : ""} +
                              "datum = \"GCJ-02\"\n");
    const auto reading = bench.read();
    CHECK(CityFolder::described(reading.findings).empty());
    const auto map = items_of<model::BaseMap>(reading.manifest)[0];
    CHECK(map.datum == model::Datum::gcj02);
    CHECK(map.towns[0].label == GeoPoint{113.07, 22.59});
}

TEST_CASE("a map without description and a description without map are named") {
    const CityFolder bench;
    bench.remove("places/市区.csv");
    bench.remove("places/阵地.geojson");
    bench.remove("places/市区.toml");
    bench.remove("places/阵地.toml");
    bench.remove(k_toml);
    CHECK(bench.faults() == Lines{"MAP_NOT_DESCRIBED maps/示意.geojson maps/示意.geojson"});
    bench.write("maps/另一.toml", support::k_city_map_toml);
    CHECK(bench.faults() == Lines{"MAP_MISSING maps/另一.toml maps/另一.toml",
                                  "MAP_NOT_DESCRIBED maps/示意.geojson maps/示意.geojson"});
}

TEST_CASE("MBTiles are named as what this player does not draw, damaged ones as damaged") {
    const CityFolder bench;
    bench.write("maps/街道.mbtiles", "SQLite format 3\0\x10\0"s + "pages");
    bench.write("maps/坏.mbtiles", "SQLite form");
    CHECK(bench.faults() == Lines{"MBTILES_BROKEN maps/坏.mbtiles maps/坏.mbtiles",
                                  "MBTILES_UNSUPPORTED maps/街道.mbtiles maps/街道.mbtiles"});
    bench.write("maps/坏.mbtiles", std::string(4096, 'x'));
    CHECK(bench.faults()[0] == "MBTILES_BROKEN maps/坏.mbtiles maps/坏.mbtiles");
}

TEST_CASE("a broken map does not keep the rest of the folder from being read") {
    const CityFolder bench;
    bench.write(k_map, support::k_city_map.substr(0, 900));
    const auto faults = bench.faults();
    REQUIRE(!faults.empty());
    CHECK(faults[0].starts_with("GEOJSON_BROKEN maps/示意.geojson:"));
    CHECK(items_of<model::Dispute>(bench.read().manifest).size() == 2);
}

TEST_CASE("an outline that crosses itself is named by district and point, and still drawn") {
    const CityFolder bench;
    bench.change(k_map, "[[[113, 22.5], [113.2, 22.5], [113.2, 22.8], [113, 22.8], [113, 22.5]]]",
                 "[[[113, 22.5], [113.2, 22.8], [113.2, 22.5], [113, 22.8], [113, 22.5]]]");
    const auto reading = bench.read();
    REQUIRE(reading.findings.size() == 1);
    CHECK(CityFolder::described(reading.findings)[0] == "RING_CROSSES maps/示意.geojson:2 蓬江区");
    // On Mercator's map, where straight lines lie a little otherwise than in degrees.
    CHECK(reading.findings[0].detail.starts_with("113.10000, 22.650"));
    CHECK(reading.sound());
}
