#pragma once
// All that ./dev bench ui measures.

#include "tests/bench/report.h"

namespace pufa::bench {

/// The order is that of the table.
[[nodiscard]] Result<std::vector<Row>> measure_all();

} // namespace pufa::bench
