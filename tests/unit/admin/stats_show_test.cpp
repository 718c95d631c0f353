#include "admin/commands/stats_show.h"

#include "content/base/log.h"
#include "content/tally/export.h"
#include "tests/support/faults.h"
#include "tests/unit/admin/stats_kiosk.h"

using namespace pufa;
using namespace pufa::test;

using Json = nlohmann::ordered_json;

TEST_CASE("the figures for the staff desk have the shape that it reads") {
    StatsKiosk kiosk;
    kiosk.usual_days();
    REQUIRE(tally::set_exported_until(kiosk.paths().tally(), k_first_day));
    const auto ran = kiosk.run({"show", "--json"});
    CHECK(ran.exit_code == 0);
    CHECK(ran.err.empty());
    auto json = ran.json();
    std::vector<std::string> keys;
    for (const auto& [key, value] : json.items())
        keys.push_back(key);
    CHECK(keys == std::vector<std::string>{"kiosk", "exported_until", "days", "hours", "total",
                                           "since_export", "items", "hardest", "agencies",
                                           "audiences", "languages", "places", "other", "gaps",
                                           "damaged", "definitions"});
    CHECK(json["kiosk"]["name"] == "示例中心");
    CHECK(json["kiosk"]["id"].get<std::string>().size() == 16);
    CHECK(json["exported_until"] == "2026-11-23");
    const Json one_day{{"visits", 3},         {"reached", 4},          {"engaged", 8},
                       {"watched_whole", 1},  {"answered", 6},         {"first_answers", 5},
                       {"right_at_first", 2}, {"looked_up_service", 2}};
    CHECK(json["since_export"] == one_day);
    REQUIRE(json["days"].size() == 2);
    auto first = json["days"][0];
    CHECK(first["day"] == "2026-11-23");
    first.erase("day");
    CHECK(first == one_day);
    CHECK(json["total"]["engaged"] == 16);
    REQUIRE(json["hours"].size() == 24);
    CHECK(json["hours"][9] == 4);
    CHECK(json["hours"][10] == 10);
    CHECK(json["hours"][12] == 0);
    CHECK(json["items"] == Json::parse(R"([{"id": "test-press/fixture/wills",
        "title": "遗嘱怎么立", "reached": 8, "engaged": 4, "watched_whole": 2},
        {"id": "test-press/fixture/guide", "title": "test-press/fixture/guide",
        "reached": 0, "engaged": 2, "watched_whole": 0}])")); // of no pack that is installed
    CHECK(json["hardest"] == Json::parse(R"([{"id": "test-press/fixture/q1",
        "title": "自书遗嘱要写明年、月、日吗？", "answers": 10, "right": 4}])"));
    CHECK(json["agencies"] == Json::parse(R"([{"name": "测试司法局", "engaged": 14},
                                             {"name": "（未注明单位）", "engaged": 2}])"));
    // The film is for both; of the guide's pack nothing is known.
    CHECK(json["audiences"] ==
          Json::parse(R"([{"audience": "elderly", "name": "老年人", "engaged": 14},
                          {"audience": "women", "name": "妇女", "engaged": 4},
                          {"audience": "unknown", "name": "不明（内容包已不在）", "engaged": 2}])"));
    CHECK(json["languages"] == Json::parse(R"([{"language": "zh-Hans", "engaged": 16}])"));
    CHECK(json["places"].empty());
    CHECK(json["other"] == Json::parse(
                               R"({"unattended": 0, "attract": 14, "staff": 0,
                                   "suspect_clock": 0})"));
    CHECK(json["gaps"].empty());
    CHECK(json["damaged"].empty());
    CHECK(json["definitions"].size() == tally::k_counters.size());
    CHECK(json["definitions"][0]["key"] == "reached");
}

TEST_CASE("for people the figures are sentences in their language") {
    StatsKiosk kiosk;
    kiosk.usual_days();
    const auto hans = kiosk.run({"show"}).out;
    CHECK(hans.find("来访：6（导出之后 6）\n") != std::string::npos);
    CHECK(hans.find("统计还没有导出过。") != std::string::npos);
    CHECK(hans.find("遗嘱怎么立：有效参与 4，触达 8") != std::string::npos);
    const auto english = kiosk.run({"show", "--language", "en", "--from", "2026-11-24"}).out;
    CHECK(english.find("Visits: 3 (since the export 3)\n") != std::string::npos);
    CHECK(english.find("How to make a will: engaged 2, reached 4") != std::string::npos);
}

TEST_CASE("a kiosk without a state folder shows nothing counted and makes nothing") {
    const base::TemporaryFolder folder;
    const auto ran =
        run_admin({"stats", "show", "--json", "--state", (folder.path() / "none").string()});
    CHECK(ran.exit_code == 0);
    CHECK(ran.json()["days"].empty());
    CHECK(ran.json()["exported_until"].is_null());
    CHECK_FALSE(std::filesystem::exists(folder.path() / "none"));
}

TEST_CASE("damaged files and gaps are named within the report") {
    StatsKiosk kiosk;
    kiosk.usual_days();
    REQUIRE(base::write_file_atomic(kiosk.paths().tally() / "2026-11-20.db.damaged-1", "x"));
    support::flip_bit(tally::day_file(kiosk.paths().tally(), k_first_day), 4096, 2);
    const auto json = kiosk.run({"show", "--json"}).json();
    CHECK(json["damaged"] == Json::parse(R"(["2026-11-23.db", "2026-11-20.db.damaged-1"])"));
    REQUIRE(json["gaps"].size() == 1);
    CHECK(json["gaps"][0]["day"] == "2026-11-23");
    CHECK(json["days"].size() == 1);
    CHECK(base::take_logged_warnings().size() == 1);
}
