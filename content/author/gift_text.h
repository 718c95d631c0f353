#pragma once
// Words in a GIFT file: escapes, the marker of their format, and HTML or Markdown reduced to plain
// text. Private to this folder.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

/// The first `mark` from `from` on that no backslash stands before; npos if there is none. A mark
/// is one of the characters that can be escaped, or begins with one.
[[nodiscard]] size_t find_unescaped(std::string_view text, std::string_view mark, size_t from = 0);

/// How words are marked: "[html]", "[markdown]", "[plain]"; "[moodle]" is the same as none.
enum class GiftFormat { moodle, html, markdown, plain };

struct GiftWords {
    std::string text;               ///< trimmed; '\n' parts lines
    std::vector<std::string> media; ///< names of HTML elements that words cannot stand for: "img"
};

/// Takes "[html]" off the front; `fallback` if there is no such marker.
[[nodiscard]] GiftFormat take_format(std::string_view& text, GiftFormat fallback);
/// `raw` with its escapes, without marker, → what is to be read.
[[nodiscard]] GiftWords gift_words(std::string_view raw, GiftFormat format);

/// Without white space at the ends of lines and without empty lines; '\n' parts lines.
[[nodiscard]] std::string tidy_lines(std::string_view text);

/// What is a tag: whatever looks like one, or only HTML's own ("a <b> c" and "a < b" differ).
enum class HtmlTags { all, known };

/// HTML as words: paragraphs and <br> part lines, other tags go, scripts and styles go with what
/// they hold, character references become their characters. "a < b" stays as it is.
[[nodiscard]] GiftWords html_words(std::string_view html, HtmlTags tags);

} // namespace pufa::author
