#include "kiosk/app/self_test_report.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace pufa;
using namespace pufa::app;

TEST_CASE("a report holds only if there are checks and all of them held") {
    Report report;
    CHECK_FALSE(report.held());
    report.add({"walk", true, "every screen"});
    CHECK(report.held());
    report.add({"sound", false, "0 frames"});
    CHECK_FALSE(report.held());
    CHECK(report.failed() == 1);
}

TEST_CASE("the text names what held, what did not, and the figures") {
    Report report;
    report.add({"walk", true, "every screen"});
    report.add({"sound", false, "0 frames"});
    report.shots = {"/shots/home.png"};
    const auto text = to_text(report, model::Language::en);
    CHECK(text.find("held  Every screen could be walked to.  [every screen]") != std::string::npos);
    CHECK(text.find("FAILED  Sound is taken and goes on with time.  [0 frames]") !=
          std::string::npos);
    CHECK(text.find("/shots/home.png") != std::string::npos);
    CHECK(text.ends_with("1 held, 1 failed\n"));
}

TEST_CASE("the JSON says the same to machines") {
    Report report;
    report.add({"sound", false, "0 frames"});
    const auto json = nlohmann::json::parse(to_json(report, model::Language::zh_hans));
    CHECK(json["held"] == false);
    CHECK(json["checks"][0]["name"] == "sound");
    CHECK(json["checks"][0]["held"] == false);
    CHECK(json["checks"][0]["figures"] == "0 frames");
    CHECK(json["checks"][0]["sentence"] == "声音在播放，并随时间前进。");
}
