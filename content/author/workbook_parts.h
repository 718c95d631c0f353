#pragma once
// The parts of a workbook: which file of the ZIP is which sheet, and what the XML of its strings
// and of one sheet says. Private to this folder.

#include "content/author/xlsx.h"
#include "content/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

/// What keeps a workbook from being read: a fault and its detail.
struct WorkbookFault {
    Fault fault;
    std::string detail;
};

/// The files of a ZIP archive in memory. Not copied; `bytes` must outlive it.
class ZipParts {
  public:
    ZipParts() = default;
    ZipParts(const ZipParts&) = delete;
    ZipParts& operator=(const ZipParts&) = delete;
    ~ZipParts();

    /// nullopt if it is open, else why not.
    [[nodiscard]] std::optional<WorkbookFault> open(std::string_view bytes);
    [[nodiscard]] bool has(const std::string& name) const;
    /// XLSX_ENCRYPTED, XLSX_TOO_LARGE, XLSX_BROKEN.
    [[nodiscard]] std::optional<WorkbookFault> read(const std::string& name, uint64_t most_bytes,
                                                    std::string& bytes) const;

  private:
    struct Open;
    Open* m_open = nullptr; ///< owned; libzip's archive
};

struct SheetPart {
    std::string name; ///< as people call it
    bool visible = true;
    std::string relation; ///< id of the relation that leads to its part
};

/// The sheets that xl/workbook.xml lists.
[[nodiscard]] std::optional<WorkbookFault> parse_sheets(std::string_view xml, int depth,
                                                        std::vector<SheetPart>& sheets);
/// Where the relation `id`, or the first of a type that ends with `type`, leads; "" if nowhere.
/// `folder` is that of the part it belongs to, "xl/" or "".
[[nodiscard]] std::string relation_target(std::string_view xml, int depth, std::string_view folder,
                                          std::string_view id, std::string_view type);
/// The shared strings, in their order.
[[nodiscard]] std::optional<WorkbookFault> parse_strings(std::string_view xml,
                                                         const WorkbookBounds& bounds,
                                                         std::vector<std::string>& strings);

struct SheetCells {
    std::vector<CsvRow> rows;
    struct CellError {
        int row;
        int column; ///< from 1
        std::string what;
    };
    std::vector<CellError> errors;
};
[[nodiscard]] std::optional<WorkbookFault> parse_cells(std::string_view xml,
                                                       const std::vector<std::string>& strings,
                                                       const WorkbookBounds& bounds,
                                                       SheetCells& cells);

/// "_x000D_" and its like are characters that XML cannot hold.
[[nodiscard]] std::string cell_words(std::string_view text);
/// "12" of "12.0" and "1.2E1", as a spreadsheet shows it; what is no number stays as it is.
[[nodiscard]] std::string cell_number(const std::string& text);

} // namespace pufa::author
