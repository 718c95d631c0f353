#pragma once
// pufa-admin stats export: the roll-up of all days as a spreadsheet. Reads only, needs no lock, and
// runs beside the kiosk.

#include "admin/context.h"
#include "content/tally/export.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pufa::admin {

enum class Existing { refuse, replace };

struct StatsExportReport {
    std::filesystem::path file; ///< empty: the table itself is the text of the report
    tally::CsvExport table;
    std::optional<Error> no_titles; ///< why the catalogue gave none; the counts are whole
    std::filesystem::path tally_folder;
    model::Language language = model::Language::zh_hans; ///< of the sentences in json()

    [[nodiscard]] std::string text(model::Language words) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
    /// A day that cannot be read, and titles that cannot be.
    [[nodiscard]] std::vector<Error> faults() const;
};

/// Writes `file` whole or not at all; with an empty `file` nothing is written. ALREADY_EXISTS where
/// something is there and is not to be replaced; a folder never is.
[[nodiscard]] Result<StatsExportReport> export_stats(const base::StatePaths& paths,
                                                     model::Language language,
                                                     const std::filesystem::path& file,
                                                     Existing existing);

void register_stats_export(CLI::App& stats, Context& context);

} // namespace pufa::admin
