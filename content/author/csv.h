#pragma once
// Spreadsheets as text, by RFC 4180: quoted cells, doubled quotes, line breaks inside quotes, CRLF
// or LF or CR. Cells are parted by the comma, the semicolon or the tab (programs of other
// countries, and "Unicode text"), or by what a first line "sep=;" says, which no spreadsheet
// program counts as a row.

#include "content/author/finding.h"

#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

struct CsvRow {
    int number = 0; ///< as a spreadsheet counts, the header being row 1
    std::vector<std::string> cells;
    /// All cells empty or white: spreadsheet programs leave such rows at the end.
    [[nodiscard]] bool blank() const;
};

/// What may part the cells of a text, the likeliest first: that of which its first line has most
/// outside quotes. One only if the text says so.
[[nodiscard]] std::string separators_of(std::string_view text);

/// Every row, blank ones included, as `separator` parts them; the likeliest one if that is 0.
/// QUOTE_NOT_CLOSED and STRAY_QUOTE are added to `findings`.
[[nodiscard]] std::vector<CsvRow> parse_csv(std::string_view text, const std::string& file,
                                            Findings& findings, char separator = 0);

} // namespace pufa::author
