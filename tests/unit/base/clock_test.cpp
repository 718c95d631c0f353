#include "content/base/clock.h"

#include <doctest/doctest.h>

using namespace pufa::base;

TEST_CASE("a time with an offset, with Z and without either means what it says") {
    CHECK(parse_iso("2026-11-23T15:20:00+08:00") == parse_iso("2026-11-23T07:20:00Z"));
    CHECK(parse_iso("2026-11-23T15:20") == parse_iso("2026-11-23T07:20:00Z"));
    CHECK_FALSE(parse_iso("2026-11-23"));
    CHECK_FALSE(parse_iso("2026-11-23T25:00:00Z"));
    CHECK_FALSE(parse_iso("2026-11-23T15:20:00Zx"));
}

TEST_CASE("days that do not exist are refused") {
    CHECK(parse_date("2028-02-29"));
    CHECK_FALSE(parse_date("2026-02-29"));
    CHECK_FALSE(parse_date("2026-13-01"));
    CHECK_FALSE(parse_date("2026-1-1"));
}

TEST_CASE("local time is eight hours ahead, the day turns at local midnight") {
    const auto local = to_local(*parse_iso("2026-11-23T16:30:00Z"));
    CHECK(local.date == Date{2026, 11, 24});
    CHECK(local.hour == 0);
    CHECK(local.minute == 30);
    CHECK(local.weekday == 1); // Tuesday
    CHECK(to_local(start_of({2026, 11, 24})).hour == 0);
}

TEST_CASE("days are counted over month and year ends") {
    CHECK(days_between({2026, 11, 23}, {2026, 12, 4}) == 11);
    CHECK(days_between({2026, 12, 31}, {2027, 1, 1}) == 1);
    CHECK(days_between({2026, 12, 4}, {2026, 11, 23}) == -11);
}
