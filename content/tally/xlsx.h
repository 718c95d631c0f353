#pragma once
// Tables as a workbook for spreadsheet programs, by libxlsxwriter. Words are written as words: no
// cell can become a formula, whatever stands in a pack.

#include "content/base/result.h"
#include "content/tally/report.h"

#include <filesystem>
#include <functional>
#include <span>
#include <vector>

namespace pufa::tally {

/// More sheets of one table whose rows are too many to be held: asked for one row after the other.
struct LongTable {
    std::string name; ///< followed by a number from the second sheet on
    std::vector<std::string> header;
    /// Hands each row to its argument until that returns an error.
    std::function<Result<void>(const std::function<Result<void>(const std::vector<Cell>&)>&)> rows;
};

/// Writes `file` whole or not at all. Errors of the disk; a table past 1,048,575 rows is cut there,
/// which its note should have said.
[[nodiscard]] Result<void> write_workbook(const std::filesystem::path& file,
                                          std::span<const Table> tables,
                                          const LongTable* long_table = nullptr);

} // namespace pufa::tally
