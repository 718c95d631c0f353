#include "content/author/gift_text.h"

#include "content/author/words.h"

#include <algorithm>
#include <utility>

namespace pufa::author {

namespace {

constexpr std::string_view k_escaped = "~=#{}:\\n";

bool escapes(std::string_view text, size_t at) {
    return text[at] == '\\' && at + 1 < text.size() &&
           k_escaped.find(text[at + 1]) != std::string_view::npos;
}

/// A backslash before any other character is one, as in formulas.
std::string unescaped(std::string_view raw) {
    std::string text;
    for (size_t i = 0; i < raw.size(); ++i) {
        if (!escapes(raw, i)) {
            text += raw[i];
            continue;
        }
        ++i;
        text += raw[i] == 'n' ? '\n' : raw[i];
    }
    return text;
}

/// Without the marks around words that are dressed; a row of them is a blank to fill in.
std::string without_pairs(std::string_view text, std::string_view mark) {
    std::string bare;
    while (true) {
        const auto open = text.find(mark);
        const auto inner = open + mark.size();
        const auto end =
            open == std::string_view::npos ? std::string_view::npos : text.find(mark, inner);
        if (end == std::string_view::npos) return bare += text;
        if (end == inner) {
            const auto stop = std::min(text.find_first_not_of(mark.front(), open), text.size());
            bare += text.substr(0, stop);
            text.remove_prefix(stop);
            continue;
        }
        bare += text.substr(0, open);
        bare += text.substr(inner, end - inner);
        text.remove_prefix(end + mark.size());
    }
}

} // namespace

size_t find_unescaped(std::string_view text, std::string_view mark, size_t from) {
    for (auto at = from; at < text.size(); ++at) {
        if (escapes(text, at))
            ++at;
        else if (text[at] == mark.front() && text.substr(at, mark.size()) == mark)
            return at;
    }
    return std::string_view::npos;
}

GiftFormat take_format(std::string_view& text, GiftFormat fallback) {
    static constexpr std::pair<std::string_view, GiftFormat> k_formats[] = {
        {"[html]", GiftFormat::html},
        {"[moodle]", GiftFormat::moodle},
        {"[plain]", GiftFormat::plain},
        {"[markdown]", GiftFormat::markdown}};
    text = trim(text);
    for (const auto& [marker, format] : k_formats) {
        if (fold(text.substr(0, marker.size())) != marker) continue;
        text = trim(text.substr(marker.size()));
        return format;
    }
    return fallback;
}

std::string tidy_lines(std::string_view text) {
    std::string tidied;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) continue;
        if (!tidied.empty()) tidied += '\n';
        tidied += line;
    }
    return tidied;
}

GiftWords gift_words(std::string_view raw, GiftFormat format) {
    auto text = unescaped(raw);
    if (format == GiftFormat::plain) return {tidy_lines(text), {}};
    if (format == GiftFormat::html) std::replace(text.begin(), text.end(), '\n', ' ');
    if (format == GiftFormat::markdown) {
        for (const std::string_view mark : {"**", "__", "`"})
            text = without_pairs(text, mark);
    }
    return html_words(text, format == GiftFormat::html ? HtmlTags::all : HtmlTags::known);
}

} // namespace pufa::author
