#include "content/pack/scrub.h"

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

constexpr std::chrono::hours k_day{24};

struct Machine {
    PackBench bench;
    base::StatePaths paths{bench.folder() / "state"};
    WallTime now = k_fixture_now;

    explicit Machine(int count = 1) {
        for (int sequence = 1; sequence <= count; ++sequence)
            install(sequence);
    }
    void install(int64_t sequence) {
        const auto lock = StateLock::take(paths);
        auto store = Store::open(paths, *lock);
        REQUIRE(store);
        REQUIRE(store->install(bench.build(sequence), bench.trust(), now, {}));
    }
    [[nodiscard]] std::filesystem::path file(int64_t sequence) const {
        return paths.packs() / "test-press" / "fixture" / (std::to_string(sequence) + ".pufa");
    }
    /// Turns a bit of the `index`-th member over: 0 is the film, 1 the poster.
    void rot(int64_t sequence, size_t index) const {
        const auto opened = open_pack(file(sequence), bench.trust(), k_fixture_now);
        REQUIRE(opened);
        support::flip_bit(file(sequence), opened->offsets[index] + 1);
    }
    /// A day later.
    ScrubReport scrub(const std::function<bool()>& enough = [] { return false; }) {
        now += k_day;
        auto report = pack::scrub(paths, bench.trust(), now, enough, {});
        if (!report) FAIL(report.error().detail);
        return *report;
    }
    [[nodiscard]] InstalledPack active() const {
        const auto list = list_installed(paths);
        REQUIRE(list);
        for (const auto& pack : *list)
            if (pack.active) return pack;
        FAIL("nothing is active");
        return {};
    }
    [[nodiscard]] int64_t revision() const {
        auto database = open_store_for_reading(paths);
        auto rows = (*database)->prepare(sql::k_revision);
        REQUIRE((rows && *rows->step()));
        return rows->integer(0);
    }
};

} // namespace

TEST_CASE("a sound pack is read to its end, marked as read, and nothing else changes") {
    Machine machine;
    const auto before = machine.revision();
    const auto report = machine.scrub();
    CHECK(report.complete);
    CHECK(report.versions == 1);
    CHECK(report.members == 2);
    CHECK(report.damages.empty());
    CHECK(machine.revision() == before);
    CHECK(machine.active().checked == machine.now);
    CHECK(*last_scrub(machine.paths) == machine.now);
}

TEST_CASE("a rotten film without another version is marked, and the same pack heals it") {
    Machine machine;
    machine.rot(1, 0);
    const auto before = machine.revision();
    const auto report = machine.scrub();
    REQUIRE(report.damages.size() == 1);
    CHECK(report.damages[0].member == "videos/wills.mp4");
    REQUIRE(report.damages[0].items.size() == 1);
    CHECK(report.damages[0].items[0].value.starts_with("test-press/fixture/"));
    CHECK(report.fell_back.empty());
    CHECK(machine.active().damaged_members == 1);
    CHECK(machine.revision() > before);
    machine.install(1);
    CHECK_FALSE(machine.active().damaged());
    CHECK(machine.scrub().damages.empty());
}

TEST_CASE("a rotten poster takes no item with it") {
    Machine machine;
    machine.rot(1, 1);
    const auto report = machine.scrub();
    REQUIRE(report.damages.size() == 1);
    CHECK(report.damages[0].member == "videos/wills.png");
    CHECK(report.damages[0].items.empty());
}

TEST_CASE("a sound previous version takes the place of a rotten one as a whole") {
    Machine machine{2};
    machine.rot(2, 0);
    const auto report = machine.scrub();
    REQUIRE(report.fell_back.size() == 1);
    CHECK(report.fell_back[0].from_sequence == 2);
    CHECK(report.fell_back[0].sequence == 1);
    const auto active = machine.active();
    CHECK(active.sequence == 1);
    CHECK(active.highest_sequence == 2);
    machine.install(2);
    CHECK(machine.active().sequence == 2);
    CHECK_FALSE(machine.active().damaged());
}

TEST_CASE("a previous version that is rotten too is not gone back to") {
    Machine machine{2};
    machine.rot(2, 0);
    machine.rot(1, 1);
    const auto report = machine.scrub();
    CHECK(report.fell_back.empty());
    CHECK(report.damages.size() == 2);
    CHECK(machine.active().sequence == 2);
}

TEST_CASE("a file that is gone or cut off is damage, and the previous version comes back") {
    Machine machine{2};
    SUBCASE("gone") {
        std::filesystem::remove(machine.file(2));
    }
    SUBCASE("cut off") {
        support::truncate_to(machine.file(2), std::filesystem::file_size(machine.file(2)) - 40);
    }
    SUBCASE("its manifest rotted") {
        support::flip_bit(machine.file(2), 100);
    }
    const auto report = machine.scrub();
    REQUIRE(report.fell_back.size() == 1);
    CHECK(machine.active().sequence == 1);
}

TEST_CASE("a pass that was stopped goes on with what it has not read") {
    Machine machine{2};
    int asked = 0;
    const auto first = machine.scrub([&] { return ++asked > 3; });
    CHECK_FALSE(first.complete);
    CHECK(first.members == 3);
    CHECK_FALSE(*last_scrub(machine.paths));
    const auto second = machine.scrub();
    CHECK(second.complete);
    CHECK(second.members == 1);
    CHECK(machine.scrub().members == 4);
}

TEST_CASE("a scrub that is cancelled records what it has read and is no error") {
    Machine machine;
    base::ask_to_cancel();
    const auto report = machine.scrub();
    base::forget_cancelling();
    CHECK_FALSE(report.complete);
    CHECK(report.members == 0);
    CHECK(machine.scrub().complete);
}

TEST_CASE("rows that are not what the pack says are written anew") {
    Machine machine;
    {
        auto database = db::Database::open(machine.paths.store_db(), db::Open::read_write);
        SUBCASE("an item's words") {
            REQUIRE(database->execute("UPDATE item SET body = replace(body, '1', '7')"));
        }
        SUBCASE("where a member begins") {
            REQUIRE(database->execute("UPDATE member SET offset = offset + 1"));
        }
        SUBCASE("an item that is gone") {
            REQUIRE(database->execute("DELETE FROM item WHERE place = 0"));
        }
    }
    const auto report = machine.scrub();
    CHECK(report.rows_mended.size() == 1);
    CHECK(report.damages.empty());
    CHECK(machine.active().signer == "test-press");
    CHECK(machine.scrub().rows_mended.empty());
}

TEST_CASE("while another writes the scrub is LOCKED at its beginning and loses nothing") {
    const Machine machine;
    const auto lock = StateLock::take(machine.paths);
    const auto report =
        scrub(machine.paths, machine.bench.trust(), machine.now + k_day, [] { return false; }, {});
    REQUIRE_FALSE(report);
    CHECK(report.error().code == Code::LOCKED);
}

TEST_CASE("a writer that comes in the middle of a pass is waited for with the recording only") {
    Machine machine;
    std::optional<Result<StateLock>> other;
    const auto enough = [&] {
        if (!other) other.emplace(StateLock::take(machine.paths));
        return false;
    };
    const auto report = machine.scrub(enough);
    REQUIRE((other && *other));
    CHECK(report.members == 2);
    CHECK_FALSE(report.complete);
    other.reset();
    CHECK(machine.scrub().complete);
}

TEST_CASE("a store.db that is damaged is repaired on the way") {
    Machine machine;
    REQUIRE(base::write_file_atomic(machine.paths.store_db(), std::string(4096, 'x')));
    const auto report = machine.scrub();
    REQUIRE(report.rebuilt);
    CHECK(report.complete);
    CHECK(machine.active().sequence == 1);
}
