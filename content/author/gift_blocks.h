#pragma once
// A GIFT file as what stands between its blank lines. Private to this folder.

#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

struct GiftBlock {
    int line = 0;     ///< of its first word, from 1
    std::string text; ///< lines parted by '\n'; comments are empty lines
    std::string id;   ///< the first "[id:…]" of its comments; "\]" is a bracket in it
    std::vector<std::string> tags;
    std::vector<std::string> category; ///< that the file was in, outermost first
};

/// Without blocks of comments only.
[[nodiscard]] std::vector<GiftBlock> gift_blocks(std::string_view text);

/// The lines of a text, whose ends may be LF, CRLF or CR.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

} // namespace pufa::author
