#pragma once
// What ./dev bench map measures, one function per part, each in a file of its own.

#include "tests/bench/report.h"

namespace pufa::bench {

/// The index of places: making it, its memory, its answers beside a look at each place.
[[nodiscard]] std::vector<Row> measure_places();

/// The map on screen: its first frame after the tap, frames of views from afar to near, memory.
/// NO_FONT if this machine has none.
[[nodiscard]] Result<std::vector<Row>> measure_map_frames();

} // namespace pufa::bench
