#include "content/tally/day_file.h"

#include "content/base/log.h"
#include "content/tally/schema.h"
#include "tests/support/faults.h"
#include "tests/unit/tally/support.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::tally;
using namespace pufa::tally::test;

TEST_CASE("only files named after a day that exists are days") {
    const base::TemporaryFolder folder;
    for (const auto* name :
         {"2026-11-24.db", "2026-02-30.db", "2026-11-23.db-wal", "summary.db", "2026-11-23.db",
          "2026-11-22.db.damaged-2", "2026-11-22.db.damaged-2-wal", "2026-11-22.db.damaged-",
          "x.db.damaged-1", "2026-11-23.db.damaged-10"})
        REQUIRE(base::write_file_atomic(folder.path() / name, ""));
    const auto files = list_days(folder.path());
    REQUIRE(files);
    CHECK(files->days == std::vector<base::Date>{{2026, 11, 23}, {2026, 11, 24}});
    CHECK(files->set_aside ==
          std::vector<std::string>{"2026-11-22.db.damaged-2", "2026-11-23.db.damaged-10"});
}

TEST_CASE("a folder that is not there holds no days and a file is no folder") {
    const base::TemporaryFolder folder;
    const auto none = list_days(folder.path() / "none");
    REQUIRE(none);
    CHECK(none->days.empty());
    REQUIRE(base::write_file_atomic(folder.path() / "file", "x"));
    CHECK_FALSE(list_days(folder.path() / "file"));
}

TEST_CASE("a file that is set aside takes its WAL with it") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "2026-11-23.db";
    REQUIRE(base::write_file_atomic(file, "file"));
    REQUIRE(base::write_file_atomic(file.string() + "-wal", "wal"));
    REQUIRE(base::write_file_atomic(file.string() + "-shm", "shm"));
    const auto aside = set_aside(file);
    REQUIRE(aside);
    CHECK(*base::read_file(*aside) == "file");
    CHECK(*base::read_file(aside->string() + "-wal") == "wal");
    CHECK_FALSE(std::filesystem::exists(file));
    CHECK_FALSE(std::filesystem::exists(file.string() + "-wal"));
    CHECK_FALSE(std::filesystem::exists(file.string() + "-shm"));
}

TEST_CASE("a day is read while it is written") {
    const base::TemporaryFolder folder;
    const auto recorder = open(folder.path());
    recorder->record(answer(at(9)));
    REQUIRE(recorder->flush());
    CHECK(total(folder.path()) == 1);
    recorder->record(answer(at(9)));
    REQUIRE(recorder->flush());
    CHECK(total(folder.path()) == 2);
}

TEST_CASE("a file begun but without tables has no rows") {
    const base::TemporaryFolder folder;
    REQUIRE(base::write_file_atomic(day_file(folder.path(), k_day), ""));
    CHECK(roll_up(folder.path()).empty());
    CHECK(events(folder.path()).empty());
}

TEST_CASE("files that are not what their name says are refused") {
    const base::TemporaryFolder folder;
    {
        const auto recorder = open(folder.path());
        for (int i = 0; i < 500; ++i)
            recorder->record(answer(at(i % 24), i % 4));
    }
    const auto file = day_file(folder.path(), k_day);
    const base::Date other{2026, 11, 24};

    std::filesystem::copy_file(file, day_file(folder.path(), other));
    const auto copied = read_roll_up(folder.path(), other);
    REQUIRE_FALSE(copied);
    CHECK(copied.error().code == Code::DAMAGED_DATABASE);

    const auto missing = read_roll_up(folder.path(), {2026, 11, 25});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == Code::NOT_FOUND);

    {
        auto database = db::Database::open(file, db::Open::read_write, db::Journal::wal);
        REQUIRE(database);
        REQUIRE(database->execute("UPDATE meta SET value = '3' WHERE key = 'format'"));
    }
    const auto newer = read_roll_up(folder.path(), k_day);
    REQUIRE_FALSE(newer);
    CHECK(newer.error().code == Code::NEWER_DATABASE);

    support::truncate_to(day_file(folder.path(), other), 5000);
    const auto cut = read_events(folder.path(), other);
    REQUIRE_FALSE(cut);
    CHECK(cut.error().code == Code::DAMAGED_DATABASE);
}

TEST_CASE("a file of format 1 is read as it is, and becomes one of format 2 once it is written") {
    const base::TemporaryFolder folder;
    const auto file = day_file(folder.path(), k_day);
    {
        auto database = db::Database::open(file, db::Open::create, db::Journal::wal);
        REQUIRE(database);
        REQUIRE(database->migrate(std::span{k_migrations}.first(1)));
        REQUIRE(database->execute(
            "INSERT INTO meta VALUES ('format', '1'), ('day', '2026-11-23'),"
            " ('utc_offset_minutes', '480');"
            "INSERT INTO event VALUES (5, 1, 0, 9, 4, 7, 'a/b/c', 3, 1, 'en', 'none', 'visitor');"
            "INSERT INTO roll_up VALUES (9, 4, 'a/b/c', 3, 1, 'en', 'none', 'visitor', 1);"));
    }
    const RollUpRow expected{9, 4, "a/b/c", 3, 1, "en", "none", "visitor", "sure", 1};
    CHECK(roll_up(folder.path()) == std::vector{expected});
    CHECK(events(folder.path())[0].counted_as == expected);

    auto suspect = answer(at(10));
    suspect.clock = Clock::suspect;
    {
        const auto recorder = open(folder.path());
        recorder->record(suspect);
        REQUIRE(recorder->flush());
    }
    const auto rows = roll_up(folder.path());
    REQUIRE(rows.size() == 2);
    CHECK(rows[0] == expected);
    CHECK(rows[1].clock == "suspect");
    check_roll_up_equals_events(folder.path());
    auto database = db::Database::open(file, db::Open::read_only);
    REQUIRE(database);
    CHECK(check_meta(*database, file, k_day));
    auto format = database->prepare("SELECT value FROM meta WHERE key = 'format'");
    REQUIRE(format);
    REQUIRE(*format->step());
    CHECK(format->text(0) == "2");
}
