#pragma once
// The statistics as a spreadsheet: roll-ups only, never events or sessions.

#include "content/base/result.h"
#include "content/model/text.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace pufa::tally {

/// The title of an item for the "title" column; "" if the pack is gone.
using TitleOf = std::function<std::string(const std::string& item)>;

/// RFC 4180 with CRLF, UTF-8 with BOM, localized header, the counter's definition in a column, and
/// no cell that a spreadsheet program would take for a formula. Damaged day files are named, their
/// rows are missing, the rest is exported.
struct CsvExport {
    std::string text;
    int rows = 0;
    std::vector<std::string> damaged;   ///< cannot be read now
    std::vector<std::string> set_aside; ///< were found damaged by the recorder, on some earlier day
};
[[nodiscard]] Result<CsvExport> export_csv(const std::filesystem::path& tally_folder,
                                           model::Language language, const TitleOf& title_of);

} // namespace pufa::tally
