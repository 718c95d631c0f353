#pragma once
// Runs a program with the disk shim in it and tells what came of it.

#include "tests/faults/power_cut.h"
#include "tests/faults/shim_log.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pufa::faults {

/// What the shim does to the program; the defaults only watch.
struct Fault {
    std::string plan{};
    std::string stick_plan{};
};

struct Ran {
    int exit_code = -1; ///< 128 + the signal of one that was killed
    std::string output; ///< standard output and standard error
    std::vector<Call> calls;
    size_t fired = 0; ///< how often the fault happened

    [[nodiscard]] bool killed() const { return exit_code == 128 + 9; }
    [[nodiscard]] bool says(std::string_view words) const {
        return output.find(words) != std::string::npos;
    }
    /// The calls that change a disk; the shim counts them from 1 in this order.
    [[nodiscard]] std::vector<Call> writes() const;
};

/// Where the shim looks.
struct Places {
    std::filesystem::path disk;  ///< its calls are counted; paths in `calls` are relative to it
    std::filesystem::path stick; ///< may be empty
    std::filesystem::path log;
};

/// Runs `words` (the program first) to the end under `fault`.
[[nodiscard]] Ran run_under(const Places& places, const Fault& fault,
                            const std::vector<std::string>& words);
/// Runs it as it is.
[[nodiscard]] Ran run_plain(const std::vector<std::string>& words);
/// Reads a shim's log; `disk` is taken off the paths.
void read_log(const std::filesystem::path& log, const std::filesystem::path& disk, Ran& ran);

} // namespace pufa::faults
