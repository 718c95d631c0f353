#include "content/place/datum.h"
#include "tests/support/city_folder.h"

using namespace pufa;
using model::GeoPoint;
using support::CityFolder;
using support::items_of;
using support::Lines;

TEST_CASE("places without description and a description without places are named") {
    const CityFolder bench;
    bench.remove("places/市区.toml");
    CHECK(bench.faults() == Lines{"PLACES_NOT_DESCRIBED places/市区.csv places/市区.csv"});
    bench.write("places/别的.toml", support::k_city_places_toml);
    CHECK(bench.faults() == Lines{"PLACES_MISSING places/别的.toml places/别的.toml",
                                  "PLACES_NOT_DESCRIBED places/市区.csv places/市区.csv"});
}

TEST_CASE("a side file names datum and agency") {
    const CityFolder bench;
    bench.write("places/市区.toml", "agency = \"别的单位\"\n");
    CHECK(bench.faults() == Lines{"UNKNOWN_AGENCY places/市区.csv:2 别的单位",
                                  "UNKNOWN_AGENCY places/市区.csv:3 别的单位",
                                  "MISSING_KEY places/市区.toml:1 datum"});
    bench.write("places/市区.toml", "datum = \"北京54\"\n");
    CHECK(bench.faults() == Lines{"UNKNOWN_DATUM places/市区.toml:1:9 北京54"});
}

TEST_CASE("the same name in the same town is the same place, in whatever file") {
    const CityFolder bench;
    bench.change("places/阵地.geojson", "宪法公园", "潮连公证处");
    const auto reading = bench.read();
    CHECK(CityFolder::described(reading.findings) ==
          Lines{"PLACE_TWICE places/阵地.geojson:2 潮连公证处"});
    CHECK(reading.findings[0].detail == "places/市区.csv:3:2");
    bench.change("places/阵地.geojson", "440703005", "440703002");
    CHECK(bench.faults().empty());
}

TEST_CASE("files of different datums become WGS-84; no pack mixes them") {
    const CityFolder bench;
    const auto shifted = place::gcj02_of({113.0712, 22.5901});
    bench.write("places/市区.toml", "datum = \"GCJ-02\"\n");
    bench.place_cell("113.0712,22.5901",
                     std::to_string(shifted.lon) + "," + std::to_string(shifted.lat));
    const auto reading = bench.read();
    CHECK(CityFolder::described(reading.findings).empty());
    const auto office = items_of<model::Place>(reading.manifest)[0];
    CHECK(office.datum == model::Datum::wgs84);
    REQUIRE(office.at);
    CHECK(place::distance_m(*office.at, {113.0712, 22.5901}) < 0.2); // six decimals were written
    CHECK(items_of<model::BaseMap>(reading.manifest)[0].datum == model::Datum::wgs84);
}

TEST_CASE("a pack of places without a map takes codes of towns as they are") {
    const CityFolder bench;
    bench.remove("maps/示意.toml");
    bench.remove("maps/示意.geojson");
    CHECK(bench.faults() == Lines{"UNKNOWN_TOWN places/市区.csv:2:5 白沙街道"});
    bench.place_cell("白沙街道", "440703002");
    CHECK(bench.faults().empty());
    CHECK(items_of<model::Place>(bench.read().manifest)[0].town == "440703002");
}

TEST_CASE("the same folder gives the same manifest; a pack with places asks for a player of them") {
    const CityFolder bench;
    const auto first = bench.read(), second = bench.read();
    CHECK(pack::write_manifest(first.manifest) == pack::write_manifest(second.manifest));
    CHECK(first.manifest.features_required == std::vector<std::string>{"places", "polls"});
}
