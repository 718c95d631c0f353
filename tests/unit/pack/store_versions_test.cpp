#include "content/base/cancel.h"
#include "content/pack/store.h"
#include "content/pack/store_sql.h"
#include "tests/support/faults.h"
#include "tests/support/fixture_pack.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::pack;
using support::k_fixture_now;
using support::PackBench;

namespace {

/// A state folder with versions 1 … `count` of the fixture installed one after the other.
class Machine {
  public:
    explicit Machine(int count = 2) {
        for (int sequence = 1; sequence <= count; ++sequence)
            install(sequence);
    }

    void install(int64_t sequence) {
        const auto done = with_store([&](Store& store) {
            return store.install(bench.build(sequence), bench.trust(), k_fixture_now, {});
        });
        if (!done) FAIL(done.error().detail);
    }
    template <class Do>
    auto with_store(Do what) -> decltype(what(std::declval<Store&>())) {
        PUFA_TRY(const auto lock, StateLock::take(paths));
        PUFA_TRY(auto store, Store::open(paths, lock));
        return what(store);
    }
    Result<Store::Activated> roll_back() {
        return with_store(
            [&](Store& store) { return store.roll_back(id, bench.trust(), k_fixture_now, {}); });
    }
    Result<Store::Activated> activate(int64_t sequence) {
        return with_store([&](Store& store) {
            return store.activate(id, sequence, bench.trust(), k_fixture_now, {});
        });
    }
    Result<Store::Removed> remove() {
        return with_store([&](Store& store) { return store.remove(id, k_fixture_now); });
    }
    Result<Store::Removed> prune() {
        return with_store([&](Store& store) { return store.prune(id, k_fixture_now); });
    }
    [[nodiscard]] std::vector<InstalledPack> list() const {
        auto packs = list_installed(paths);
        REQUIRE(packs);
        return *packs;
    }
    [[nodiscard]] int64_t active() const {
        for (const auto& pack : list())
            if (pack.active) return pack.sequence;
        return 0;
    }
    [[nodiscard]] std::vector<std::string> history() const {
        auto database = open_store_for_reading(paths);
        REQUIRE((database && *database));
        const auto entries = read_history(**database, 100);
        REQUIRE(entries);
        std::vector<std::string> words;
        for (const auto& entry : *entries)
            words.push_back(entry.what + " " + std::to_string(entry.sequence));
        return words;
    }
    [[nodiscard]] std::filesystem::path file(int64_t sequence) const {
        return paths.packs() / "test-press" / "fixture" / (std::to_string(sequence) + ".pufa");
    }

    PackBench bench;
    base::StatePaths paths{bench.folder() / "state"};
    model::PackId id{"test-press/fixture"};
};

} // namespace

TEST_CASE("only the version that was active before is kept, with its file") {
    const Machine machine{4};
    const auto list = machine.list();
    REQUIRE(list.size() == 2);
    CHECK((list[0].sequence == 4 && list[0].active));
    CHECK((list[1].sequence == 3 && !list[1].active));
    CHECK_FALSE(std::filesystem::exists(machine.file(1)));
    CHECK_FALSE(std::filesystem::exists(machine.file(2)));
    CHECK(std::filesystem::exists(machine.file(3)));
}

TEST_CASE("a roll-back shows the version before, keeps the highest mark, and can be undone") {
    Machine machine;
    const auto back = machine.roll_back();
    REQUIRE(back);
    CHECK(back->pack.sequence == 1);
    CHECK(back->from_sequence == 2);
    CHECK(back->pack.highest_sequence == 2);
    CHECK(machine.active() == 1);
    const auto forward = machine.activate(2);
    REQUIRE(forward);
    CHECK(forward->from_sequence == 1);
    CHECK(machine.active() == 2);
    CHECK(machine.history() ==
          std::vector<std::string>{"activated 2", "rolled-back 1", "updated 2", "installed 1"});
}

TEST_CASE("a second roll-back finds nothing below and does not go forward by itself") {
    Machine machine;
    REQUIRE(machine.roll_back());
    const auto again = machine.roll_back();
    REQUIRE_FALSE(again);
    CHECK(again.error().code == Code::NO_OTHER_VERSION);
    CHECK(machine.active() == 1);
}

TEST_CASE("what is not installed cannot be activated, rolled back, removed or pruned") {
    Machine machine{1};
    CHECK(machine.activate(7).error().code == Code::NOT_INSTALLED);
    CHECK(machine.roll_back().error().code == Code::NO_OTHER_VERSION);
    CHECK(machine.prune().error().code == Code::NO_OTHER_VERSION);
    machine.id = {"test-press/other"};
    CHECK(machine.activate(1).error().code == Code::NOT_INSTALLED);
    CHECK(machine.roll_back().error().code == Code::NOT_INSTALLED);
    CHECK(machine.prune().error().code == Code::NOT_INSTALLED);
    CHECK(machine.remove().error().code == Code::NOT_INSTALLED);
    CHECK(machine.history().size() == 1);
}

TEST_CASE("the active version is already active and nothing is written") {
    Machine machine{1};
    const auto again = machine.activate(1);
    REQUIRE(again);
    CHECK_FALSE(again->from_sequence);
    CHECK(machine.history().size() == 1);
}

TEST_CASE("a rotten version is not gone back to") {
    Machine machine;
    const auto opened = open_pack(machine.file(1), machine.bench.trust(), k_fixture_now);
    REQUIRE(opened);
    support::flip_bit(machine.file(1), opened->offsets[0] + 3);
    const auto back = machine.roll_back();
    REQUIRE_FALSE(back);
    CHECK(back.error().code == Code::DAMAGED_MEMBER);
    CHECK(machine.active() == 2);
}

TEST_CASE("after a roll-back an update keeps the version that was on the screen") {
    Machine machine;
    REQUIRE(machine.roll_back());
    machine.install(3);
    const auto list = machine.list();
    REQUIRE(list.size() == 2);
    CHECK(list[0].sequence == 3);
    CHECK(list[1].sequence == 1);
    CHECK_FALSE(std::filesystem::exists(machine.file(2)));
}

TEST_CASE("a removed pack is gone with its files and folders, and its highest mark stays") {
    Machine machine;
    const auto gone = machine.remove();
    REQUIRE(gone);
    CHECK(gone->size() == 2);
    CHECK(machine.list().empty());
    CHECK(std::filesystem::is_empty(machine.paths.packs()));
    const auto older = machine.with_store([&](Store& store) {
        return store.install(machine.bench.build(1), machine.bench.trust(), k_fixture_now, {});
    });
    REQUIRE_FALSE(older);
    CHECK(older.error().code == Code::ROLLBACK);
    machine.bench.source("videos/wills.mp4", "another film");
    const auto other = machine.with_store([&](Store& store) {
        return store.install(machine.bench.build(2), machine.bench.trust(), k_fixture_now, {});
    });
    REQUIRE_FALSE(other);
    CHECK(other.error().detail == "version 2 was seen with other content");
}

TEST_CASE("a removed pack can be installed again from the same file") {
    Machine machine;
    REQUIRE(machine.remove());
    machine.install(2);
    CHECK(machine.active() == 2);
    CHECK(machine.list().size() == 1);
}

TEST_CASE("pruning deletes what is kept for going back, and only that") {
    Machine machine;
    const auto gone = machine.prune();
    REQUIRE(gone);
    REQUIRE(gone->size() == 1);
    CHECK(gone->front().sequence == 1);
    CHECK_FALSE(std::filesystem::exists(machine.file(1)));
    CHECK(machine.active() == 2);
}

TEST_CASE("a file that no row names is swept by the next holder of the lock, others stay") {
    Machine machine{1};
    const auto folder = machine.file(1).parent_path();
    REQUIRE(base::write_file_atomic(folder / "9.pufa", "its row went first"));
    REQUIRE(base::write_file_atomic(folder / "note.txt", "somebody's"));
    REQUIRE(base::make_folders(machine.paths.packs() / "nobody" / "nothing"));
    REQUIRE(machine.with_store([](Store& store) { return store.list(); }));
    CHECK_FALSE(std::filesystem::exists(folder / "9.pufa"));
    CHECK(std::filesystem::exists(folder / "note.txt"));
    CHECK(std::filesystem::exists(machine.file(1)));
    CHECK_FALSE(std::filesystem::exists(machine.paths.packs() / "nobody"));
}

TEST_CASE("a lost store.db beside packs is not taken for an empty machine") {
    Machine machine{1};
    std::filesystem::remove(machine.paths.store_db());
    const auto opened = machine.with_store([](Store& store) { return store.list(); });
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Code::DAMAGED_DATABASE);
    CHECK(std::filesystem::exists(machine.file(1)));
}

TEST_CASE("an installing that is cancelled has changed nothing") {
    Machine machine{1};
    machine.bench.source("videos/long.mp4", std::string(3u << 20, 'l'));
    const auto file = machine.bench.build(2);
    const auto cancel = [](uint64_t done, uint64_t) {
        if (done >= (1u << 20)) base::ask_to_cancel();
    };
    const auto done = machine.with_store([&](Store& store) {
        return store.install(file, machine.bench.trust(), k_fixture_now, cancel);
    });
    base::forget_cancelling();
    REQUIRE_FALSE(done);
    CHECK(done.error().code == Code::CANCELLED);
    CHECK(std::filesystem::is_empty(machine.paths.incoming()));
    CHECK(machine.active() == 1);
    CHECK(machine.history().size() == 1);
}

TEST_CASE("the history keeps the last thousand entries") {
    Machine machine{1};
    auto database = db::Database::open(machine.paths.store_db(), db::Open::read_write);
    REQUIRE(database);
    REQUIRE(database->execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                              " WHERE i < 1200) INSERT INTO history (at, what, pack, sequence,"
                              " detail) SELECT '', 'filler', '', i, '' FROM n"));
    machine.install(2);
    auto rows =
        database->prepare("SELECT COUNT(*), MAX(sequence = 2 AND what = 'updated') FROM history");
    REQUIRE((rows && *rows->step()));
    CHECK(rows->integer(0) == sql::k_history_rows);
    CHECK(rows->integer(1) == 1);
}

TEST_CASE("a store.db of the first program is taken over, by writers and by readers") {
    Machine machine{1};
    const base::StatePaths old{machine.bench.folder() / "old"};
    REQUIRE(base::make_folders(old.root));
    {
        auto database = db::Database::open(old.store_db(), db::Open::create);
        REQUIRE(database);
        REQUIRE(database->migrate(std::span{sql::k_migrations}.first(1)));
        REQUIRE(database->execute(
            "BEGIN; INSERT INTO pack VALUES ('p/q', 1, 4, 3);"
            "INSERT INTO version VALUES ('p/q', 3, 'aa', 'packs/p/q/3.pufa', 9, '{}', 's', 0,"
            " '2026-11-01T00:00:00Z'), ('p/q', 4, 'bb', 'packs/p/q/4.pufa', 9, '{}', 's', 0, '');"
            "INSERT INTO item VALUES ('p/q', 3, 0, 'p/q/i', '{}'); COMMIT"));
    }
    const auto list = list_installed(old);
    REQUIRE(list);
    REQUIRE(list->size() == 2);
    CHECK((list->at(1).sequence == 3 && list->at(1).active && list->at(1).items == 1));
    auto database = db::Database::open(old.store_db(), db::Open::read_write);
    auto rows = database->prepare("SELECT highest_manifest_sha256 FROM pack");
    REQUIRE((rows && *rows->step()));
    CHECK(rows->text(0) == "bb");
}
