#pragma once
// What the next commands must find after a fault, whatever it was.

#include "tests/faults/store_bench.h"

#include <doctest/doctest.h>

namespace pufa::faults {

/// The old whole or the new whole; then the same command again, which needs nobody to tidy up and
/// finds no lock in its way, and which leaves nothing over.
inline void check_aftermath(const StoreBench& bench, const Operation& operation,
                            const std::string& before, const std::string& after) {
    const auto found = bench.look();
    const bool whole = found == before || found == after;
    CHECK(whole);
    if (!whole) MESSAGE("found:\n", found);
    if (found == after && !operation.repeatable) return;
    const auto again = bench.admin(operation.words);
    INFO(again.output);
    CHECK(again.exit_code == 0);
    CHECK(bench.look() == after);
    CHECK(bench.left_over() == std::vector<std::string>{});
}

} // namespace pufa::faults
