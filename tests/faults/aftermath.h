#pragma once
// What the next commands must find after a fault, whatever it was.

#include "tests/faults/store_bench.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace pufa::faults {

inline std::set<std::string> lines_of(const std::string& text) {
    std::istringstream stream{text};
    std::set<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        lines.insert(line);
    return lines;
}

/// The old whole, the new whole, or, of an operation with steps, nothing that neither had.
inline bool is_whole(const Operation& operation, const std::string& found,
                     const std::string& before, const std::string& after) {
    if (found == before || found == after) return true;
    if (!operation.stepwise) return false;
    auto known = lines_of(before);
    known.merge(lines_of(after));
    const auto held = lines_of(found);
    return std::includes(known.begin(), known.end(), held.begin(), held.end());
}

inline std::vector<Operation> everything_that_changes(const StoreBench& bench) {
    auto all = bench.operations();
    all.push_back(bench.scrub());
    return all;
}

/// The old or the new; then the same command again, which needs nobody to tidy up and finds no lock
/// in its way, and which leaves nothing over.
inline void check_aftermath(const StoreBench& bench, const Operation& operation,
                            const std::string& before, const std::string& after) {
    const auto found = bench.look();
    const bool whole = is_whole(operation, found, before, after);
    CHECK(whole);
    if (!whole) MESSAGE("found:\n", found);
    // What may not be done twice is followed by what changes nothing.
    const bool done = found == after && !operation.repeatable;
    const auto again = bench.admin(
        done ? std::vector<std::string>{"install", bench.stick("second.pufa")} : operation.words);
    INFO(again.output);
    const bool ended_well = again.exit_code == 0 || again.exit_code == operation.exit_code;
    CHECK(ended_well);
    CHECK(bench.look() == after);
    CHECK(bench.left_over() == std::vector<std::string>{});
}

} // namespace pufa::faults
