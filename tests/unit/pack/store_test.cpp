#include "content/pack/store.h"

#include "content/pack/store_sql.h"
#include "tests/support/faults.h"
#include "tests/support/fixture_pack.h"
#include "tests/support/mounts.h"

#include <doctest/doctest.h>

#include <map>

using namespace pufa;
using namespace pufa::pack;
using support::k_fixture_now;
using support::PackBench;

namespace {

/// One call of the install command: lock, open, install, let go.
Result<Store::Installed> install(const base::StatePaths& paths, const std::filesystem::path& file,
                                 const Trust& trust, const Progress& progress = {}) {
    PUFA_TRY(const auto lock, StateLock::take(paths));
    PUFA_TRY(auto store, Store::open(paths, lock));
    return store.install(file, trust, k_fixture_now, progress);
}

Store::Installed must_install(const base::StatePaths& paths, const std::filesystem::path& file,
                              const Trust& trust) {
    auto installed = install(paths, file, trust);
    if (!installed) FAIL(installed.error().detail);
    return *installed;
}

Code refused(const base::StatePaths& paths, const std::filesystem::path& file, const Trust& trust) {
    const auto result = install(paths, file, trust);
    REQUIRE_FALSE(result);
    return result.error().code;
}

/// Every file and folder below the state folder, with the bytes of the files.
std::map<std::string, std::string> everything(const base::StatePaths& paths) {
    std::map<std::string, std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{paths.root}) {
        const auto name = std::filesystem::relative(entry.path(), paths.root).string();
        found[name] = entry.is_regular_file() ? *base::read_file(entry.path()) : "a folder";
    }
    return found;
}

void make_active(const base::StatePaths& paths, int64_t sequence) {
    auto database = db::Database::open(paths.store_db(), db::Open::read_write);
    REQUIRE(database);
    REQUIRE(database->execute("UPDATE pack SET active_sequence = " + std::to_string(sequence)));
}

int64_t revision(const base::StatePaths& paths) {
    auto database = open_store_for_reading(paths);
    REQUIRE((database && *database));
    auto rows = (*database)->prepare(sql::k_revision);
    REQUIRE((rows && *rows->step()));
    return rows->integer(0);
}

} // namespace

TEST_CASE("an installed pack is copied byte for byte, listed and active") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    const auto file = bench.build(3);
    const auto installed = must_install(paths, file, bench.trust());
    CHECK(installed.outcome == Store::Outcome::installed);
    CHECK(installed.pack.file == paths.packs() / "test-press" / "fixture" / "3.pufa");
    CHECK(*base::read_file(installed.pack.file) == *base::read_file(file));
    CHECK(std::filesystem::is_empty(paths.incoming()));
    const auto list = list_installed(paths);
    REQUIRE(list);
    REQUIRE(list->size() == 1);
    CHECK(list->front().active);
    CHECK(list->front().demo);
    CHECK(list->front().sequence == 3);
    CHECK(list->front().highest_sequence == 3);
    CHECK(list->front().title == "测试内容包");
    CHECK(list->front().signer == "test-press");
    CHECK(revision(paths) == 1);
}

TEST_CASE("a newer version takes over and the previous file stays") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    const auto first = must_install(paths, bench.build(1), bench.trust());
    const auto second = must_install(paths, bench.build(2), bench.trust());
    CHECK(second.outcome == Store::Outcome::updated);
    CHECK(second.pack.sequence == 2);
    CHECK(std::filesystem::exists(first.pack.file));
    const auto list = list_installed(paths);
    REQUIRE(list);
    REQUIRE(list->size() == 2);
    CHECK((list->at(0).sequence == 2 && list->at(0).active));
    CHECK((list->at(1).sequence == 1 && !list->at(1).active));
    CHECK(revision(paths) == 2);
}

TEST_CASE("an older version is ROLLBACK, even after the desk went back to one before it") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    must_install(paths, bench.build(1), bench.trust());
    must_install(paths, bench.build(5), bench.trust());
    const auto before = everything(paths);
    CHECK(refused(paths, bench.build(4), bench.trust()) == Code::ROLLBACK);
    CHECK(refused(paths, bench.build(1), bench.trust()) == Code::ROLLBACK);
    CHECK(everything(paths) == before);
    make_active(paths, 1);
    CHECK(refused(paths, bench.build(4), bench.trust()) == Code::ROLLBACK);
}

TEST_CASE("the same version with the same bytes is already active and changes nothing") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    must_install(paths, bench.build(2), bench.trust());
    const auto before = everything(paths);
    const auto again = must_install(paths, bench.build(2), bench.trust());
    CHECK(again.outcome == Store::Outcome::already_active);
    CHECK(everything(paths) == before);
}

TEST_CASE("the same version with the same bytes becomes active again after a roll-back") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    must_install(paths, bench.build(1), bench.trust());
    must_install(paths, bench.build(2), bench.trust());
    make_active(paths, 1);
    const auto again = must_install(paths, bench.build(2), bench.trust());
    CHECK(again.outcome == Store::Outcome::updated);
    CHECK((again.pack.sequence == 2 && again.pack.active));
    CHECK(revision(paths) == 3);
}

TEST_CASE("the same version with other bytes is ROLLBACK and says why") {
    PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    must_install(paths, bench.build(2), bench.trust());
    const auto before = everything(paths);
    bench.source("videos/wills.mp4", "another film");
    const auto other = install(paths, bench.build(2), bench.trust());
    REQUIRE_FALSE(other);
    CHECK(other.error().code == Code::ROLLBACK);
    CHECK(other.error().detail == "version 2 is installed with other content");
    CHECK(everything(paths) == before);
}

TEST_CASE("an installed file that was damaged or lost is mended by the same pack") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    const auto file = bench.build(1);
    const auto installed = must_install(paths, file, bench.trust());
    const auto opened = open_pack(file, bench.trust(), k_fixture_now);
    REQUIRE(opened);
    support::flip_bit(installed.pack.file, opened->offsets[0]);
    CHECK(must_install(paths, file, bench.trust()).outcome == Store::Outcome::updated);
    CHECK(*base::read_file(installed.pack.file) == *base::read_file(file));
    std::filesystem::remove(installed.pack.file);
    CHECK(must_install(paths, file, bench.trust()).outcome == Store::Outcome::updated);
    CHECK(*base::read_file(installed.pack.file) == *base::read_file(file));
}

TEST_CASE("a damaged copy of what is installed is still refused") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    const auto file = bench.build(1);
    must_install(paths, file, bench.trust());
    const auto before = everything(paths);
    const auto opened = open_pack(file, bench.trust(), k_fixture_now);
    REQUIRE(opened);
    support::flip_bit(file, opened->offsets[1]);
    CHECK(refused(paths, file, bench.trust()) == Code::DAMAGED_MEMBER);
    CHECK(everything(paths) == before);
}

TEST_CASE("a refused first pack leaves a state folder without a trace of it") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    const auto file = bench.build(1);
    CHECK(refused(paths, file, Trust{}) == Code::UNKNOWN_KEY);
    const auto empty = everything(paths);
    support::truncate_to(file, std::filesystem::file_size(file) - 1);
    CHECK(refused(paths, file, bench.trust()) == Code::DAMAGED_MEMBER);
    const auto whole = bench.build(1);
    const auto opened = open_pack(whole, bench.trust(), k_fixture_now);
    REQUIRE(opened);
    support::flip_bit(whole, opened->offsets[1]);
    CHECK(refused(paths, whole, bench.trust()) == Code::DAMAGED_MEMBER);
    CHECK(refused(paths, bench.folder() / "none.pufa", bench.trust()) == Code::NOT_FOUND);
    CHECK(everything(paths) == empty);
}

TEST_CASE("a pack that changes under the copy is refused and leaves nothing") {
    PackBench bench;
    bench.source("videos/long.mp4", std::string(3u << 20, 'l'));
    const base::StatePaths paths{bench.folder() / "state"};
    const auto file = bench.build(1);
    int changes = 0;
    const auto change = [&](uint64_t done, uint64_t) {
        // pack.json has been copied; the copy of it is what counts.
        if (done > 100 && changes == 0) {
            support::flip_bit(file, std::filesystem::file_size(file) - 1000);
            ++changes;
        }
    };
    const auto result = install(paths, file, bench.trust(), change);
    CHECK(changes == 1);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Code::DAMAGED_MEMBER);
    CHECK(std::filesystem::is_empty(paths.incoming()));
    CHECK(std::filesystem::is_empty(paths.packs()));
}

TEST_CASE("a second writer is LOCKED, and the lock goes with its holder") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    {
        const auto held = StateLock::take(paths);
        REQUIRE(held);
        CHECK(refused(paths, bench.build(1), bench.trust()) == Code::LOCKED);
    }
    must_install(paths, bench.build(1), bench.trust());
}

TEST_CASE("what a power cut left in incoming is swept by the next holder of the lock") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    REQUIRE(base::make_folders(paths.incoming()));
    REQUIRE(base::write_file_atomic(paths.incoming() / "half.pufa", "half"));
    const auto lock = StateLock::take(paths);
    REQUIRE(lock);
    REQUIRE(Store::open(paths, *lock));
    CHECK(std::filesystem::is_empty(paths.incoming()));
}

TEST_CASE("a file that a power cut left unrecorded is no obstacle to installing it again") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    {
        const auto lock = StateLock::take(paths);
        REQUIRE((lock && Store::open(paths, *lock)));
    }
    const auto place = paths.packs() / "test-press" / "fixture";
    REQUIRE(base::make_folders(place));
    REQUIRE(base::write_file_atomic(place / "1.pufa", "renamed, never recorded"));
    const auto installed = must_install(paths, bench.build(1), bench.trust());
    CHECK(installed.outcome == Store::Outcome::installed);
    CHECK(*base::read_file(installed.pack.file) == *base::read_file(bench.build(1)));
}

TEST_CASE("a transaction that a power cut left half written is rolled back for a reader") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    const base::StatePaths after{bench.folder() / "after"};
    must_install(paths, bench.build(1), bench.trust());
    REQUIRE(base::make_folders(after.root));
    {
        auto writer = db::Database::open(paths.store_db(), db::Open::read_write);
        REQUIRE(writer);
        // A cache of two pages spills, so that the file itself is half written.
        REQUIRE(writer->execute("PRAGMA cache_size = 2"));
        const auto cut = writer->transaction([&]() -> Result<void> {
            PUFA_CHECK(writer->execute("DELETE FROM item; DELETE FROM member;"
                                       "UPDATE change SET revision = 99;"
                                       "CREATE TABLE fill AS SELECT randomblob(9000) AS f;"
                                       "INSERT INTO fill SELECT f FROM fill;"
                                       "INSERT INTO fill SELECT f FROM fill;"));
            for (const auto* name : {"store.db", "store.db-journal"})
                std::filesystem::copy_file(paths.root / name, after.root / name);
            return Error{Code::DISK_ERROR, "here", "the power is cut"};
        });
        REQUIRE_FALSE(cut);
    }
    REQUIRE(*base::read_file(after.store_db()) != *base::read_file(paths.store_db()));
    CHECK(revision(after) == 1);
    const auto list = list_installed(after);
    REQUIRE(list);
    CHECK(list->size() == 1);
}

TEST_CASE("a store.db of a later program is NEWER_DATABASE for writers and readers") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    must_install(paths, bench.build(1), bench.trust());
    {
        auto later = db::Database::open(paths.store_db(), db::Open::read_write);
        REQUIRE(later);
        REQUIRE(later->execute("PRAGMA user_version = 99"));
    }
    CHECK(refused(paths, bench.build(2), bench.trust()) == Code::NEWER_DATABASE);
    CHECK(list_installed(paths).error().code == Code::NEWER_DATABASE);
}

TEST_CASE("with no store there is nothing installed, and asking makes none") {
    const base::TemporaryFolder folder;
    const base::StatePaths paths{folder.path() / "none"};
    const auto list = list_installed(paths);
    REQUIRE(list);
    CHECK(list->empty());
    CHECK_FALSE(std::filesystem::exists(paths.root));
}

TEST_CASE("a disk too small for pack and reserve is NO_SPACE before a byte is copied") {
    PackBench bench;
    const support::SmallDisk disk{k_reserve_bytes + (4u << 20)};
    const base::StatePaths paths{disk.path() / "state"};
    must_install(paths, bench.build(1), bench.trust());
    const auto before = everything(paths);
    bench.source("videos/long.mp4", std::string(5u << 20, 'l'));
    int copied = 0;
    const auto result =
        install(paths, bench.build(2), bench.trust(), [&](uint64_t, uint64_t) { ++copied; });
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Code::NO_SPACE);
    CHECK(copied == 0);
    CHECK(everything(paths) == before);
}

TEST_CASE("a disk that fills up during the copy is NO_SPACE, nothing is lost and nothing is left") {
    PackBench bench;
    support::SmallDisk disk{k_reserve_bytes + (4u << 20)};
    const base::StatePaths paths{disk.path() / "state"};
    must_install(paths, bench.build(1), bench.trust());
    const auto before = everything(paths);
    bench.source("videos/long.mp4", std::string(3u << 20, 'l'));
    bool filled = false;
    const auto fill = [&](uint64_t done, uint64_t) {
        if (done < (1u << 20) || filled) return;
        disk.take(2u << 20);
        filled = true;
    };
    const auto result = install(paths, bench.build(2), bench.trust(), fill);
    CHECK(filled);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Code::NO_SPACE);
    CHECK(everything(paths) == before);
}

TEST_CASE("a write that fails in the middle of the copy leaves nothing") {
    PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    must_install(paths, bench.build(1), bench.trust());
    const auto before = everything(paths);
    bench.source("videos/long.mp4", std::string(3u << 20, 'l'));
    const auto file = bench.build(2);
    {
        const support::FileSizeLimit full{1u << 20};
        const auto result = install(paths, file, bench.trust());
        CHECK_FALSE(result);
        CHECK(full.fired());
    }
    CHECK(everything(paths) == before);
}

TEST_CASE("a state folder on a read-only disk is READ_ONLY and readable") {
    const PackBench bench;
    support::SmallDisk disk{k_reserve_bytes + (4u << 20)};
    const base::StatePaths paths{disk.path() / "state"};
    must_install(paths, bench.build(1), bench.trust());
    disk.make_read_only();
    CHECK(refused(paths, bench.build(2), bench.trust()) == Code::READ_ONLY);
    CHECK(refused({disk.path() / "other"}, bench.build(2), bench.trust()) == Code::READ_ONLY);
    const auto list = list_installed(paths);
    REQUIRE(list);
    CHECK(list->size() == 1);
}

// Only root can become somebody else.
TEST_CASE("a state folder of somebody else is NO_PERMISSION" * doctest::skip(::geteuid() != 0)) {
    const PackBench bench;
    std::filesystem::permissions(bench.folder(), std::filesystem::perms{0755});
    const base::StatePaths paths{bench.folder() / "state"};
    must_install(paths, bench.build(1), bench.trust());
    const auto file = bench.build(2);
    const auto before = everything(paths);
    std::filesystem::permissions(paths.root, std::filesystem::perms{0555});
    {
        const support::NoRights fault;
        CHECK(refused(paths, file, bench.trust()) == Code::NO_PERMISSION);
        CHECK(refused({bench.folder() / "other"}, file, bench.trust()) == Code::NO_PERMISSION);
    }
    std::filesystem::permissions(paths.root, std::filesystem::perms{0755});
    CHECK(everything(paths) == before);
}

TEST_CASE("a file in the place of the state folder is refused and kept") {
    const PackBench bench;
    const auto file = bench.folder() / "state";
    REQUIRE(base::write_file_atomic(file, "a file"));
    const auto result = install({file}, bench.build(1), bench.trust());
    REQUIRE_FALSE(result);
    CHECK(base::exit_code(result.error().code) == 3);
    CHECK(*base::read_file(file) == "a file");
}
