#pragma once
// What a bench found: a table for people, a list of {"case", "who", "metric", "value", "unit"} for
// programs.

#include "content/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pufa::bench {

struct Row {
    std::string name; ///< the case
    std::string who;  ///< ours, a peer's name, or floor
    std::string metric;
    double value;
    std::string unit;
};

[[nodiscard]] std::string table(const std::vector<Row>& rows);
[[nodiscard]] Result<void> write_json(const std::vector<Row>& rows,
                                      const std::filesystem::path& file);

/// The value below which `share` of them lie; `values` is not empty.
[[nodiscard]] double quantile(std::vector<double> values, double share);

} // namespace pufa::bench
