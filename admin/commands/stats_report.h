#pragma once
// pufa-admin stats report: a workbook with charts that answers what a bureau is asked.

#include "admin/context.h"
#include "admin/stats_source.h"
#include "content/tally/summary.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pufa::admin {

/// Whether every row of the roll-up stands in it as well.
enum class Detail { leave, add };

struct StatsReportOrder {
    std::filesystem::path file;
    std::filesystem::path city{}; ///< empty: this kiosk
    tally::Span span{};
    Existing existing = Existing::refuse;
    Detail detail = Detail::leave;
    std::string kiosk_name{};
};

struct StatsReportReport {
    std::filesystem::path file;
    std::vector<std::string> sheets;
    size_t days = 0;
    std::vector<std::string> damaged;
    std::optional<Error> no_titles;
    model::Language language = model::Language::zh_hans; ///< of the sentences in json()

    [[nodiscard]] std::string text(model::Language words) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
    [[nodiscard]] std::vector<Error> faults() const;
};

/// Writes `file` whole or not at all.
[[nodiscard]] Result<StatsReportReport> report_stats(const base::StatePaths& paths,
                                                     model::Language language, WallTime now,
                                                     const StatsReportOrder& order);

/// The same of this kiosk, by a summary that is as it shall be reported.
[[nodiscard]] Result<StatsReportReport> report_stats(tally::Summary& summary,
                                                     const base::StatePaths& paths,
                                                     model::Language language, WallTime now,
                                                     const StatsReportOrder& order);

void register_stats_report(CLI::App& stats, Context& context);

} // namespace pufa::admin
