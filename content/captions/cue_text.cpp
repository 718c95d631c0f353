#include "content/captions/cue_text.h"

#include "content/base/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

namespace pufa::captions {

namespace {

constexpr std::pair<std::string_view, std::string_view> k_entities[] = {
    {"amp", "&"},    {"lt", "<"},    {"gt", ">"},    {"quot", "\""},  {"apos", "'"},
    {"nbsp", " "},   {"lrm", ""},    {"rlm", ""}, // the kiosk's languages have one direction
    {"hellip", "…"}, {"mdash", "—"}, {"ndash", "–"}, {"middot", "·"}, {"times", "×"},
    {"lsquo", "‘"},  {"rsquo", "’"}, {"ldquo", "“"}, {"rdquo", "”"},  {"copy", "©"},
    {"reg", "®"},    {"ensp", " "},  {"emsp", " "},
};

bool is_blank(char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Where the next `mark` stands; asked from left to right, each byte is looked at once.
class NextMark {
  public:
    NextMark(std::string_view text, char mark)
        : m_text(text)
        , m_mark(mark)
        , m_at(text.find(mark)) {}

    size_t from(size_t begin) {
        if (m_at != std::string_view::npos && m_at < begin) m_at = m_text.find(m_mark, begin);
        return m_at;
    }

  private:
    std::string_view m_text;
    char m_mark;
    size_t m_at;
};

/// How long tags are, if they are any ("5 < 7", "I <3 it" are none).
class Tags {
  public:
    explicit Tags(std::string_view text)
        : m_text(text)
        , m_angle(text, '>')
        , m_brace(text, '}') {}

    /// 0: none begins at `at`. `at` grows from call to call.
    size_t length(size_t at) {
        const auto rest = m_text.substr(at);
        if (rest.starts_with("{\\")) return up_to(m_brace.from(at), at);
        if (rest.size() < 2 || rest[0] != '<') return 0;
        const auto end = m_angle.from(at);
        if (end == std::string_view::npos) return 0;
        const char first = rest[1];
        const bool named = first == '/' || first == '>' || first == '.' || is_letter(first);
        const bool moment = m_text.find_first_not_of("0123456789:.", at + 1) == end;
        return named || moment ? up_to(end, at) : 0;
    }

  private:
    static size_t up_to(size_t end, size_t at) {
        return end == std::string_view::npos ? 0 : end + 1 - at;
    }

    std::string_view m_text;
    NextMark m_angle, m_brace;
};

struct Reference {
    std::string words;
    size_t size = 0; ///< that it takes in the text; 0: there is none
};

/// "&#8230;" and "&#x2026;"; nothing for what is no character.
Reference numeric_reference(std::string_view text, size_t semicolon) {
    constexpr size_t k_most_digits = 7;
    auto digits = text.substr(2, semicolon - 2);
    const int base = digits.starts_with('x') || digits.starts_with('X') ? 16 : 10;
    if (base == 16) digits.remove_prefix(1);
    uint32_t value = 0;
    const auto* end = digits.data() + digits.size();
    if (digits.empty() || digits.size() > k_most_digits ||
        std::from_chars(digits.data(), end, value, base).ptr != end)
        return {};
    if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return {};
    Reference reference{{}, semicolon + 1};
    if (value < ' ' || (value >= 0x7f && value < 0xa0)) value = ' ';
    base::append_utf8(reference.words, static_cast<char32_t>(value));
    return reference;
}

Reference reference_at(std::string_view text) {
    constexpr size_t k_longest = 10;
    if (!text.starts_with('&')) return {};
    const auto semicolon = text.substr(0, k_longest).find(';');
    if (semicolon == std::string_view::npos) return {};
    if (text[1] == '#') return numeric_reference(text, semicolon);
    for (const auto& [name, words] : k_entities)
        if (text.substr(1, semicolon - 1) == name) return {std::string{words}, semicolon + 1};
    return {};
}

/// Without tags, entities as their characters; line ends stay.
std::string without_dress(std::string_view text) {
    std::string plain;
    Tags tags{text};
    for (size_t at = 0; at < text.size();) {
        size_t taken = 1;
        if (const auto tag = tags.length(at)) {
            taken = tag;
        } else if (const auto reference = reference_at(text.substr(at)); reference.size > 0) {
            plain += reference.words;
            taken = reference.size;
        } else {
            plain += text[at];
        }
        at += taken;
    }
    return plain;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace

std::string plain_line(std::string_view line) {
    return tidy_lines(without_dress(line));
}

std::string plain_text(std::string_view lines) {
    return tidy_lines(without_dress(lines));
}

std::string tidy_lines(std::string_view lines) {
    std::string text;
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        const auto line = trimmed(lines.substr(0, end));
        lines.remove_prefix(std::min(end + 1, lines.size()));
        if (line.empty()) continue;
        if (!text.empty()) text += '\n';
        for (const char c : line)
            text += is_blank(c) ? ' ' : c; // tabs and the like have no glyph
    }
    return text;
}

std::string escaped(std::string_view text) {
    std::string result;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (text.substr(i).starts_with("{\\"))
            result += "&#123;"; // else it would be a player's tag
        else if (c == '&')
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
