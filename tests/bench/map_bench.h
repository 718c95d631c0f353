#pragma once
// What ./dev bench map measures, one function per part, each in a file of its own.

#include "tests/bench/report.h"

namespace pufa::bench {

/// The index of places: making it, its memory, its answers beside a look at each place.
[[nodiscard]] std::vector<Row> measure_places();

} // namespace pufa::bench
