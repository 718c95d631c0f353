#include "tests/bench/report.h"

#include "content/base/file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <system_error>

namespace pufa::bench {

std::string table(const std::vector<Row>& rows) {
    size_t name = 0;
    size_t metric = 0;
    for (const auto& row : rows) {
        name = std::max(name, row.name.size());
        metric = std::max(metric, row.metric.size());
    }
    std::string lines;
    for (const auto& row : rows)
        lines += fmt::format("{:{}}  {:5}  {:{}}  {:>10.1f} {}\n", row.name, name, row.who,
                             row.metric, metric, row.value, row.unit);
    return lines;
}

Result<void> write_json(const std::vector<Row>& rows, const std::filesystem::path& file) {
    auto list = nlohmann::json::array();
    for (const auto& row : rows)
        list.push_back({{"case", row.name},
                        {"who", row.who},
                        {"metric", row.metric},
                        {"value", std::round(row.value * 100) / 100},
                        {"unit", row.unit}});
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed);
    if (failed) return Error{Code::DISK_ERROR, file.string(), failed.message()};
    return base::write_file_atomic(file, list.dump(1) + "\n");
}

double quantile(std::vector<double> values, double share) {
    PUFA_ASSERT(!values.empty());
    const auto last = static_cast<double>(values.size() - 1);
    const auto place = values.begin() + static_cast<ptrdiff_t>(std::lround(share * last));
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

} // namespace pufa::bench
