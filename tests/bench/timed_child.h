#pragma once
// A program run to its end: how long it took and the most memory it held.

#include "content/base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace pufa::bench {

struct Ran {
    double seconds = 0;  ///< by the clock
    double peak_mib = 0; ///< resident at most
};
/// The most memory that a process has held so far, in MiB; nothing once it has ended. Its own
/// ru_maxrss begins with that of the process that started it, so it is not asked.
[[nodiscard]] std::optional<double> peak_mib_of(const std::string& process);
/// Standard output and error go to /dev/null. UNPLAYABLE if it does not end with 0.
[[nodiscard]] Result<Ran> run_timed(const std::vector<std::string>& command);

} // namespace pufa::bench
