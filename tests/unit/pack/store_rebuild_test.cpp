#include "content/pack/store_rebuild.h"

#include "content/pack/store.h"
#include "content/pack/store_sql.h"
#include "tests/support/faults.h"
#include "tests/support/fixture_pack.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pufa;
using namespace pufa::pack;
using support::k_fixture_now;
using support::PackBench;

namespace {

struct Machine {
    PackBench bench;
    base::StatePaths paths{bench.folder() / "state"};

    Machine() {
        for (const int64_t sequence : {1, 2}) {
            const auto lock = StateLock::take(paths);
            auto store = Store::open(paths, *lock);
            REQUIRE(store);
            REQUIRE(store->install(bench.build(sequence), bench.trust(), k_fixture_now, {}));
        }
    }
    [[nodiscard]] std::filesystem::path file(int64_t sequence) const {
        return paths.packs() / "test-press" / "fixture" / (std::to_string(sequence) + ".pufa");
    }
    [[nodiscard]] Result<Store> open(const StateLock& lock) const {
        return Store::open_or_rebuild(paths, lock, bench.trust(), k_fixture_now);
    }
    /// Both versions are there and the higher one is shown, with all of its rows.
    void check_whole(Store& store) const {
        const auto list = store.list();
        REQUIRE(list);
        REQUIRE(list->size() == 2);
        CHECK((list->at(0).sequence == 2 && list->at(0).active));
        CHECK(list->at(0).highest_sequence == 2);
        CHECK(list->at(0).items == 5);
        CHECK(list->at(0).signer == "test-press");
        CHECK_FALSE(list->at(1).active);
    }
};

} // namespace

TEST_CASE("a store.db of garbage is set aside and made anew from the packs") {
    const Machine machine;
    REQUIRE(base::write_file_atomic(machine.paths.store_db(), std::string(8192, 'x')));
    const auto lock = StateLock::take(machine.paths);
    auto store = machine.open(*lock);
    REQUIRE(store);
    REQUIRE(store->rebuilt());
    CHECK(store->rebuilt()->versions == 2);
    CHECK(store->rebuilt()->refused.empty());
    CHECK(*base::read_file(store->rebuilt()->damaged_database) == std::string(8192, 'x'));
    machine.check_whole(*store);
}

TEST_CASE("a lost or an emptied store.db is made anew, a sound one is not") {
    const Machine machine;
    const auto lock = StateLock::take(machine.paths);
    {
        auto sound = machine.open(*lock);
        REQUIRE(sound);
        CHECK_FALSE(sound->rebuilt());
    }
    SUBCASE("lost") {
        std::filesystem::remove(machine.paths.store_db());
    }
    SUBCASE("emptied") {
        std::filesystem::resize_file(machine.paths.store_db(), 0);
    }
    auto store = machine.open(*lock);
    REQUIRE(store);
    REQUIRE(store->rebuilt());
    machine.check_whole(*store);
}

TEST_CASE("rows that name others that are not there, or a wrong file, are not believed") {
    const Machine machine;
    {
        auto database = db::Database::open(machine.paths.store_db(), db::Open::read_write);
        REQUIRE(database);
        REQUIRE(database->execute("PRAGMA foreign_keys = OFF"));
        SUBCASE("an active version that is not there") {
            REQUIRE(database->execute("UPDATE pack SET active_sequence = 66"));
        }
        SUBCASE("a file that is not the version's own") {
            REQUIRE(database->execute("UPDATE version SET file = 'packs/test-press/fixturf/2.pufa'"
                                      " WHERE sequence = 2"));
        }
        SUBCASE("items of a version that is not there") {
            REQUIRE(database->execute("UPDATE item SET sequence = 77 WHERE sequence = 2"));
        }
    }
    const auto lock = StateLock::take(machine.paths);
    auto store = machine.open(*lock);
    REQUIRE(store);
    REQUIRE(store->rebuilt());
    machine.check_whole(*store);
    CHECK(std::filesystem::exists(machine.file(2)));
}

TEST_CASE("whatever page of store.db is overwritten, both versions are there afterwards") {
    const Machine machine;
    const auto whole = *base::read_file(machine.paths.store_db());
    const auto lock = StateLock::take(machine.paths);
    int rebuilt = 0;
    for (size_t page = 0; page * 4096 < whole.size(); ++page) {
        auto broken = whole;
        std::fill_n(broken.begin() + static_cast<std::ptrdiff_t>(page * 4096), 4096, '\xa5');
        REQUIRE(base::write_file_atomic(machine.paths.store_db(), broken));
        auto store = machine.open(*lock);
        CAPTURE(page);
        REQUIRE(store);
        if (store->rebuilt()) ++rebuilt;
        machine.check_whole(*store);
    }
    CHECK(rebuilt > 5);
}

TEST_CASE("a file that is no pack of this machine is set aside, not deleted, and not shown") {
    const Machine machine;
    const auto bytes = *base::read_file(machine.file(2));
    support::truncate_to(machine.file(2), bytes.size() - 9);
    std::filesystem::remove(machine.paths.store_db());
    const auto lock = StateLock::take(machine.paths);
    auto store = machine.open(*lock);
    REQUIRE(store);
    REQUIRE(store->rebuilt()->refused.size() == 1);
    CHECK(std::filesystem::exists(machine.paths.root / "set-aside" / "test-press_fixture_2.pufa"));
    const auto list = store->list();
    REQUIRE((list && list->size() == 1));
    CHECK((list->front().sequence == 1 && list->front().active));
}

TEST_CASE("without a key nothing is shown, and nothing is lost either") {
    const Machine machine;
    std::filesystem::remove(machine.paths.store_db());
    const auto lock = StateLock::take(machine.paths);
    auto store = Store::open_or_rebuild(machine.paths, *lock, Trust{}, k_fixture_now);
    REQUIRE(store);
    CHECK(store->rebuilt()->versions == 0);
    REQUIRE(store->rebuilt()->refused.size() == 2);
    CHECK(store->rebuilt()->refused.front().code == Code::UNKNOWN_KEY);
    const auto aside = machine.paths.root / "set-aside" / "test-press_fixture_2.pufa";
    CHECK(store->install(aside, machine.bench.trust(), k_fixture_now, {}));
}

TEST_CASE("packs whose days are over stay what they are when store.db is made anew") {
    Machine machine;
    auto manifest = support::fixture_manifest(3);
    manifest.not_after = base::Date{2099, 12, 31}; // after any day on which this is built
    const auto lock = StateLock::take(machine.paths);
    {
        auto store = Store::open(machine.paths, *lock);
        REQUIRE(store->install(machine.bench.build(manifest), machine.bench.trust(), k_fixture_now,
                               {}));
    }
    std::filesystem::remove(machine.paths.store_db());
    auto store = Store::open_or_rebuild(machine.paths, *lock, machine.bench.trust(),
                                        base::start_of({2100, 2, 1}));
    REQUIRE(store);
    const auto list = store->list();
    REQUIRE((list && list->size() == 2));
    CHECK((list->front().sequence == 3 && list->front().active));
}

TEST_CASE("a power cut while store.db is made anew leaves the work to the next one") {
    const Machine machine;
    std::filesystem::remove(machine.paths.store_db());
    REQUIRE(base::write_file_atomic(machine.paths.root / "store.db.new", "half of it"));
    REQUIRE(base::write_file_atomic(machine.paths.root / "store.db.new-journal", "a journal"));
    const auto lock = StateLock::take(machine.paths);
    auto store = machine.open(*lock);
    REQUIRE(store);
    machine.check_whole(*store);
    CHECK_FALSE(std::filesystem::exists(machine.paths.root / "store.db.new"));
}

TEST_CASE("a place that cannot even be asked is an error with a name, and nothing is moved") {
    const Machine machine;
    auto at = machine.paths.store_db();
    SUBCASE("store.db") {
        std::filesystem::remove(at);
    }
    SUBCASE("its journal") {
        REQUIRE(base::write_file_atomic(at, std::string(8192, 'x')));
        at += "-journal";
    }
    std::filesystem::create_symlink(at.filename(), at); // ELOOP, whoever asks
    const auto lock = StateLock::take(machine.paths);
    const auto store = machine.open(*lock);
    REQUIRE_FALSE(store);
    CHECK(store.error().code == Code::DISK_ERROR);
    CHECK(std::filesystem::is_symlink(at));
    CHECK(std::filesystem::exists(machine.file(1)));
    CHECK(std::filesystem::exists(machine.file(2)));
}
