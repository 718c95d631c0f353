#include "tests/support/scripted_desk.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::support;
using namespace std::chrono_literals;
using screens::StaffPart;
using screens::StaffTone;
using screens::StaffVerb;
using system_clock::Outcome;

namespace {

WallTime at(const char* iso) {
    return *base::parse_iso(iso);
}

/// At the page of the clock; it says 2026-11-23 15:20.
ScriptedDesk at_clock(const campaign::ClockKnown& known = {at("2026-11-01T00:00:00"),
                                                           at("2026-11-20T00:00:00"),
                                                           at("2026-11-22T18:00:00")}) {
    ScriptedDesk desk;
    desk.send(staff::ClockFacts{known});
    desk.enter();
    desk.go(StaffPart::settings);
    REQUIRE(desk.offers("settings.clock"));
    desk.touch(*desk.offers("settings.clock"));
    return desk;
}

bool says(const ScriptedDesk& desk, std::string_view words) {
    return desk.words().find(words) != std::string::npos;
}

void press(ScriptedDesk& desk, const char* id, int times = 1) {
    for (int i = 0; i < times; ++i) {
        REQUIRE(desk.offers(id));
        desk.touch(*desk.offers(id));
    }
}

} // namespace

TEST_CASE("a clock that nothing speaks against is said to be fine, and is set after a question") {
    auto desk = at_clock();
    CHECK(says(desk, "看起来没有问题"));
    CHECK_FALSE(desk.offers("clock.right"));
    press(desk, "clock.hour.more");
    press(desk, "clock.minute.less", 3);
    press(desk, "clock.ten_more", 2);
    press(desk, "clock.set");
    REQUIRE(desk.page()->question);
    CHECK(desk.page()->question->title.find("2026-11-23 16:37") != std::string::npos);
    CHECK(desk.page()->question->words.find("2026-11-23 15:20") != std::string::npos);
    CHECK(desk.count<staff::SetClock>() == 0);
    SUBCASE("no leaves it as it is") {
        desk.act(StaffVerb::no);
        CHECK(desk.count<staff::SetClock>() == 0);
    }
    SUBCASE("yes sets it, once, and says when it is done") {
        desk.act(StaffVerb::yes);
        REQUIRE(desk.count<staff::SetClock>() == 1);
        CHECK(desk.last<staff::SetClock>()->to == at("2026-11-23T16:37:00"));
        CHECK(desk.last<staff::SetClock>()->from == at("2026-11-23T15:20:00"));
        CHECK_FALSE(desk.offers("clock.set")); // one at a time
        desk.act(StaffVerb::clock_set, {}, 1);
        CHECK(desk.count<staff::SetClock>() == 1);
        CHECK(desk.count<staff::ClockWasSet>() == 0);
        desk.send(staff::ClockAnswered{{Outcome::set, {}}});
        CHECK(desk.last<staff::ClockWasSet>()->to == at("2026-11-23T16:37:00"));
        CHECK(desk.last<staff::KeepClockSeen>()->seen == at("2026-11-23T16:37:00"));
        CHECK(desk.page()->toast == "时钟已改为 2026-11-23 16:37。");
        CHECK(desk.offers("clock.set"));
    }
}

TEST_CASE("each refusal of the system has a sentence of its own, and nothing counts as set") {
    std::vector<std::string> told;
    for (const auto outcome :
         {Outcome::not_allowed, Outcome::synchronised, Outcome::no_service, Outcome::failed}) {
        auto desk = at_clock();
        press(desk, "clock.set");
        desk.act(StaffVerb::yes);
        desk.send(staff::ClockAnswered{{outcome, "what it said"}});
        CHECK(desk.page()->toast == "时钟没有改成。");
        desk.pass(9s); // the toast goes, what to do stays
        auto words = desk.words();
        CHECK(std::find(told.begin(), told.end(), words) == told.end());
        told.push_back(std::move(words));
        CHECK(desk.count<staff::ClockWasSet>() == 0);
        CHECK(desk.count<staff::KeepClockSeen>() == 0);
        press(desk, "clock.set"); // it may be tried again
        desk.act(StaffVerb::yes);
        desk.send(staff::ClockAnswered{{Outcome::set, {}}});
        CHECK_FALSE(says(desk, "请技术人员"));
    }
    CHECK(told[0].find("polkit") != std::string::npos);
    CHECK(told[1].find("set-ntp") != std::string::npos);
    CHECK(told[2].find("timedated") != std::string::npos);
}

TEST_CASE("a time that cannot be is refused in words before anything is asked of the system") {
    auto desk = at_clock();
    const auto refuse = [&](std::string_view words) {
        CHECK(says(desk, words)); // while it is being chosen already
        press(desk, "clock.set");
        CHECK_FALSE(desk.page()->question);
        CHECK(desk.page()->toast == "这个时间不可能，没有改。");
        CHECK(says(desk, words));
    };
    SUBCASE("before the newest content") {
        press(desk, "clock.day.less", 4);
        refuse("不能设为 2026-11-19 15:20：比 2026-11-20");
    }
    SUBCASE("the year before") {
        press(desk, "clock.year.less");
        refuse("不能设为 2025-11-23 15:20");
    }
    SUBCASE("from 2100 on") {
        desk.act(StaffVerb::clock_year, {}, 500); // stops at 2100
        refuse("不能设为 2100-11-23 15:20：晚于 2099");
    }
    // Nor is a yes without a question.
    desk.act(StaffVerb::clock_set, {}, 1);
    CHECK(desk.count<staff::SetClock>() == 0);
}

TEST_CASE("steps go around, and no day is chosen that its month does not have") {
    auto desk = at_clock();
    desk.act(StaffVerb::clock_day, {}, 8); // 31 is beyond November: round to 1
    CHECK(says(desk, "日 01"));
    desk.act(StaffVerb::clock_day, {}, -1);
    CHECK(says(desk, "日 30"));
    desk.act(StaffVerb::clock_month, {}, 3);
    CHECK(says(desk, "月 02"));
    CHECK(says(desk, "日 28"));
    desk.act(StaffVerb::clock_year, {}, 2);
    desk.act(StaffVerb::clock_day, {}, 1);
    CHECK(says(desk, "日 29")); // 2028
    desk.act(StaffVerb::clock_hour, {}, 9);
    CHECK(says(desk, "00"));
    desk.act(StaffVerb::clock_minute, {}, -21);
    CHECK(says(desk, "分 59"));
}

TEST_CASE("a clock that cannot be right says why, and choosing begins with what can be") {
    SUBCASE("before this program") {
        auto desk = at_clock({at("2026-11-25T00:00:00"), at("2026-11-26T00:00:00"), {}});
        CHECK(says(desk, "比本机软件的制作日期 2026-11-25"));
        CHECK_FALSE(desk.offers("clock.right"));
        CHECK(says(desk, "日 26"));
        // No verb makes it right.
        desk.act(StaffVerb::clock_right);
        CHECK(desk.count<staff::KeepClockSeen>() == 0);
    }
    SUBCASE("before the newest content; the run before was later still") {
        auto desk = at_clock(
            {at("2026-11-01T00:00:00"), at("2026-11-26T00:00:00"), at("2026-11-28T18:00:00")});
        CHECK(says(desk, "比最新内容的日期 2026-11-26"));
        CHECK(says(desk, "日 28"));
        press(desk, "clock.close");
        CHECK(says(desk, "时间不可信")); // the settings' row says it too
        desk.go(StaffPart::calendar);
        CHECK(says(desk, "时间不可信"));
        press(desk, "clock.open");
        CHECK(desk.page()->part == StaffPart::settings);
        CHECK(desk.offers("clock.set"));
    }
}

TEST_CASE(
    "a clock far from what the last run kept is asked about, until staff say that it is right") {
    for (const auto* seen : {"2026-11-25T00:00:00", "2026-06-01T00:00:00"}) {
        auto desk = at_clock({at("2026-01-01T00:00:00"), at("2026-05-20T00:00:00"), at(seen)});
        CHECK(says(desk, "时间可能不对"));
        CHECK(says(desk, std::string{seen}.substr(0, 10)));
        press(desk, "clock.right");
        CHECK(desk.last<staff::KeepClockSeen>()->seen == at("2026-11-23T15:20:00"));
        CHECK(says(desk, "看起来没有问题"));
        CHECK_FALSE(desk.offers("clock.right"));
        CHECK(desk.count<staff::SetClock>() == 0);
    }
}

TEST_CASE("an answer that comes when the desk is closed still counts") {
    auto desk = at_clock();
    press(desk, "clock.set");
    desk.act(StaffVerb::yes);
    desk.act(StaffVerb::leave);
    desk.send(staff::ClockAnswered{{Outcome::set, {}}});
    CHECK(desk.count<staff::ClockWasSet>() == 1);
    CHECK_FALSE(desk.desk->open());
}
