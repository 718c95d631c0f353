#pragma once
// Rows that still stand in the pages of a database file that SQLite gives up on
// (https://www.sqlite.org/fileformat2.html, sections 1.6 and 2.1). Nothing is followed but a page's
// own list of cells and the chain of a long row, so that a damaged page costs what stood on it and
// no more. What is found was written once; it may have been changed or deleted since, or have
// rotted: whoever takes it over must judge it.

#include "content/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace pufa::db {

using Value = std::variant<std::monostate, int64_t, std::string>; ///< NULL, INTEGER, TEXT

struct FoundRow {
    std::optional<int64_t> rowid; ///< none in a table WITHOUT ROWID and in an index
    /// In the order on the disk: of a table WITHOUT ROWID the primary key comes first. A column
    /// that is the rowid is NULL, and those that were added since the row was written are missing.
    std::vector<Value> values;
};

/// For a file with the page size that SQLite gives a new one. Pages that cannot be read are passed
/// over, as are rows with other values than those of Value. errno errors of opening the file.
[[nodiscard]] Result<void> scavenge(const std::filesystem::path& file,
                                    const std::function<void(const FoundRow&)>& found);

} // namespace pufa::db
