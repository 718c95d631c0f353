#pragma once
// What Chinese input methods and spreadsheets leave around words.

#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

/// Without white space at both ends: ASCII's, U+00A0, U+3000 and U+FEFF. `text` is UTF-8.
[[nodiscard]] std::string_view trim(std::string_view text);
/// Full-width ASCII (Ａ, １, ：) as ASCII, ASCII letters in lower case, no white space: for
/// comparing names of columns, kinds and answers.
[[nodiscard]] std::string fold(std::string_view text);
/// The code points of a text.
[[nodiscard]] std::u32string code_points(std::string_view text);
/// Every `from` replaced by `to`.
[[nodiscard]] std::string replaced(std::string_view text, std::string_view from,
                                   std::string_view to);

} // namespace pufa::author
