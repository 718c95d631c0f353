// Each fault of a place, named by row and column.

#include "tests/support/city_folder.h"

using namespace pufa;
using model::GeoPoint;
using support::CityFolder;
using support::items_of;
using support::Lines;

namespace {

/// What is wrong with the sheet of places if one cell of its first place reads otherwise.
Lines faults_with(std::string_view from, std::string_view to) {
    const CityFolder bench;
    bench.place_cell(from, to);
    return bench.faults();
}

} // namespace

TEST_CASE("a row is a place") {
    const CityFolder bench;
    const auto reading = bench.read();
    REQUIRE(CityFolder::described(reading.findings).empty());
    const auto places = items_of<model::Place>(reading.manifest);
    REQUIRE(places.size() == 3);
    const auto& office = places[0];
    CHECK(office.id.value == "test-press/small/office");
    CHECK(office.kind == model::PlaceKind::justice_office);
    CHECK(office.name.in(model::Language::en) == "Baisha Justice Office");
    CHECK(office.where == model::in_hans("一楼"));
    CHECK(office.town == "440703002");
    CHECK(office.district() == "440703");
    CHECK(office.at == GeoPoint{113.0712, 22.5901});
    CHECK(office.phone == "12348");
    CHECK(office.hours == "Mo-Fr 08:30-12:00,14:30-17:30; PH off");
    CHECK(office.languages == std::vector<std::string>{"cmn", "yue"});
    CHECK(office.step_free);
    CHECK_FALSE(office.overseas);
    CHECK(office.disputes == std::vector<model::ItemId>{{"test-press/small/wills-dispute"},
                                                        {"test-press/small/noise"}});
    REQUIRE(office.bring.size() == 1);
    CHECK(office.bring[0].in(model::Language::en) == "Identity card");
    CHECK(office.agency == "测试司法局");
}

TEST_CASE("a place without position, telephone or hours stays in the list") {
    const CityFolder bench;
    const auto notary = items_of<model::Place>(bench.read().manifest).at(1);
    CHECK(notary.town == "440703005");
    CHECK_FALSE(notary.at);
    CHECK(notary.hours.empty());
    CHECK(notary.overseas);
}

TEST_CASE("unknown kinds and towns") {
    CHECK(faults_with("司法所", "法院") == Lines{"UNKNOWN_PLACE_KIND places/市区.csv:2:4 法院"});
    CHECK(faults_with("司法所", "") == Lines{"CELL_EMPTY places/市区.csv:2:4 类别"});
    CHECK(faults_with("白沙街道", "白沙") == Lines{"UNKNOWN_TOWN places/市区.csv:2:5 白沙"});
    CHECK(faults_with("白沙街道", "440703999") ==
          Lines{"UNKNOWN_TOWN places/市区.csv:2:5 440703999"});
    CHECK(faults_with("白沙街道", "") == Lines{"CELL_EMPTY places/市区.csv:2:5 镇街"});
}

TEST_CASE("a town's name that two towns have is not enough") {
    const CityFolder bench;
    bench.change("maps/示意.geojson", "潮连街道", "白沙街道");
    const auto reading = bench.read();
    CHECK(CityFolder::described(reading.findings) ==
          Lines{"AMBIGUOUS_TOWN places/市区.csv:2:5 白沙街道"});
    CHECK(reading.findings[0].detail == "440703002, 440703005");
}

TEST_CASE("longitude and latitude that changed places are named by the place") {
    const CityFolder bench;
    bench.place_cell("113.0712,22.5901", "22.5901,113.0712");
    const auto reading = bench.read();
    CHECK(CityFolder::described(reading.findings) ==
          Lines{"LON_LAT_SWAPPED places/市区.csv:2:7 白沙司法所"});
    CHECK(reading.findings[0].detail == "22.59010, 113.07120");
}

TEST_CASE("positions off the map, far from the town, or nowhere") {
    CHECK(faults_with("113.0712,22.5901", "116.4,39.9") ==
          Lines{"PLACE_OUTSIDE_MAP places/市区.csv:2:7 白沙司法所"});
    CHECK(faults_with("113.0712,22.5901", "113.0712,99") ==
          Lines{"IMPOSSIBLE_POSITION places/市区.csv:2:7 113.07120, 99.00000"});
    const CityFolder bench;
    bench.place_cell("113.0712,22.5901", "113.0712,22.8701");
    const auto reading = bench.read();
    CHECK(CityFolder::described(reading.findings) ==
          Lines{"PLACE_FAR_FROM_TOWN places/市区.csv:2:7 白沙司法所"});
    CHECK(reading.findings[0].detail == "31");
    CHECK(faults_with("113.0712,22.5901", "113.0712,22.8401").empty());
}

TEST_CASE("half a position, and cells that are no numbers") {
    CHECK(faults_with("113.0712", "") == Lines{"HALF_POSITION places/市区.csv:2:7 经度"});
    CHECK(faults_with("22.5901", "") == Lines{"HALF_POSITION places/市区.csv:2:8 纬度"});
    CHECK(faults_with("113.0712,22.5901", "东经113度,nan") ==
          Lines{"NOT_A_NUMBER places/市区.csv:2:7 东经113度",
                "NOT_A_NUMBER places/市区.csv:2:8 nan"});
}

TEST_CASE("telephone numbers hold digits, signs and an extension") {
    for (const auto* phone : {"0750-1234567", "(0750) 123 4567", "+86 750 1234567",
                              "0750-1234567转2", "１２３４８", "12348；110"}) {
        CAPTURE(phone);
        CHECK(faults_with("12348", phone).empty());
    }
    for (const auto* phone : {"12348a", "无", "电话12348", "12", "-"}) {
        CAPTURE(phone);
        CHECK(faults_with("12348", phone) ==
              Lines{"BAD_PHONE places/市区.csv:2:9 " + std::string{phone}});
    }
}

TEST_CASE("hours that nobody can parse are named with what is wrong in them") {
    const CityFolder bench;
    bench.place_cell("\"Mo-Fr 08:30-12:00,14:30-17:30; PH off\"", "周一到周五");
    const auto reading = bench.read();
    CHECK(CityFolder::described(reading.findings) ==
          Lines{"BAD_HOURS places/市区.csv:2:10 周一到周五"});
    CHECK_FALSE(reading.findings[0].detail.empty());
    CHECK(faults_with("\"Mo-Fr 08:30-12:00,14:30-17:30; PH off\"", "Mo-Fr 25:00-26:00") ==
          Lines{"BAD_HOURS places/市区.csv:2:10 Mo-Fr 25:00-26:00"});
}

TEST_CASE("unknown languages, and one that stands twice") {
    CHECK(faults_with("普通话;粤语", "普通话;火星话") ==
          Lines{"UNKNOWN_SPOKEN places/市区.csv:2:11 火星话"});
    CHECK(faults_with("普通话;粤语", "粤语;yue") == Lines{"LISTED_TWICE places/市区.csv:2:11 yue"});
}

TEST_CASE("step-free and overseas are yes or no") {
    CHECK(faults_with("是,否", "有坡道,不") == Lines{"WANTS_YES_NO places/市区.csv:2:12 有坡道",
                                                     "WANTS_YES_NO places/市区.csv:2:13 不"});
}

TEST_CASE("disputes and things to bring stand in finder.toml") {
    const CityFolder bench;
    bench.place_cell("wills-dispute;noise,card\nnotary", "wills;noise,cards\nnotary");
    const auto reading = bench.read();
    CHECK(CityFolder::described(reading.findings) ==
          Lines{"FINDER_UNKNOWN places/市区.csv:2:14 wills",
                "FINDER_UNKNOWN places/市区.csv:2:15 cards"});
    CHECK(reading.findings[0].detail == "dispute");
    CHECK(reading.findings[1].detail == "bring");
}

TEST_CASE("ids of places are ids, none twice in the pack") {
    const CityFolder bench;
    bench.change("places/市区.csv", "\nnotary,", "\noffice,");
    CHECK(bench.faults() == Lines{"DUPLICATE_ID places/市区.csv:3:1 office"});
    bench.change("places/市区.csv", "\noffice,", "\n司法所,");
    CHECK(bench.faults()[0] == "BAD_ID places/市区.csv:2:1 司法所");
}
