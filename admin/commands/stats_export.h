#pragma once
// pufa-admin stats export: the roll-up of all days as a spreadsheet, or as JSON lines for a city.
// Reads the days, needs no lock, and runs beside the kiosk.

#include "admin/context.h"
#include "admin/stats_source.h"
#include "content/tally/export.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pufa::admin {

enum class StatsFormat { csv, jsonl };
/// Whether the export is remembered as one that was taken away.
enum class Mark { leave, set };

struct StatsExportOrder {
    StatsFormat format = StatsFormat::csv;
    tally::Span span{};
    std::filesystem::path file{}; ///< empty: the table itself is the text of the report
    Existing existing = Existing::refuse;
    Mark mark = Mark::leave;
    std::string kiosk_name{}; ///< `place` of kiosk.toml
};

struct StatsExportReport {
    StatsFormat format = StatsFormat::csv;
    std::filesystem::path file;
    std::string table; ///< if there is no file
    tally::Exported exported;
    std::optional<base::Date> marked;
    std::optional<Error> no_titles; ///< why the catalogue gave none; the counts are whole
    std::filesystem::path tally_folder;
    model::Language language = model::Language::zh_hans; ///< of the sentences in json()

    [[nodiscard]] std::string text(model::Language words) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
    /// A day that cannot be read, and titles that cannot be.
    [[nodiscard]] std::vector<Error> faults() const;
};

/// Writes the file whole or not at all; the mark is set only once the file is on its disk.
/// ALREADY_EXISTS where something is there and is not to be replaced; a folder never is.
[[nodiscard]] Result<StatsExportReport> export_stats(const base::StatePaths& paths,
                                                     model::Language language, WallTime now,
                                                     const StatsExportOrder& order);

/// The same of a summary that is as it shall be reported: several tables of one moment.
[[nodiscard]] Result<StatsExportReport> export_stats(tally::Summary& summary,
                                                     const base::StatePaths& paths,
                                                     model::Language language, WallTime now,
                                                     const StatsExportOrder& order);

/// All that is in the summary was taken away, and is on another disk.
[[nodiscard]] Result<void> mark_exported(const tally::Summary& summary,
                                         const base::StatePaths& paths, WallTime now);

void register_stats_export(CLI::App& stats, Context& context);

} // namespace pufa::admin
