// A store that loses its program: killed at every call that changes the disk, and in the middle of
// every write.

#include "tests/faults/aftermath.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::faults;

namespace {

constexpr uint32_t k_seed = 5;
constexpr size_t k_points_each = 32;

/// Where a command can be killed: before its n-th call, or half through it.
std::vector<Fault> kill_points(const std::vector<Call>& writes) {
    std::vector<Fault> points;
    for (size_t i = 0; i < writes.size(); ++i) {
        points.push_back({.plan = "kill " + std::to_string(i + 1)});
        if (writes[i].bytes.size() > 1) points.push_back({.plan = "half " + std::to_string(i + 1)});
    }
    return points;
}

} // namespace

TEST_CASE("a kill at any call leaves the old version whole or the new one, and the way on open") {
    const StoreBench bench;
    for (const auto& operation : everything_that_changes(bench)) {
        CAPTURE(operation.name);
        const auto start = bench.prepare(operation);
        const auto before = bench.look();
        const auto whole = bench.admin(operation.words);
        INFO(whole.output);
        REQUIRE(whole.exit_code == operation.exit_code);
        const auto after = bench.look();
        REQUIRE(after != before);

        const auto points = kill_points(whole.writes());
        size_t killed = 0;
        for (const auto point : sample(points.size(), k_points_each, k_seed)) {
            CAPTURE(points[point].plan);
            bench.restore(start);
            const auto ran = bench.admin(operation.words, points[point]);
            CHECK(ran.killed());
            CHECK(ran.fired == 1);
            check_aftermath(bench, operation, before, after);
            killed += ran.killed();
        }
        report(killed, points.size(), "kill points of " + operation.name, k_seed);
    }
}
