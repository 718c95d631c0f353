#include "content/captions/cue_text.h"

#include "content/base/character_reference.h"
#include "content/base/utf8.h"

#include <algorithm>

namespace pufa::captions {

namespace {

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
    Tags(std::string_view text, Format format)
        : m_text(text)
        , m_format(format)
        , m_angle(text, '>')
        , m_brace(text, '}') {}

    /// 0: none begins at `at`. `at` grows from call to call.
    size_t length(size_t at) {
        const auto rest = m_text.substr(at);
        if (rest.starts_with("{\\")) return up_to(m_brace.from(at), at);
        if (rest.size() < 2 || rest[0] != '<') return 0;
        const auto end = m_angle.from(at);
        const char first = rest[1];
        const bool word = first == '/' || is_letter(first);
        if (end == std::string_view::npos) {
            if (m_format != Format::webvtt || !word) return 0;
            m_cut = true;
            return rest.size();
        }
        const bool named = word || first == '>' || first == '.';
        const bool moment = m_text.find_first_not_of("0123456789:.", at + 1) == end;
        return named || moment ? up_to(end, at) : 0;
    }
    /// The last one was open and took the rest along, as WebVTT wants it.
    [[nodiscard]] bool cut() const { return m_cut; }

  private:
    static size_t up_to(size_t end, size_t at) {
        return end == std::string_view::npos ? 0 : end + 1 - at;
    }

    std::string_view m_text;
    Format m_format;
    NextMark m_angle, m_brace;
    bool m_cut = false;
};

/// Without tags, character references as their characters; line ends stay.
CueText without_dress(std::string_view text, Format format) {
    const auto semicolon =
        format == Format::webvtt ? base::Semicolon::optional : base::Semicolon::required;
    CueText plain;
    Tags tags{text, format};
    for (size_t at = 0; at < text.size();) {
        size_t taken = 1;
        if (const auto tag = tags.length(at)) {
            taken = tag;
        } else if (const auto found = base::character_reference(text.substr(at), semicolon)) {
            if (found->point != 0) base::append_utf8(plain.words, found->point);
            taken = found->size;
        } else {
            plain.words += text[at];
        }
        at += taken;
    }
    plain.cut = tags.cut();
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

CueText plain_text(std::string_view lines, Format format) {
    auto text = without_dress(lines, format);
    text.words = tidy_lines(text.words);
    return text;
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
