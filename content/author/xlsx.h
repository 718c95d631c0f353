#pragma once
// Workbooks (.xlsx: ECMA-376, a ZIP file of XML) as rows of words: the first visible sheet, or the
// one called 题目. Strings (rich ones without their dress and without phonetic guides), numbers,
// booleans and the results of formulas are read; a cell merged downwards says the same in each of
// its rows. What a file may ask of this machine is bounded, and a document type declaration is
// refused, since XML could ask for anything by it. Private to this folder.

#include "content/author/csv.h"
#include "content/author/finding.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

struct WorkbookBounds {
    uint64_t file_bytes = uint64_t{16} << 20;
    uint64_t part_bytes = uint64_t{64} << 20; ///< of one part of the ZIP file, unpacked
    size_t rows = 50'000;
    size_t columns = 256;
    size_t text_bytes = size_t{64} << 20; ///< of all cells, the empty ones between them included
    int depth = 32;                       ///< of elements
};

/// Rows that hold something, with their numbers; blank cells are "". Nothing if it could not be
/// read: UNREADABLE, XLSX_NOT_WORKBOOK, XLSX_ENCRYPTED, XLSX_OLD_FORMAT, XLSX_BROKEN,
/// XLSX_TOO_LARGE, XLSX_NO_SHEET. XLSX_CELL_ERROR for #REF! and the like.
[[nodiscard]] std::optional<std::vector<CsvRow>>
read_workbook(const std::filesystem::path& path, const std::string& name, Findings& findings);

/// The same of a file's bytes.
[[nodiscard]] std::optional<std::vector<CsvRow>> read_workbook_bytes(std::string_view bytes,
                                                                     const std::string& name,
                                                                     Findings& findings,
                                                                     const WorkbookBounds& bounds);

} // namespace pufa::author
