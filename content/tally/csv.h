#pragma once
// Comma-separated values, RFC 4180, for spreadsheet programs. Pure.

#include <span>
#include <string>
#include <string_view>

namespace pufa::tally {

/// Tells a spreadsheet program that the file is UTF-8.
inline constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

/// The same words, led by an apostrophe if a spreadsheet program could take them for a formula:
/// if behind any blanks they begin with = + - @ (full-width ones too), a tab or a line end.
[[nodiscard]] std::string harmless(std::string_view words);

/// Appends one record with its CRLF: each cell harmless, and quoted where it must be.
void append_record(std::string& csv, std::span<const std::string> cells);

} // namespace pufa::tally
