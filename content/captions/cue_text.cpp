#include "content/captions/cue_text.h"

#include <utility>

namespace pufa::captions {

namespace {

constexpr std::pair<std::string_view, std::string_view> k_entities[] = {
    {"&amp;", "&"},  {"&lt;", "<"}, {"&gt;", ">"},
    {"&nbsp;", " "}, {"&lrm;", ""}, {"&rlm;", ""}, // the kiosk's languages have one direction
};

bool is_blank(char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
}

/// How long the tag is that `text` begins with; 0 if it begins with none ("5 < 7").
size_t tag_at(std::string_view text) {
    if (text.starts_with("{\\")) {
        const auto end = text.find('}');
        return end == std::string_view::npos ? 0 : end + 1;
    }
    if (text.size() < 2 || text[0] != '<') return 0;
    const char first = text[1];
    const bool tag = first == '/' || (first >= 'a' && first <= 'z') ||
                     (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9');
    const auto end = text.find('>');
    return tag && end != std::string_view::npos ? end + 1 : 0;
}

} // namespace

std::string plain_line(std::string_view line) {
    std::string plain;
    while (!line.empty()) {
        if (const auto tag = tag_at(line)) {
            line.remove_prefix(tag);
            continue;
        }
        size_t taken = 1;
        std::string_view words = line.substr(0, 1);
        for (const auto& [entity, character] : k_entities) {
            if (!line.starts_with(entity)) continue;
            taken = entity.size();
            words = character;
        }
        // Tabs and other control characters have no glyph.
        plain += words.size() == 1 && is_blank(words[0]) ? " " : words;
        line.remove_prefix(taken);
    }
    size_t begin = 0, end = plain.size();
    while (begin < end && is_blank(plain[begin]))
        ++begin;
    while (end > begin && is_blank(plain[end - 1]))
        --end;
    return plain.substr(begin, end - begin);
}

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '&')
            result += "&amp;";
        else if (c == '<')
            result += "&lt;";
        else if (c == '>')
            result += "&gt;";
        else
            result += c;
    }
    return result;
}

} // namespace pufa::captions
