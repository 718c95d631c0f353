#include "content/pack/store_salvage.h"

#include "content/pack/clock_floor.h"
#include "content/pack/store.h"
#include "tests/support/faults.h"
#include "tests/support/fixture_pack.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

using namespace pufa;
using namespace pufa::pack;
using support::k_fixture_now;
using support::PackBench;

namespace {

constexpr size_t k_page = 4096;
const model::PackId k_first{"test-press/zebra"};
const model::PackId k_second{"test-press/apple"};

/// A machine with two packs of versions 1 and 2, of which the first was rolled back to 1.
struct Machine {
    PackBench bench;
    KeyPair spare = make_key_pair("spare");
    Trust trust = bench.trust();
    base::StatePaths paths{bench.folder() / "state"};

    Machine() {
        trust.keys.push_back({spare.open});
        for (const auto& id : {k_first, k_second}) {
            for (const int64_t sequence : {1, 2})
                install(id, sequence);
        }
        const auto lock = StateLock::take(paths);
        auto store = Store::open(paths, *lock);
        REQUIRE(store);
        REQUIRE(store->roll_back(k_first, trust, k_fixture_now, {}));
    }

    [[nodiscard]] std::filesystem::path build(const model::PackId& id, int64_t sequence) const {
        auto manifest = support::fixture_manifest(sequence);
        manifest.id = id;
        manifest.items.clear();
        return bench.build(manifest, std::string{id.pack()} + std::to_string(sequence) + ".pufa");
    }
    std::string install(const model::PackId& id, int64_t sequence) const {
        const auto lock = StateLock::take(paths);
        auto store = Store::open(paths, *lock);
        REQUIRE(store);
        const auto done = store->install(build(id, sequence), trust, k_fixture_now, {});
        return done ? std::string{} : std::string{base::name(done.error().code)};
    }
    void change(const std::function<void(Store&)>& what) const {
        const auto lock = StateLock::take(paths);
        auto store = Store::open(paths, *lock);
        REQUIRE(store);
        what(*store);
    }
    void change_rows(const std::string& sql) const {
        auto database = db::Database::open(paths.store_db(), db::Open::read_write);
        REQUIRE(database);
        REQUIRE(database->execute("PRAGMA foreign_keys = OFF"));
        REQUIRE(database->execute(sql));
    }
    void break_page(size_t page) const {
        auto bytes = *base::read_file(paths.store_db());
        REQUIRE(bytes.size() >= (page + 1) * k_page);
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(page * k_page), k_page, '\xa5');
        REQUIRE(base::write_file_atomic(paths.store_db(), bytes));
    }
    /// The page after whose loss SQLite reads nothing at all.
    void break_head() const { break_page(0); }

    Rebuilt rebuild() const {
        const auto lock = StateLock::take(paths);
        auto store = Store::open_or_rebuild(paths, *lock, trust, k_fixture_now);
        REQUIRE(store);
        REQUIRE(store->rebuilt());
        return *store->rebuilt();
    }
    /// 0: none.
    [[nodiscard]] int64_t active(const model::PackId& id) const {
        const auto packs = list_installed(paths);
        REQUIRE(packs);
        for (const auto& pack : *packs)
            if (pack.id == id && pack.active) return pack.sequence;
        return 0;
    }
};

} // namespace

TEST_CASE("a pack that was rolled back stays so when store.db is damaged, and cannot be outdone") {
    const Machine machine;
    machine.break_head();
    CHECK(machine.rebuild().guessed.empty());
    CHECK(machine.active(k_first) == 1);
    CHECK(machine.active(k_second) == 2);
    // The mark of the highest version is what it was, and the next one goes on from there.
    CHECK(machine.install(k_first, 1) == "ROLLBACK");
    CHECK(machine.active(k_first) == 1);
    CHECK(machine.install(k_first, 3).empty());
    CHECK(machine.active(k_first) == 3);
}

TEST_CASE("packs stay in the order of their first installs, which is not that of their names") {
    const Machine machine;
    machine.break_head();
    machine.rebuild();
    const auto packs = list_installed(machine.paths);
    REQUIRE((packs && packs->size() == 4));
    CHECK(packs->front().id == k_first);
    CHECK(packs->back().id == k_second);
}

TEST_CASE("whatever page is lost, what was shown is shown, or it is said that nobody knew") {
    const Machine machine;
    const auto whole = *base::read_file(machine.paths.store_db());
    size_t rebuilt = 0;
    size_t guessed = 0;
    for (size_t page = 0; page < whole.size() / k_page; ++page) {
        CAPTURE(page);
        REQUIRE(base::write_file_atomic(machine.paths.store_db(), whole));
        machine.break_page(page);
        {
            const auto lock = StateLock::take(machine.paths);
            auto store = Store::open_or_rebuild(machine.paths, *lock, machine.trust, k_fixture_now);
            REQUIRE(store);
            if (!store->rebuilt()) continue;
            ++rebuilt;
            const auto& said = store->rebuilt()->guessed;
            guessed += !said.empty();
            const bool unknown = std::any_of(said.begin(), said.end(),
                                             [](const auto& each) { return each.id == k_first; });
            CHECK(machine.active(k_first) == (unknown ? 2 : 1));
        }
        CHECK(machine.active(k_second) == 2);
    }
    CHECK(rebuilt > 10);
    CHECK(guessed == 1); // the page of the packs themselves
}

TEST_CASE("with store.db gone the highest versions are shown, by their names") {
    const Machine machine;
    std::filesystem::remove(machine.paths.store_db());
    const auto rebuilt = machine.rebuild();
    REQUIRE(rebuilt.guessed.size() == 2);
    CHECK(rebuilt.guessed[0].id == k_second);
    CHECK(rebuilt.guessed[1].id == k_first);
    CHECK(rebuilt.guessed[1].sequence == 2);
    CHECK(machine.active(k_first) == 2);
    auto database = db::Database::open(machine.paths.store_db(), db::Open::read_only);
    REQUIRE(database);
    const auto history = read_history(*database, 9);
    REQUIRE((history && history->size() == 2));
    CHECK(history->front().what == "rebuilt");
    CHECK(history->front().detail == "highest");
}

TEST_CASE("an older version of a pack that was removed, or pruned, does not come in by damage") {
    const Machine machine;
    machine.change([](Store& store) {
        REQUIRE(store.remove(k_second, k_fixture_now));
        REQUIRE(store.prune(k_first, k_fixture_now));
    });
    SUBCASE("that SQLite cannot read") {
        machine.break_head();
    }
    SUBCASE("that SQLite reads around") {
        machine.change_rows("UPDATE version SET file = 'packs/other/1.pufa'");
    }
    machine.rebuild();
    CHECK(machine.active(k_second) == 0);
    CHECK(machine.install(k_second, 1) == "ROLLBACK");
    CHECK(machine.install(k_second, 2).empty());
    CHECK(machine.active(k_first) == 1);
    auto other = support::fixture_manifest(2); // what was pruned, with other content
    other.id = k_first;
    other.items.clear();
    other.demo = false;
    const auto lock = StateLock::take(machine.paths);
    auto store = Store::open(machine.paths, *lock);
    const auto refused =
        store->install(machine.bench.build(other, "other.pufa"), machine.trust, k_fixture_now, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::ROLLBACK);
}

TEST_CASE("a number that rotted is known by the content that was seen under it") {
    const Machine machine;
    machine.change_rows("UPDATE pack SET highest_sequence = 5000000 WHERE id = 'test-press/apple'");
    machine.break_head();
    machine.rebuild();
    CHECK(machine.install(k_second, 3).empty());
    CHECK(machine.active(k_second) == 3);
}

TEST_CASE("rows that no program can have written are not taken over") {
    const Machine machine;
    const char* changed = "";
    SUBCASE("an id that is none") {
        changed = "id = '../x'";
    }
    SUBCASE("a version above the highest") {
        changed = "active_sequence = 7";
    }
    SUBCASE("a number beyond all numbers") {
        changed = "highest_sequence = 9007199254740992";
    }
    SUBCASE("content that has no name") {
        changed = "highest_manifest_sha256 = 'abc'";
    }
    machine.change_rows(std::string{"UPDATE pack SET "} + changed +
                        " WHERE id = 'test-press/apple'");
    const auto found = salvage(machine.paths.store_db());
    REQUIRE(found.packs.size() == 1);
    CHECK(found.packs[0].id == k_first);
    CHECK(found.packs[0].shown == SalvagedPack::Shown::one);
    CHECK(found.packs[0].active == 1);
    CHECK(found.packs[0].highest_sequence == 2);
}

TEST_CASE("what was taken off the screen stays off it") {
    const Machine machine;
    machine.change_rows("UPDATE pack SET active_sequence = NULL WHERE id = 'test-press/apple'");
    machine.break_head();
    CHECK(machine.rebuild().guessed.empty());
    CHECK(machine.active(k_second) == 0);
    machine.change([&](Store& store) {
        CHECK(store.activate(k_second, 2, machine.trust, k_fixture_now, {}));
    });
    CHECK(machine.active(k_second) == 2);
}

TEST_CASE("signed statements and the floor of the clock are read from the pages too") {
    const Machine machine;
    const auto later = make_key_pair("later");
    std::vector<SealedStatement> sealed;
    for (const int64_t number : {1, 2}) {
        Statement statement{number, k_fixture_now};
        // The second needs more than a page.
        for (int64_t i = 0; i < (number == 1 ? 1 : 90); ++i)
            statement.revoke.push_back({(i ? make_key_pair("x") : later).open.id,
                                        Reason::compromised, "stolen on the way", false});
        auto json = write_statement(statement);
        auto signature = sign(json, machine.spare.secret, Sealed::statement);
        sealed.push_back({std::move(json), std::move(signature)});
    }
    CHECK(sealed[1].json.size() > k_page);
    machine.change([&](Store& store) {
        for (const auto& each : sealed)
            REQUIRE(store.apply(each, machine.trust, k_fixture_now, "x.keys.json"));
    });
    const auto before = salvage(machine.paths.store_db());
    REQUIRE(before.floor);
    CHECK(*before.floor == k_fixture_now); // the statement's `issued`
    machine.break_head();
    const auto found = salvage(machine.paths.store_db());
    CHECK(found.statements == sealed);
    CHECK(found.floor == before.floor);
    machine.rebuild();
    machine.change([&](Store& store) {
        const auto judge = store.judge(machine.trust, k_fixture_now);
        REQUIRE(judge);
        CHECK(judge->refused.empty());
        CHECK(judge->trust.find_revoked(later.open.id) != nullptr);
    });
}

TEST_CASE("a floor that nothing can have raised is dropped, and packs raise it anew") {
    const Machine machine;
    const auto floor_of = [&] {
        auto database = db::Database::open(machine.paths.store_db(), db::Open::read_only);
        REQUIRE(database);
        auto floor = database->prepare("SELECT floor FROM clock");
        REQUIRE((floor && floor->step() && !floor->is_null(0)));
        return floor->text(0);
    };
    const auto before = floor_of();
    machine.change_rows("UPDATE clock SET floor = '9998-12-31T00:00:00Z'");
    CHECK(floor_of().starts_with("9998"));
    SUBCASE("read by SQLite") {
        machine.change_rows("UPDATE version SET file = 'packs/other/1.pufa'");
    }
    SUBCASE("read from the pages") {
        machine.break_head();
    }
    CHECK_FALSE(salvage(machine.paths.store_db()).floor);
    machine.rebuild();
    CHECK(floor_of() == before);
}

TEST_CASE("the floor at the bound itself is taken over") {
    const Machine machine;
    machine.change_rows("UPDATE clock SET floor = '" + base::to_iso(latest_plausible()) + "'");
    machine.break_head();
    const auto floor = salvage(machine.paths.store_db()).floor;
    REQUIRE(floor);
    CHECK(base::to_iso(*floor) == base::to_iso(latest_plausible()));
}

TEST_CASE("what is not there, or is noise, gives nothing") {
    const base::TemporaryFolder folder;
    for (const auto* name : {"nothing", "noise"}) {
        REQUIRE(base::write_file_atomic(folder.path() / "noise", std::string(20'000, '\x0d')));
        const auto found = salvage(folder.path() / name);
        CHECK(found.packs.empty());
        CHECK(found.statements.empty());
        CHECK_FALSE(found.floor);
    }
}

TEST_CASE("after a rebuild no version counts as checked, so that the next scrub reads all of it") {
    const Machine machine;
    machine.break_head();
    machine.rebuild();
    const auto packs = list_installed(machine.paths);
    REQUIRE(packs);
    for (const auto& pack : *packs)
        CHECK_FALSE(pack.checked);
}
