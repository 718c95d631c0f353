#pragma once
// A spreadsheet with a header: cells are asked for by column, whatever the header calls it.

#include "content/author/csv.h"
#include "content/author/finding.h"
#include "content/model/text.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

enum class Presence { optional, required };
enum class Translation { none, allowed };

struct Column {
    std::string key;
    std::vector<std::string_view> names; ///< as authors write it; the first one is shown
    Presence presence = Presence::optional;
    Translation translation = Translation::none; ///< "题目@zh-Hant", "题目@en"
};

class Sheet {
  public:
    /// Adds what is wrong with the header, and rows longer than it, to `findings`. The header is
    /// the first of ten rows that has every required column: authors write a title above it.
    Sheet(std::vector<CsvRow> rows, std::string file, std::vector<Column> columns,
          Findings& findings);
    /// The same of a CSV file's words, parted by what yields such a header.
    Sheet(std::string_view text, std::string file, std::vector<Column> columns, Findings& findings);

    /// False if a required column is missing: the rows say nothing then.
    [[nodiscard]] bool usable() const { return m_usable; }
    /// Without header and blank rows.
    [[nodiscard]] const std::vector<CsvRow>& rows() const { return m_rows; }
    /// Trimmed; "" where the row or the sheet has none.
    [[nodiscard]] std::string cell(const CsvRow& row, std::string_view key) const;
    [[nodiscard]] model::LocalizedText localized(const CsvRow& row, std::string_view key) const;
    /// As cell, but CELL_EMPTY if it is.
    std::string required(const CsvRow& row, std::string_view key, Findings& findings) const;
    [[nodiscard]] Place place(const CsvRow& row, std::string_view key) const;
    /// From 1; 0 if the sheet has no such column.
    [[nodiscard]] int column(std::string_view key) const;
    /// What the column is called in the author's header.
    [[nodiscard]] std::string title(std::string_view key) const;

  private:
    void read_header(const CsvRow& header, Findings& findings);

    std::string m_file;
    std::vector<Column> m_columns;
    std::map<std::string, size_t, std::less<>> m_index; ///< by key or "key@en", from 0
    std::vector<CsvRow> m_rows;
    bool m_usable = true;
};

} // namespace pufa::author
