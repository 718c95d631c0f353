#pragma once
// Figures of the statistics: how fast events become durable, how long a year's report takes, what
// a city's merge and a workbook of every row cost.

#include "tests/bench/report.h"

#include <filesystem>
#include <vector>

namespace pufa::bench {

struct TallyPlace {
    std::filesystem::path folder; ///< on the disk that is measured; empty
    double scale = 1;             ///< of everything: 1 is the whole bench
};

/// Durable events per second, of the recorder and of a bare loop over SQLite (WAL, synchronous
/// FULL) that writes the same rows into the same tables.
[[nodiscard]] Result<void> measure_recording(const TallyPlace& place, std::vector<Row>& rows);
/// A year of 10 million events: figures and workbook from the summary.
[[nodiscard]] Result<void> measure_year(const TallyPlace& place, std::vector<Row>& rows);
/// 100 years of kiosks merged into a city, and once more.
[[nodiscard]] Result<void> measure_merge(const TallyPlace& place, std::vector<Row>& rows);
/// A workbook of a million rows.
[[nodiscard]] Result<void> measure_workbook(const TallyPlace& place, std::vector<Row>& rows);

} // namespace pufa::bench
