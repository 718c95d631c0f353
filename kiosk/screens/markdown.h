#pragma once
// The Markdown of guides and cases as blocks of words, by CommonMark's rules and GitHub's tables.
// Links become their words (there is no network), images are left out, HTML is words like any
// other. Pure; any bytes are taken.

#include "kiosk/screens/rich_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace pufa::screens {

struct MarkdownBlock {
    enum class Kind { paragraph, heading, rule, table } kind = Kind::paragraph;
    int level = 0;      ///< of a heading, from 1
    int depth = 0;      ///< of the lists it stands in; 0: in none
    std::string marker; ///< "•" or "2." before the first block of an item
    int quote = 0;      ///< the same number: within the same quotation; 0: none
    RichWords words;
    std::vector<std::vector<RichWords>> rows; ///< of a table; the first is its head
};

[[nodiscard]] std::vector<MarkdownBlock> parse_markdown(std::string_view markdown);

/// Asterisks that CommonMark leaves alone beside Chinese punctuation (`**“遗嘱”**为准`), paired.
[[nodiscard]] RichWords with_left_marks(RichWords words);

} // namespace pufa::screens
