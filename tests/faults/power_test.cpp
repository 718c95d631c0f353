// A store that loses its power: the calls of a command are recorded and replayed as every disk that
// may be found when the power goes between two of them.

#include "tests/faults/aftermath.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::faults;

namespace {

constexpr uint32_t k_seed = 11;
constexpr size_t k_disks_each = 96;
constexpr size_t k_random_disks = 12; ///< at each cut, besides the extremes

/// One disk that may be found: after how many calls, and which of the uncertain changes arrived.
struct Cut {
    size_t calls = 0;
    size_t kind = 0;
};
constexpr size_t k_extremes = 4;

/// Nothing uncertain arrived; all of it; names without bytes; bytes without names; or a part, which
/// differs from cut to cut.
Arrives arrival(const Cut& cut) {
    switch (cut.kind) {
    case 0:
        return [](Change) { return false; };
    case 1:
        return [](Change) { return true; };
    case 2:
        return [](Change change) { return change != Change::sector; };
    case 3:
        return [](Change change) { return change != Change::name; };
    default:
        break;
    }
    const auto seed = static_cast<uint32_t>(k_seed + cut.calls * 1000 + cut.kind);
    auto random = std::make_shared<std::mt19937>(seed);
    // Some disks keep nearly everything, some nearly nothing.
    const uint32_t kept_of_8 = 1 + (*random)() % 7;
    return [random, kept_of_8](Change) { return (*random)() % 8 < kept_of_8; };
}

/// A command that was recorded.
struct Recording {
    Tree start;
    std::map<std::string, uint64_t> inodes;
    std::vector<Call> calls;
    std::string before;
    std::string after;
};

Recording record(const StoreBench& bench, const Operation& operation, const Fault& fault = {}) {
    Recording recording;
    recording.start = bench.prepare(operation);
    recording.inodes = bench.inodes();
    recording.before = bench.look();
    const auto ran = bench.admin(operation.words, fault);
    INFO(ran.output);
    REQUIRE(ran.exit_code == operation.exit_code);
    recording.calls = ran.writes();
    recording.after = bench.look();
    REQUIRE(recording.after != recording.before);
    return recording;
}

Tree disk_after(const Recording& recording, const Cut& cut) {
    PowerCut disk{recording.start, recording.inodes};
    for (size_t i = 0; i < cut.calls; ++i)
        disk.apply(recording.calls[i]);
    return disk.cut(arrival(cut));
}

std::vector<Cut> cuts_of(const Recording& recording) {
    std::vector<Cut> cuts;
    for (size_t calls = 0; calls <= recording.calls.size(); ++calls) {
        for (size_t kind = 0; kind < k_extremes + k_random_disks; ++kind)
            cuts.push_back({calls, kind});
    }
    return cuts;
}

} // namespace

TEST_CASE("the replay of all calls is the disk that the command left") {
    const StoreBench bench;
    for (const auto& operation : everything_that_changes(bench)) {
        CAPTURE(operation.name);
        const auto recording = record(bench, operation);
        const auto replayed = disk_after(recording, {recording.calls.size(), 1});
        CHECK((replayed == read_tree(bench.places().disk)));
    }
}

TEST_CASE("a power cut at any call leaves the old version whole or the new one") {
    const StoreBench bench;
    for (const auto& operation : everything_that_changes(bench)) {
        CAPTURE(operation.name);
        const auto recording = record(bench, operation);
        const auto cuts = cuts_of(recording);
        size_t ran = 0;
        for (const auto chosen : sample(cuts.size(), k_disks_each, k_seed)) {
            const auto& cut = cuts[chosen];
            CAPTURE(cut.calls);
            CAPTURE(cut.kind);
            bench.restore(disk_after(recording, cut));
            check_aftermath(bench, operation, recording.before, recording.after);
            ++ran;
        }
        report(ran, cuts.size(), "disks after a power cut in " + operation.name, k_seed);
    }
}

TEST_CASE("what a command said was done is done, whenever the power goes afterwards") {
    const StoreBench bench;
    size_t ran = 0;
    for (const auto& operation : everything_that_changes(bench)) {
        CAPTURE(operation.name);
        const auto recording = record(bench, operation);
        for (size_t kind = 0; kind < k_extremes + k_random_disks; ++kind, ++ran) {
            CAPTURE(kind);
            bench.restore(disk_after(recording, {recording.calls.size(), kind}));
            CHECK(bench.look() == recording.after);
        }
    }
    report(ran, ran, "disks after a command had ended", k_seed);
}

TEST_CASE("a program that syncs nothing is found out") {
    const StoreBench bench;
    const auto operation = bench.update();
    const auto recording = record(bench, operation, {.plan = "drop_syncs"});
    size_t wrong = 0;
    const auto cuts = cuts_of(recording);
    for (const auto chosen : sample(cuts.size(), k_disks_each, k_seed)) {
        bench.restore(disk_after(recording, cuts[chosen]));
        const auto found = bench.look();
        wrong += found != recording.before && found != recording.after;
    }
    MESSAGE(wrong, " disks are neither the old version nor the new one");
    CHECK(wrong > 0);
    // And nothing of it is there if nothing arrived, although the command said that it was done.
    bench.restore(disk_after(recording, {recording.calls.size(), 0}));
    CHECK(bench.look() == recording.before);
    report(cuts.size(), cuts.size(), "disks of a program that syncs nothing", k_seed);
}
