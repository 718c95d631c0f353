#include "tests/support/city_folder.h"

using namespace pufa;
using support::CityFolder;
using support::items_of;
using support::Lines;

TEST_CASE("holidays are days on which offices are closed, or open on a weekend") {
    const CityFolder bench;
    const auto calendars = items_of<model::HolidayCalendar>(bench.read().manifest);
    REQUIRE(calendars.size() == 1);
    CHECK(calendars[0].id.value == "test-press/small/holidays");
    REQUIRE(calendars[0].days.size() == 2);
    const auto& new_year = calendars[0].days[0];
    CHECK(new_year.from == base::Date{2027, 1, 1});
    CHECK(new_year.to == base::Date{2027, 1, 3});
    CHECK(new_year.title.in(model::Language::en) == "New Year");
    CHECK(new_year.closed);
    CHECK_FALSE(calendars[0].days[1].closed);
}

TEST_CASE("no holidays.toml, no calendar") {
    const CityFolder bench;
    bench.remove("holidays.toml");
    CHECK(items_of<model::HolidayCalendar>(bench.read().manifest).empty());
}

TEST_CASE("a holiday must say whether offices are closed, and not end before it begins") {
    const CityFolder bench;
    bench.change("holidays.toml", "closed = true\n", "");
    bench.change("holidays.toml", "to = 2027-01-09", "to = 2027-01-08");
    CHECK(bench.faults() == Lines{"MISSING_KEY holidays.toml:1 holiday.closed",
                                  "SPAN_CROSSED holidays.toml:7:6 holiday.to"});
    bench.change("holidays.toml", "2027-01-01", "2027-02-29");
    CHECK_FALSE(bench.read().sound());
}

TEST_CASE("a day may be given once only") {
    const CityFolder bench;
    bench.change("holidays.toml", "from = 2027-01-09", "from = 2027-01-03");
    const auto reading = bench.read();
    CHECK(CityFolder::described(reading.findings) ==
          Lines{"HOLIDAYS_OVERLAP holidays.toml:7:8 holiday.from"});
    CHECK(reading.findings[0].detail == "2027-01-01");
}
