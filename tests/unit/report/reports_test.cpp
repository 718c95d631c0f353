#include "content/report/reports.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::report;

TEST_CASE("what is missing from a report, or of another kind, is empty") {
    for (const std::string json :
         {"{}", R"({"files": 7, "packs": "x", "lines": {"a": 1}, "days": [7, null, []],
                    "kiosk": [], "hours": ["x"], "other": 3, "free": "much", "free_before": -1.5})"}) {
        REQUIRE(parse_plan(json));
        CHECK(parse_plan(json)->packs.empty());
        REQUIRE(parse_install(json));
        REQUIRE(parse_list(json));
        REQUIRE(parse_doctor(json));
        REQUIRE(parse_stick(json));
        CHECK(parse_stick(json)->free == 0);
        REQUIRE(parse_carried(json));
        REQUIRE(parse_figures(json));
        CHECK(parse_figures(json)->hours.empty());
    }
    CHECK_FALSE(parse_plan("[]"));
    CHECK_FALSE(parse_figures(""));
}

TEST_CASE("an unknown action or health is the worst one") {
    const auto plan = parse_plan(R"({"files": [{"file": "a", "action": "devour"}]})");
    CHECK(plan->packs[0].action == PlannedPack::Action::refused);
    CHECK_FALSE(plan->packs[0].wanted());
    const auto health = parse_doctor(R"({"lines": [{"health": "splendid"}]})");
    CHECK((*health)[0].health == HealthLine::Health::wrong);
}

TEST_CASE("figures are read by their keys") {
    const auto figures = parse_figures(R"({
        "kiosk": {"id": "k1", "name": "蓬江"}, "exported_until": "2026-11-02",
        "days": [{"day": "2026-11-03", "visits": 2, "engaged": 1}],
        "hours": [0, 1, 2], "total": {"visits": 9}, "since_export": {"visits": 2},
        "items": [{"id": "a/b/c", "title": "", "engaged": 4}],
        "hardest": [{"title": "q", "answers": 8, "right": 2}],
        "other": {"unattended": 1, "attract": 2, "staff": 3, "suspect_clock": 4},
        "gaps": [{"day": "2026-11-01", "why": "damaged"}], "damaged": ["x"],
        "definitions": [{"key": "visit", "name": "来访", "definition": "…"}]})");
    REQUIRE(figures);
    CHECK(figures->kiosk_name == "蓬江");
    CHECK(figures->days[0].counts.visits == 2);
    CHECK(figures->hours == std::vector<int64_t>{0, 1, 2});
    CHECK(figures->total.visits == 9);
    CHECK(figures->items[0].title == "a/b/c"); // the pack is gone: its id is all there is
    CHECK(figures->items[0].count == 4);
    CHECK(figures->hardest[0].right == 2);
    CHECK(figures->suspect_clock == 4);
    CHECK(figures->gaps[0].why == "damaged");
    CHECK(figures->definitions[0].name == "来访");
}
