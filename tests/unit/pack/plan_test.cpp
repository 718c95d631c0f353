#include "content/pack/plan.h"

#include "content/pack/store.h"
#include "tests/support/faults.h"
#include "tests/support/fixture_pack.h"
#include "tests/support/mounts.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::pack;
using support::k_fixture_now;
using support::PackBench;

namespace {

struct Machine {
    PackBench bench;
    base::StatePaths paths;

    Machine()
        : paths{bench.folder() / "state"} {}
    explicit Machine(const std::filesystem::path& state)
        : paths{state} {}
    void install(const std::filesystem::path& file) const {
        const auto lock = StateLock::take(paths);
        auto store = Store::open(paths, *lock);
        REQUIRE(store);
        REQUIRE(store->install(file, bench.trust(), k_fixture_now, {}));
    }
    [[nodiscard]] Plan plan(const std::vector<std::filesystem::path>& files) const {
        auto made = make_plan(files, paths, bench.trust(), k_fixture_now);
        if (!made) FAIL(made.error().detail);
        return *std::move(made);
    }
};

} // namespace

TEST_CASE("a plan for an empty machine installs, and makes no folder") {
    const Machine machine;
    const auto file = machine.bench.build(1);
    const auto plan = machine.plan({file});
    REQUIRE(plan.files.size() == 1);
    const auto& planned = plan.files[0];
    CHECK(planned.action == PlannedAction::install);
    CHECK(planned.added.size() == 5);
    CHECK_FALSE(planned.added[0].title.in(model::Language::zh_hans).empty());
    CHECK(planned.removed.empty());
    CHECK(planned.bytes_to_copy == std::filesystem::file_size(file));
    CHECK(plan.free_before - plan.free_after == planned.bytes_to_copy);
    CHECK_FALSE(std::filesystem::exists(machine.paths.root));
}

TEST_CASE("an update says what comes, what changes and what goes") {
    const Machine machine;
    machine.install(machine.bench.build(1));
    auto manifest = support::fixture_manifest(2);
    std::get<model::Video>(manifest.items[0]).agency = "另一家单位";
    manifest.items.pop_back();
    const auto plan = machine.plan({machine.bench.build(manifest)});
    const auto& planned = plan.files[0];
    CHECK(planned.action == PlannedAction::update);
    CHECK(planned.from_sequence == 1);
    CHECK(planned.added.empty());
    CHECK(planned.changed.size() == 1);
    CHECK(planned.removed.size() == 1);
    CHECK_FALSE(plan.has_refusals());
}

TEST_CASE("what is installed is already active, what was before is reactivated or refused") {
    const Machine machine;
    machine.install(machine.bench.build(1));
    machine.install(machine.bench.build(2));
    auto plan = machine.plan({machine.bench.build(2)});
    CHECK(plan.files[0].action == PlannedAction::already_active);
    CHECK(plan.files[0].bytes_to_copy == 0);
    plan = machine.plan({machine.bench.build(1)});
    REQUIRE(plan.has_refusals());
    CHECK(plan.files[0].refusal->code == Code::ROLLBACK);
    {
        const auto lock = StateLock::take(machine.paths);
        auto store = Store::open(machine.paths, *lock);
        REQUIRE(store->roll_back({"test-press/fixture"}, machine.bench.trust(), k_fixture_now, {}));
    }
    plan = machine.plan({machine.bench.build(2)});
    CHECK(plan.files[0].action == PlannedAction::reactivate);
    CHECK(plan.files[0].from_sequence == 1);
}

TEST_CASE("several files are planned as they will work one after the other") {
    const Machine machine;
    const auto broken = machine.bench.folder() / "broken.pufa";
    REQUIRE(base::write_file_atomic(broken, "no pack"));
    const auto plan = machine.plan({machine.bench.build(2), broken, machine.bench.build(1)});
    REQUIRE(plan.files.size() == 3);
    CHECK(plan.files[0].file == broken);
    CHECK(plan.files[0].action == PlannedAction::refused);
    CHECK(plan.files[1].manifest->sequence == 1);
    CHECK(plan.files[1].action == PlannedAction::install);
    CHECK(plan.files[2].manifest->sequence == 2);
    CHECK(plan.files[2].action == PlannedAction::update);
    CHECK(plan.files[2].from_sequence == 1);
}

TEST_CASE("a pack that another needs goes first, and one that is nowhere is named") {
    const Machine machine;
    auto needy = support::fixture_manifest(1);
    needy.needs = {{{"test-press/nowhere"}, 4}};
    const auto plan = machine.plan({machine.bench.build(needy)});
    REQUIRE(plan.files[0].unmet.size() == 1);
    CHECK(plan.files[0].unmet[0].pack.id.value == "test-press/nowhere");
    CHECK_FALSE(plan.has_refusals());
}

TEST_CASE("a plan over a small disk says what is missing and what could go") {
    const support::SmallDisk disk{k_reserve_bytes + (4u << 20)};
    Machine machine{disk.path() / "state"};
    machine.install(machine.bench.build(1));
    machine.install(machine.bench.build(2));
    machine.bench.source("videos/long.mp4", std::string(5u << 20, 'l'));
    const auto plan = machine.plan({machine.bench.build(3)});
    REQUIRE(plan.has_refusals());
    CHECK(plan.files[0].refusal->code == Code::NO_SPACE);
    CHECK(plan.missing > (1u << 20));
    REQUIRE(plan.prunable.size() == 1);
    CHECK(plan.prunable[0].sequence == 1);
}
