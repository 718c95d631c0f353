#include "content/db/database.h"

#include "content/base/file.h"
#include "tests/support/faults.h"
#include "tests/support/mounts.h"

#include <doctest/doctest.h>

#include <array>
#include <thread>

using namespace pufa;
using namespace pufa::db;
namespace support = pufa::support;

namespace {

constexpr std::array<std::string_view, 2> k_migrations{
    "CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;",
    "ALTER TABLE word ADD COLUMN count INTEGER NOT NULL DEFAULT 0;"};

Database made(const std::filesystem::path& file, Journal journal = Journal::rollback) {
    auto database = Database::open(file, Open::create, journal);
    REQUIRE(database);
    REQUIRE(database->migrate(k_migrations));
    return std::move(database).value();
}

Result<void> add_word(Database& database, std::string_view word) {
    PUFA_TRY(auto insert, database.prepare("INSERT INTO word (text) VALUES (?)"));
    return insert.bind(1, word).run();
}

int64_t number(Database& database, std::string_view sql) {
    auto statement = database.prepare(sql);
    REQUIRE(statement);
    auto row = statement->step();
    REQUIRE(row);
    REQUIRE(*row);
    return statement->integer(0);
}

Code open_error(const std::filesystem::path& file, Open mode) {
    const auto opened = Database::open(file, mode);
    REQUIRE_FALSE(opened);
    return opened.error().code;
}

} // namespace

TEST_CASE("what is bound comes back, with empty text and NULL told apart") {
    const base::TemporaryFolder folder;
    auto database = made(folder.path() / "a.db");
    auto insert = database.prepare("SELECT ?, ?, ?, ?");
    REQUIRE(insert);
    insert->bind(1, std::string_view{}).bind_null(2).bind(3, int64_t{1} << 40).bind(4, "普\0法");
    auto row = insert->step();
    REQUIRE((row && *row));
    CHECK_FALSE(insert->is_null(0));
    CHECK(insert->text(0).empty());
    CHECK(insert->is_null(1));
    CHECK(insert->integer(2) == int64_t{1} << 40);
    CHECK(insert->text(3) == "普");
    CHECK_FALSE(*insert->step());
}

TEST_CASE("a statement that is done takes new bindings") {
    const base::TemporaryFolder folder;
    auto database = made(folder.path() / "a.db");
    auto insert = database.prepare("INSERT INTO word (text) VALUES (?)");
    REQUIRE(insert);
    REQUIRE(insert->bind(1, "one").run());
    REQUIRE(insert->bind(1, "two").run());
    CHECK(number(database, "SELECT COUNT(DISTINCT text) FROM word") == 2);
}

TEST_CASE("a connection is not mapped, keeps foreign keys and syncs fully") {
    const base::TemporaryFolder folder;
    auto database = made(folder.path() / "a.db");
    CHECK(number(database, "PRAGMA mmap_size") == 0);
    CHECK(number(database, "PRAGMA foreign_keys") == 1);
    CHECK(number(database, "PRAGMA synchronous") == 3);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "a.db-wal"));
}

TEST_CASE("a WAL is kept only where it is asked for, and a checkpoint empties it") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "a.db";
    auto database = made(file, Journal::wal);
    REQUIRE(add_word(database, "one"));
    CHECK(std::filesystem::file_size(folder.path() / "a.db-wal") > 0);
    REQUIRE(database.checkpoint());
    CHECK(std::filesystem::file_size(folder.path() / "a.db-wal") == 0);
}

TEST_CASE("an error inside a transaction rolls it back and is returned") {
    const base::TemporaryFolder folder;
    auto database = made(folder.path() / "a.db");
    const auto failed = database.transaction([&]() -> Result<void> {
        PUFA_CHECK(add_word(database, "lost"));
        return Error{Code::NO_SPACE, "here", "full"};
    });
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == Code::NO_SPACE);
    CHECK(number(database, "SELECT COUNT(*) FROM word") == 0);
    REQUIRE(database.transaction([&] { return add_word(database, "kept"); }));
    CHECK(number(database, "SELECT COUNT(*) FROM word") == 1);
}

TEST_CASE("migrations run once each and a later program continues where an earlier one stopped") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "a.db";
    {
        auto early = Database::open(file, Open::create);
        REQUIRE(early);
        REQUIRE(early->migrate(std::span{k_migrations}.first(1)));
        REQUIRE(add_word(*early, "old"));
    }
    auto later = made(file);
    CHECK(number(later, "SELECT count FROM word") == 0);
    CHECK(number(later, "PRAGMA user_version") == 2);
    CHECK(later.migrate(k_migrations));
}

TEST_CASE("a database of a later program is NEWER_DATABASE and stays as it was") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "a.db";
    made(file);
    const auto before = *base::read_file(file);
    auto early = Database::open(file, Open::create);
    REQUIRE(early);
    const auto refused = early->migrate(std::span{k_migrations}.first(1));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::NEWER_DATABASE);
    CHECK(*base::read_file(file) == before);
}

TEST_CASE("a failed migration leaves the version it found") {
    const base::TemporaryFolder folder;
    auto database = made(folder.path() / "a.db");
    const std::array<std::string_view, 3> broken{k_migrations[0], k_migrations[1],
                                                 "CREATE TABLE late (a); CREATE TABLE word (a);"};
    CHECK_FALSE(database.migrate(broken));
    CHECK(number(database, "PRAGMA user_version") == 2);
    CHECK(number(database, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'late'") == 0);
}

TEST_CASE("a writer that finds another one at work says LOCKED after its patience") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "a.db";
    auto first = made(file);
    auto second = made(file);
    const auto outer = first.transaction([&]() -> Result<void> {
        const auto refused = add_word(second, "x");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Code::LOCKED);
        CHECK(refused.error().where == file.string());
        return {};
    });
    CHECK(outer);
    CHECK(add_word(second, "x"));
}

TEST_CASE("the data version tells that another connection has committed") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "a.db";
    auto writer = made(file);
    auto reader = Database::open(file, Open::read_only);
    REQUIRE(reader);
    const auto before = reader->data_version();
    REQUIRE(before);
    CHECK(*reader->data_version() == *before);
    REQUIRE(add_word(writer, "x"));
    CHECK(*reader->data_version() != *before);
}

TEST_CASE("a file that is missing is NOT_FOUND unless it may be created") {
    const base::TemporaryFolder folder;
    for (const auto mode : {Open::read_only, Open::read_write}) {
        const auto missing = Database::open(folder.path() / "none.db", mode);
        REQUIRE_FALSE(missing);
        CHECK(missing.error().code == Code::NOT_FOUND);
    }
    CHECK_FALSE(std::filesystem::exists(folder.path() / "none.db"));
}

TEST_CASE("a file that cannot be made says why: no folder, no permission, a read-only disk") {
    const base::TemporaryFolder folder;
    CHECK(open_error(folder.path() / "none/new.db", Open::create) == Code::NOT_FOUND);
    std::filesystem::permissions(folder.path(), std::filesystem::perms{0555});
    {
        const support::NoRights fault;
        CHECK(open_error(folder.path() / "new.db", Open::create) == Code::NO_PERMISSION);
    }
    support::SmallDisk disk{1u << 20};
    disk.make_read_only();
    CHECK(open_error(disk.path() / "new.db", Open::create) == Code::READ_ONLY);
}

TEST_CASE("writing through a read-only connection is READ_ONLY") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "a.db";
    made(file);
    auto reader = Database::open(file, Open::read_only);
    REQUIRE(reader);
    const auto refused = add_word(*reader, "x");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::READ_ONLY);
}

TEST_CASE("a file that is no database is DAMAGED_DATABASE when it is opened") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "a.db";
    REQUIRE(base::write_file_atomic(file, std::string(4096, 'x')));
    const auto refused = Database::open(file, Open::create);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::DAMAGED_DATABASE);
    CHECK(*base::read_file(file) == std::string(4096, 'x'));
}

TEST_CASE("a damaged page is found by check") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "a.db";
    {
        auto database = made(file);
        for (int i = 0; i < 200; ++i)
            REQUIRE(add_word(database, std::string(100, 'a')));
        CHECK(database.check());
    }
    // The second page is the root of the table; its first byte says what kind of page it is.
    support::flip_bit(file, 4096, 2);
    auto database = Database::open(file, Open::read_only);
    REQUIRE(database);
    const auto damaged = database->check();
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().code == Code::DAMAGED_DATABASE);
}

TEST_CASE("a table that should be there and is not is DAMAGED_DATABASE") {
    const base::TemporaryFolder folder;
    auto database = made(folder.path() / "a.db");
    const auto refused = database.prepare("SELECT * FROM gone");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::DAMAGED_DATABASE);
}

TEST_CASE("a full disk is NO_SPACE and what was there is kept") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "a.db";
    auto database = made(file);
    REQUIRE(add_word(database, "kept"));
    {
        const support::FileSizeLimit full{64 << 10};
        Result<void> failed;
        for (int i = 0; i < 20 && failed; ++i)
            failed = add_word(database, std::string(16 << 10, 'x'));
        REQUIRE_FALSE(failed);
        INFO(failed.error().detail);
        CHECK(failed.error().code == Code::NO_SPACE);
        CHECK(full.fired());
    }
    CHECK(database.check());
    CHECK(number(database, "SELECT COUNT(*) FROM word WHERE text = 'kept'") == 1);
}
