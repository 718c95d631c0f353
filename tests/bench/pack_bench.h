#pragma once
// What packs cost: to install and to verify beside plain copying and hashing, to start with many of
// them, to check; and how much memory that takes. Needs some 7 GiB of disk for a pack of 2 GiB.

#include "tests/bench/report.h"

#include <cstdint>
#include <filesystem>

namespace pufa::bench {

/// `folder` is the bench's own and holds nothing; `programs` has pufa-admin in it.
struct PackBenchPlace {
    std::filesystem::path folder;
    std::filesystem::path programs;
    [[nodiscard]] std::string admin() const { return (programs / "pufa-admin").string(); }
};

/// Install and verify of one pack of `bytes` of film, in turn with their floors; medians.
[[nodiscard]] Result<void> measure_copying(const PackBenchPlace& place, uint64_t bytes,
                                           std::vector<Row>& rows);
/// The packs that ask for most memory: many items, many members.
[[nodiscard]] Result<void> measure_memory(const PackBenchPlace& place, std::vector<Row>& rows);
/// `pack check` of a folder with `count` questions, beside one with a single question.
[[nodiscard]] Result<void> measure_check(const PackBenchPlace& place, int count,
                                         std::vector<Row>& rows);
/// Kiosks with `packs` packs of `items` items each, with one of them and with none.
[[nodiscard]] Result<void> measure_many(const PackBenchPlace& place, int packs, int items,
                                        std::vector<Row>& rows);

} // namespace pufa::bench
