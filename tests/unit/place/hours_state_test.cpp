#include "content/place/hours.h"

#include <doctest/doctest.h>

#include <string>

using namespace pufa;
using place::HoursState;

namespace {

const std::string k_office = "Mo-Fr 08:30-12:00,14:30-17:30";

/// "2026-11-24 09:00", a Tuesday.
base::LocalTime at(std::string text) {
    text[10] = 'T';
    const auto when = base::parse_iso(text);
    REQUIRE(when);
    return base::to_local(*when);
}

model::Holiday holiday(const char* from, const char* to, bool closed = true) {
    return {*base::parse_date(from), *base::parse_date(to), {}, closed};
}

/// "open until 2026-11-24 12:00", "closed until …", "open", "closed", "unknown".
std::string described(const HoursState& state) {
    std::string words = state.kind == HoursState::Kind::open     ? "open"
                        : state.kind == HoursState::Kind::closed ? "closed"
                                                                 : "unknown";
    if (!state.until) return words;
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return words + " until " + base::to_string(state.until->date) + " " +
           two(state.until->minute / 60) + ":" + two(state.until->minute % 60);
}

std::string state(const std::string& hours, const char* now,
                  const std::vector<model::Holiday>& holidays = {}) {
    const auto parsed = place::parse_hours(hours);
    REQUIRE(parsed);
    return described(place::state_at(*parsed, at(now), holidays));
}

struct Case {
    std::string hours;
    const char* now;
    const char* expected;
};

void check_all(const std::vector<Case>& table, const std::vector<model::Holiday>& holidays = {}) {
    for (const auto& row : table) {
        CAPTURE(row.hours);
        CAPTURE(row.now);
        CHECK(state(row.hours, row.now, holidays) == row.expected);
    }
}

} // namespace

TEST_CASE("an office is open until noon, closed over lunch and over the weekend") {
    check_all({
        {k_office, "2026-11-24 08:29", "closed until 2026-11-24 08:30"},
        {k_office, "2026-11-24 08:30", "open until 2026-11-24 12:00"},
        {k_office, "2026-11-24 11:59", "open until 2026-11-24 12:00"},
        {k_office, "2026-11-24 12:00", "closed until 2026-11-24 14:30"},
        {k_office, "2026-11-24 17:30", "closed until 2026-11-25 08:30"},
        {k_office, "2026-11-27 18:00", "closed until 2026-11-30 08:30"},
        {k_office, "2026-11-29 23:59", "closed until 2026-11-30 08:30"},
    });
}

TEST_CASE("midnight, the year's end and 29 February are days like others") {
    check_all({
        {"22:00-02:00", "2026-11-24 21:59", "closed until 2026-11-24 22:00"},
        {"22:00-02:00", "2026-11-24 23:00", "open until 2026-11-25 02:00"},
        {"22:00-02:00", "2026-11-25 01:59", "open until 2026-11-25 02:00"},
        {"22:00-02:00", "2026-11-25 02:00", "closed until 2026-11-25 22:00"},
        {"Fr 22:00-02:00", "2026-11-28 01:00", "open until 2026-11-28 02:00"},
        {"Fr 22:00-02:00", "2026-11-27 01:00", "closed until 2026-11-27 22:00"},
        {"Sa 00:00-02:00; Fr 20:00-24:00", "2026-11-27 23:00", "open until 2026-11-28 02:00"},
        {"Mo 00:00-24:00", "2026-11-23 12:00", "open until 2026-11-24 00:00"},
        {"22:00-02:00", "2026-12-31 23:30", "open until 2027-01-01 02:00"},
        {k_office, "2026-12-31 20:00", "closed until 2027-01-01 08:30"},
        {k_office, "2028-02-28 18:00", "closed until 2028-02-29 08:30"},
        {k_office, "2027-02-28 18:00", "closed until 2027-03-01 08:30"},
        {"Sa 22:00-03:00", "2028-02-28 02:00", "closed until 2028-03-04 22:00"},
        {"Tu 22:00-03:00", "2028-03-01 02:00", "open until 2028-03-01 03:00"},
    });
}

TEST_CASE("what is always open has no end, what never opens within a fortnight no begin") {
    check_all({
        {"24/7", "2026-11-24 09:00", "open"},
        {"00:00-24:00", "2026-11-24 09:00", "open"},
        {"off", "2026-11-24 09:00", "closed"},
        {"Feb 08:30-12:00", "2026-11-24 09:00", "closed"},
        {"Dec 08:30-12:00", "2026-11-24 09:00", "closed until 2026-12-01 08:30"},
        {"24/7; Dec off", "2026-11-24 09:00", "open until 2026-12-01 00:00"},
    });
}

TEST_CASE("a later rule decides for the days that it names") {
    const std::string hours = k_office + "; We 10:00-11:00; Jul-Aug off";
    check_all({
        {hours, "2026-11-25 09:00", "closed until 2026-11-25 10:00"},
        {hours, "2026-11-25 14:45", "closed until 2026-11-26 08:30"},
        {hours, "2026-11-26 09:00", "open until 2026-11-26 12:00"},
        {hours, "2026-07-01 10:30", "closed"},
    });
}

TEST_CASE("holidays are closed unless a rule opens them, and working weekends are working days") {
    // National Day of 2027: a Friday to a Sunday; the Saturday after it is worked.
    const std::vector<model::Holiday> days{holiday("2027-10-01", "2027-10-03"),
                                           holiday("2027-10-09", "2027-10-09", false)};
    check_all(
        {
            {k_office, "2027-09-30 18:00", "closed until 2027-10-04 08:30"},
            {k_office, "2027-10-01 09:00", "closed until 2027-10-04 08:30"},
            {"08:30-17:30", "2027-10-01 09:00", "closed until 2027-10-04 08:30"},
            {k_office + "; PH off", "2027-10-01 09:00", "closed until 2027-10-04 08:30"},
            {k_office + "; PH 10:00-12:00", "2027-10-01 09:00", "closed until 2027-10-01 10:00"},
            {"Mo-Fr,PH 08:30-12:00", "2027-10-02 09:00", "open until 2027-10-02 12:00"},
            {"24/7", "2027-10-01 09:00", "open"},
            {"24/7; PH off", "2027-10-01 09:00", "closed until 2027-10-04 00:00"},
            {"22:00-02:00", "2027-10-01 01:00", "open until 2027-10-01 02:00"},
            {k_office, "2027-10-08 18:00", "closed until 2027-10-09 08:30"},
            {k_office + "; Sa 10:00-11:00", "2027-10-09 09:00", "open until 2027-10-09 12:00"},
            {"We 08:30-12:00", "2027-10-09 09:00", "open until 2027-10-09 12:00"},
            {"Sa 08:30-12:00", "2027-10-09 09:00", "open until 2027-10-09 12:00"},
            {k_office, "2027-10-10 09:00", "closed until 2027-10-11 08:30"},
        },
        days);
}

TEST_CASE("a worked day wins over a longer holiday around it, and names weekends only") {
    const std::vector<model::Holiday> days{holiday("2027-10-09", "2027-10-09", false),
                                           holiday("2027-10-04", "2027-10-10"),
                                           holiday("2027-10-05", "2027-10-05", false)};
    check_all({{k_office, "2027-10-09 09:00", "open until 2027-10-09 12:00"},
               {k_office, "2027-10-05 09:00", "closed until 2027-10-09 08:30"}},
              days);
}

TEST_CASE("with a clock that nobody can believe the state is unknown") {
    const auto hours = place::parse_hours("24/7");
    CHECK(place::state_at(*hours, std::nullopt, {}) == HoursState{});
    CHECK(HoursState{}.kind == HoursState::Kind::unknown);
}

TEST_CASE("the table of the week says each day's spans and the holidays'") {
    const auto hours =
        *place::parse_hours(k_office + "; We off; PH 09:00-10:00; Jul-Aug Sa 22:00-02:00");
    const std::vector<place::Span> office{{510, 720}, {870, 1050}};
    const auto november = place::week(hours, 11);
    CHECK(november.days == std::array<std::vector<place::Span>, 7>{
                               office, office, std::vector<place::Span>{}, office, office});
    CHECK(november.public_holidays == std::vector<place::Span>{{540, 600}});
    CHECK(place::week(hours, 7).days[5] == std::vector<place::Span>{{1320, 1560}});
}

TEST_CASE("dates step over months and leap days, and weekdays follow from them") {
    CHECK(place::days_later({2028, 2, 28}, 1) == base::Date{2028, 2, 29});
    CHECK(place::days_later({2027, 1, 1}, -1) == base::Date{2026, 12, 31});
    CHECK(place::weekday_of({2026, 11, 24}) == 1);
    CHECK(place::weekday_of({2028, 2, 29}) == 1);
    CHECK(place::weekday_of({2026, 11, 29}) == 6);
}
