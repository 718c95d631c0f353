#include "content/place/hours.h"

#include <doctest/doctest.h>

#include <string>

using namespace pufa;
using place::HoursRule;
using place::parse_hours;
using place::Span;

namespace {

constexpr uint8_t k_working = 0b0001'1111;
constexpr uint8_t k_always = HoursRule::k_every_weekday | HoursRule::k_public_holidays;
constexpr Span k_morning{510, 720}, k_afternoon{870, 1050};

HoursRule rule(uint8_t days, std::vector<Span> spans, uint16_t months = HoursRule::k_every_month) {
    return {months, days, std::move(spans)};
}

struct Meant {
    const char* text;
    std::vector<HoursRule> rules;
};

struct Refused {
    const char* text;
    const char* detail;
};

} // namespace

TEST_CASE("hours mean what OpenStreetMap says that they mean") {
    const std::vector<Meant> table{
        {"08:30-12:00,14:30-17:30", {rule(0x7F, {k_morning, k_afternoon})}},
        {"Mo-Fr 8:30-12:00, 14:30-17:30", {rule(k_working, {k_morning, k_afternoon})}},
        {"  mo-fr  08:30 - 12:00  ;", {rule(k_working, {k_morning})}},
        {"Tu,Th 08:30-12:00", {rule(0b0000'1010, {k_morning})}},
        {"Sa-Mo 08:30-12:00", {rule(0b0110'0001, {k_morning})}},
        {"Mo-We,Fr,PH 08:30-12:00", {rule(0b1001'0111, {k_morning})}},
        {"We-We 08:30-12:00", {rule(0b0000'0100, {k_morning})}},
        {"24/7", {rule(k_always, {{0, 1440}})}},
        {"off", {rule(k_always, {})}},
        {"Mo-Fr 08:30-12:00; We closed; PH off",
         {rule(k_working, {k_morning}), rule(0b100, {}), rule(0x80, {})}},
        {"22:00-02:00", {rule(0x7F, {{1320, 1560}})}},
        {"00:00-24:00", {rule(0x7F, {{0, 1440}})}},
        {"May-Sep Mo-Fr 08:30-12:00; Oct-Apr 14:30-17:30",
         {rule(k_working, {k_morning}, 0b0001'1111'0000),
          rule(0x7F, {k_afternoon}, 0b1110'0000'1111)}},
        {"Jan,Mar 24/7", {rule(k_always, {{0, 1440}}, 0b101)}},
        {"Jan off", {rule(k_always, {}, 1)}},
    };
    for (const auto& meant : table) {
        CAPTURE(meant.text);
        const auto hours = parse_hours(meant.text);
        REQUIRE(hours);
        CHECK(hours->rules == meant.rules);
    }
}

TEST_CASE("spans that overlap or touch are one, in the order of the day") {
    CHECK(parse_hours("14:30-17:30,08:30-12:00")->rules[0].spans ==
          std::vector{k_morning, k_afternoon});
    CHECK(parse_hours("08:00-12:00,10:00-15:00,15:00-16:00")->rules[0].spans ==
          std::vector{Span{480, 960}});
}

TEST_CASE("hours that nobody can parse name the part, its character and what is wrong") {
    const std::vector<Refused> table{
        {"", "\"\" at 1: no hours are named"},
        {"  ; ", "\"\" at 3: a rule is missing"},
        {"Mo-Fr", "\"Mo-Fr\" at 1: times are missing after it"},
        {"Mo-Fr 08:30", "\"08:30\" at 7: a span is two times with '-' between"},
        {"08:30+", "\"08:30\" at 1: a span is two times with '-' between"},
        {"25:00-26:00", "\"25:00\" at 1: there is no such time"},
        {"08:60-09:00", "\"08:60\" at 1: there is no such time"},
        {"24:00-02:00", "\"24:00-02:00\" at 1: a day begins at 00:00"},
        {"08:30-24:01", "\"24:01\" at 7: there is no such time"},
        {"0830-1200", "\"0830\" at 1: not a time such as 08:30"},
        {"08:30-12", "\"12\" at 7: not a time such as 08:30"},
        {"09:00-09:00", "\"09:00-09:00\" at 1: it ends when it begins"},
        {"Mo-Fr 08:30-12:00,Sa 09:00-12:00",
         "\"Sa\" at 19: a new rule begins after ';', not after ','"},
        {"Mo-Fr 08:30-12:00 14:30-17:30", "\"14:30\" at 19: ';' is missing before it"},
        {"Mo-May 08:30-12:00",
         "\"Mo-May\" at 1: a range runs from day to day or from month to month"},
        {"PH-Su 08:30-12:00",
         "\"PH-Su\" at 1: a range runs from day to day or from month to month"},
        {"Mo 24/7", "\"24/7\" at 4: stands without days, for it names all of them"},
        {"周一 08:30-12:00", "\"周一\" at 1: neither a day (Mo Tu We Th Fr Sa Su PH), a month "
                             "(Jan ...), a time, off nor 24/7"},
        {"SH off", "\"SH\" at 1: neither a day (Mo Tu We Th Fr Sa Su PH), a month (Jan ...), a "
                   "time, off nor 24/7"},
        {"sunrise-sunset", "\"sunrise\" at 1: neither a day (Mo Tu We Th Fr Sa Su PH), a month "
                           "(Jan ...), a time, off nor 24/7"},
        {"Mo, 08:30-12:00", "\"08:30\" at 5: neither a day (Mo Tu We Th Fr Sa Su PH), a month "
                            "(Jan ...), a time, off nor 24/7"},
        {"Mo-Fr 08：30-12：00", "\"08：30\" at 7: not a time such as 08:30"},
        {"off；08:30", "\"；08:30\" at 4: ';' is missing before it"},
        {"Mo-", "\"\" at 4: neither a day (Mo Tu We Th Fr Sa Su PH), a month (Jan ...), a time, "
                "off nor 24/7"},
    };
    for (const auto& refused : table) {
        CAPTURE(refused.text);
        const auto hours = parse_hours(refused.text);
        REQUIRE_FALSE(hours);
        CHECK(hours.error().code == Code::BAD_SOURCE);
        CHECK(hours.error().where == refused.text);
        CHECK(hours.error().detail == refused.detail);
    }
}

TEST_CASE("hours are short words: no long ones, and UTF-8 only") {
    std::string rules;
    while (rules.size() < 250)
        rules += "24/7;";
    CHECK(parse_hours(rules));
    CHECK_FALSE(parse_hours(rules + "24/7;24/7;"));
    CHECK(parse_hours("\xFF").error().detail == "hours are not UTF-8");
}
