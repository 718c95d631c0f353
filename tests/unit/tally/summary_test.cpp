#include "content/tally/summary.h"

#include "content/base/hash.h"
#include "content/base/log.h"
#include "tests/support/faults.h"
#include "tests/unit/tally/support.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::tally;
using namespace pufa::tally::test;

namespace {

const base::Date k_next{2026, 11, 24};

Summary summary_of(const std::filesystem::path& folder) {
    auto made = Summary::refresh(folder, at(20));
    REQUIRE(made);
    return std::move(made).value();
}

void record(const std::filesystem::path& folder, const std::vector<WallTime>& times) {
    const auto recorder = open(folder);
    for (const auto when : times)
        recorder->record(answer(when, static_cast<int>(when.time_since_epoch().count() % 3)));
    REQUIRE(recorder->flush());
}

/// What the events of all days say, counted afresh.
void check_equals_events(const std::filesystem::path& folder) {
    auto summary = summary_of(folder);
    const auto files = list_days(folder);
    REQUIRE(files);
    CHECK(summary.days().size() == files->days.size());
    for (const auto& day : files->days) {
        std::map<RollUpRow, int64_t> counted;
        for (const auto& row : events(folder, day))
            ++counted[row.counted_as];
        const auto rows = summary.ledger().rows(Summary::k_here, day);
        REQUIRE(rows);
        CHECK(rows->size() == counted.size());
        int64_t total = 0;
        for (auto row : *rows) {
            const auto count = std::exchange(row.count, 1);
            CHECK(count == counted[row]);
            total += count;
        }
        const auto record = std::find_if(summary.days().begin(), summary.days().end(),
                                         [&](const DayRecord& one) { return one.day == day; });
        REQUIRE(record != summary.days().end());
        CHECK(record->count == total);
        CHECK(record->hash == day_hash(*rows));
    }
}

} // namespace

TEST_CASE("the summary's totals equal the events, also after more were recorded") {
    const base::TemporaryFolder folder;
    for (int round = 0; round < 3; ++round) {
        std::vector<WallTime> times;
        for (int i = 0; i < 300; ++i)
            times.push_back(at(9) + std::chrono::minutes{i * 11 + round});
        record(folder.path(), times);
        check_equals_events(folder.path());
    }
}

TEST_CASE("only days that have changed are read again") {
    const base::TemporaryFolder folder;
    record(folder.path(), {at(9), base::start_of(k_next)});
    CHECK(summary_of(folder.path()).days_read() == 2);
    CHECK(summary_of(folder.path()).days_read() == 0);
    record(folder.path(), {at(10)});
    CHECK(summary_of(folder.path()).days_read() == 1);
    const auto recorder = open(folder.path(), {}, base::start_of(k_next));
    recorder->record(answer(base::start_of(k_next)));
    REQUIRE(recorder->flush()); // stands in the WAL
    CHECK(summary_of(folder.path()).days_read() == 1);
    check_equals_events(folder.path());
}

TEST_CASE("a summary that is deleted, damaged or of a later program is made anew") {
    const base::TemporaryFolder folder;
    record(folder.path(), {at(9), at(10), base::start_of(k_next)});
    const auto file = folder.path() / "summary.db";
    check_equals_events(folder.path());
    REQUIRE(std::filesystem::remove(file));
    check_equals_events(folder.path());
    CHECK(std::filesystem::exists(file));

    support::flip_bit(file, 4096, 2);
    CHECK(summary_of(folder.path()).days_read() == 2);
    CHECK(base::take_logged_warnings().size() == 1);
    check_equals_events(folder.path());

    REQUIRE(base::write_file_atomic(file, std::string(5000, 'x')));
    check_equals_events(folder.path());
    CHECK(base::take_logged_warnings().size() == 1);
    {
        auto later = db::Database::open(file, db::Open::read_write);
        REQUIRE(later);
        REQUIRE(later->execute("PRAGMA user_version = 99"));
    }
    check_equals_events(folder.path());
    CHECK(base::take_logged_warnings().size() == 1);
}

TEST_CASE("where the summary cannot be written the days are reported all the same") {
    const base::TemporaryFolder folder;
    record(folder.path(), {at(9)});
    const auto in_the_way = folder.path() / "summary.db";
    REQUIRE(base::make_folders(in_the_way));
    for (int round = 0; round < 2; ++round) {
        auto summary = summary_of(folder.path());
        CHECK(summary.days_read() == 1); // nothing was kept
        CHECK(summary.ledger().rows(Summary::k_here, k_day)->size() == 1);
    }
    REQUIRE(std::filesystem::remove(in_the_way));
    check_equals_events(folder.path());
}

TEST_CASE("a folder that is not there is a summary of nothing and is not made") {
    const base::TemporaryFolder folder;
    const auto summary = summary_of(folder.path() / "none");
    CHECK(summary.days().empty());
    CHECK(summary.gaps({}).empty());
    CHECK_FALSE(std::filesystem::exists(folder.path() / "none"));
}

TEST_CASE("a day whose file has gone leaves the summary") {
    const base::TemporaryFolder folder;
    record(folder.path(), {at(9), base::start_of(k_next)});
    CHECK(summary_of(folder.path()).days().size() == 2);
    REQUIRE(std::filesystem::remove(day_file(folder.path(), k_day)));
    const auto summary = summary_of(folder.path());
    REQUIRE(summary.days().size() == 1);
    CHECK(summary.days()[0].day == k_next);
}

TEST_CASE("a damaged day is read from its backup, and named each time until it is whole") {
    const base::TemporaryFolder folder;
    record(folder.path(), {at(9), at(10)});
    REQUIRE(base::make_folders(folder.path() / "backup"));
    std::filesystem::copy_file(day_file(folder.path(), k_day), backup_file(folder.path(), k_day));
    record(folder.path(), {at(11)});
    support::flip_bit(day_file(folder.path(), k_day), 4096, 2);
    for (int round = 0; round < 2; ++round) {
        const auto summary = summary_of(folder.path());
        CHECK(summary.damaged() == std::vector<std::string>{"2026-11-23.db"});
        REQUIRE(summary.days().size() == 1);
        CHECK(summary.days()[0].count == 2);
        CHECK(summary.gaps({}) == std::vector<Gap>{{k_day, "backup"}});
        CHECK(base::take_logged_warnings().size() == 1);
    }
    REQUIRE(std::filesystem::remove(backup_file(folder.path(), k_day)));
    const auto lost = summary_of(folder.path());
    CHECK(lost.days().empty());
    CHECK(lost.gaps({}) == std::vector<Gap>{{k_day, "unreadable"}});
    static_cast<void>(base::take_logged_warnings());
    support::flip_bit(day_file(folder.path(), k_day), 4096, 2); // back again
    const auto whole = summary_of(folder.path());
    CHECK(whole.damaged().empty());
    CHECK(whole.days()[0].count == 3);
    CHECK(whole.gaps({}).empty());
}

TEST_CASE("a sealed day is told from a copy that rotted, by its hash") {
    const base::TemporaryFolder folder;
    record(folder.path(), {at(9)});
    const auto file = day_file(folder.path(), k_day);
    {
        auto database = db::Database::open(file, db::Open::read_write); // out of WAL mode
        REQUIRE(database);
    }
    const auto hash = base::sha256(*base::read_file(file));
    REQUIRE(base::write_file_atomic(seal_file(folder.path(), k_day), hash + "  2026-11-23.db\n"));
    const auto sealed = summary_of(folder.path());
    REQUIRE(sealed.days().size() == 1);
    CHECK(sealed.days()[0].sealed);
    CHECK(sealed.days()[0].file_sha256 == hash);

    // A bit of a counted word: SQLite sees nothing wrong with it.
    const auto bytes = *base::read_file(file);
    support::flip_bit(file, bytes.rfind("gd-sfj/xianfa/q-3"), 0);
    REQUIRE(read_roll_up(folder.path(), k_day));
    const auto rotten = summary_of(folder.path());
    CHECK(rotten.damaged() == std::vector<std::string>{"2026-11-23.db"});
    CHECK(rotten.days().empty());
    CHECK(base::take_logged_warnings().size() == 1);
}

TEST_CASE("days without a file between others are gaps, and only those asked for are told") {
    const base::TemporaryFolder folder;
    record(folder.path(), {at(9), base::start_of({2026, 11, 26})});
    const auto summary = summary_of(folder.path());
    CHECK(summary.gaps({}) ==
          std::vector<Gap>{{{2026, 11, 24}, "no_file"}, {{2026, 11, 25}, "no_file"}});
    CHECK(summary.gaps({.from = {}, .to = k_next}) == std::vector<Gap>{{k_next, "no_file"}});
}
