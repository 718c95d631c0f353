#include "content/tally/ledger.h"

#include "content/tally/ledger_schema.h"
#include "tests/unit/tally/support.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::tally;
using namespace pufa::tally::test;

namespace {

RollUpRow row(int hour, const std::string& item, int64_t count, int option = -1) {
    return {hour, 4, item, 3, option, "zh-Hans", "none", "visitor", "sure", count};
}

DayRecord record(const base::Date& day, std::span<const RollUpRow> rows) {
    DayRecord made{.day = day, .hash = day_hash(rows), .rows = static_cast<int64_t>(rows.size())};
    for (const auto& one : rows)
        made.count += one.count;
    return made;
}

Ledger open_ledger(const base::TemporaryFolder& folder) {
    auto opened = Ledger::open(folder.path() / "ledger.db");
    REQUIRE(opened);
    return std::move(opened).value();
}

void put(Ledger& ledger, const std::string& kiosk, const DayRecord& day,
         std::span<const RollUpRow> rows) {
    REQUIRE(ledger.transaction([&] { return ledger.put_day(kiosk, day, rows); }));
}

} // namespace

TEST_CASE("days come back as they were put, in the order of their key") {
    const base::TemporaryFolder folder;
    const std::vector rows{row(9, "a/b/z", 2), row(9, "a/b/a", 3), row(8, "", 1)};
    auto day = record(k_day, rows);
    day.sealed = true;
    day.file_sha256 = "f";
    day.stamp = "s";
    day.made = at(12);
    day.gaps = {{k_day, "damaged", 10, 20}};
    {
        auto ledger = open_ledger(folder);
        put(ledger, "k", day, rows);
    }
    auto ledger = open_ledger(folder);
    CHECK(*ledger.days("k") == std::vector{day});
    CHECK(ledger.days("other")->empty());
    CHECK(*ledger.rows("k", k_day) == std::vector{rows[2], rows[1], rows[0]});
    CHECK(ledger.rows("k", {2026, 11, 24})->empty());
}

TEST_CASE("a day that is put again replaces the one before, with its gaps") {
    const base::TemporaryFolder folder;
    auto ledger = open_ledger(folder);
    const std::vector before{row(9, "a/b/c", 2), row(10, "a/b/d", 2)};
    auto day = record(k_day, before);
    day.gaps = {{k_day, "damaged", 10, 20}};
    put(ledger, "k", day, before);
    const std::vector after{row(9, "a/b/c", 5)};
    put(ledger, "k", record(k_day, after), after);
    CHECK(*ledger.rows("k", k_day) == after);
    REQUIRE(ledger.days("k")->size() == 1);
    CHECK(ledger.days("k")->front().gaps.empty());
    CHECK(ledger.days("k")->front().count == 5);
}

TEST_CASE("rows of all kiosks pass by, day by day, within the days asked for") {
    const base::TemporaryFolder folder;
    auto ledger = open_ledger(folder);
    const base::Date next{2026, 11, 24};
    const std::vector one{row(9, "a/b/c", 1)};
    const std::vector two{row(9, "a/b/c", 2), row(10, "", 7)};
    put(ledger, "k2", record(next, one), one);
    put(ledger, "k1", record(next, two), two);
    put(ledger, "k1", record(k_day, one), one);
    const auto seen = [&](const Span& span) {
        std::string words;
        REQUIRE(ledger.each(span, [&](const Ledger::Counted& counted) {
            words += base::to_string(counted.day) + " " + counted.kiosk + " " + counted.row.item +
                     " " + std::to_string(counted.row.count) + "; ";
        }));
        return words;
    };
    CHECK(seen({}) == "2026-11-23 k1 a/b/c 1; 2026-11-24 k1 a/b/c 2; 2026-11-24 k1  7; "
                      "2026-11-24 k2 a/b/c 1; ");
    CHECK(seen({.from = k_day, .to = k_day}) == "2026-11-23 k1 a/b/c 1; ");
    CHECK(seen({.from = {}, .to = base::Date{2026, 1, 1}}).empty());
}

TEST_CASE("a transaction that fails leaves nothing, and what it numbered is numbered anew") {
    const base::TemporaryFolder folder;
    auto ledger = open_ledger(folder);
    const std::vector rows{row(9, "a/b/c", 1)};
    const auto failed = ledger.transaction([&]() -> Result<void> {
        PUFA_CHECK(ledger.put_day("k", record(k_day, rows), rows));
        return Error{Code::CANCELLED, "here", ""};
    });
    REQUIRE_FALSE(failed);
    CHECK(ledger.days("k")->empty());
    put(ledger, "k", record(k_day, rows), rows);
    CHECK(*ledger.rows("k", k_day) == rows);
}

TEST_CASE("a kiosk keeps its newest name and what it was called before") {
    const base::TemporaryFolder folder;
    auto ledger = open_ledger(folder);
    const KioskRecord first{"k", "甲", {}, at(9)};
    const KioskRecord second{"k", "乙", {"old-1", "old-2"}, at(10)};
    for (const auto& kiosk : {first, second})
        REQUIRE(ledger.transaction([&] { return ledger.put_kiosk(kiosk); }));
    CHECK(*ledger.kiosks() == std::vector{second});
}

TEST_CASE("the hash of a day changes with every part of every row") {
    const std::vector rows{row(9, "a/b/c", 1)};
    std::vector<std::vector<RollUpRow>> others(11, rows);
    others[0][0].hour = 10;
    others[1][0].counter = 5;
    others[2][0].item = "a/b/d";
    others[3][0].item_version = 4;
    others[4][0].option = 0;
    others[5][0].language = "en";
    others[6][0].sound = "english";
    others[7][0].origin = "staff";
    others[8][0].clock = "suspect";
    others[9][0].count = 2;
    others[10].push_back(row(11, "", 1));
    for (const auto& other : others)
        CHECK(day_hash(other) != day_hash(rows));
    CHECK(day_hash(rows).size() == 64);
}
