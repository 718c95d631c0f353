#include "content/author/gift_text.h"
#include "content/author/words.h"
#include "content/base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace pufa::author {

namespace {

constexpr size_t k_longest_reference = 10; // "&thetasym;"

constexpr std::array<std::string_view, 14> k_line_tags{
    "br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "pre", "blockquote"};
constexpr std::array<std::string_view, 26> k_silent_tags{
    "b", "i",    "u",   "em",     "strong", "span",  "font", "sub",   "sup",
    "a", "code", "tt",  "small",  "big",    "td",    "th",   "tbody", "thead",
    "s", "del",  "ins", "center", "h5",     "label", "mark", "hr"};
constexpr std::array<std::string_view, 10> k_media_tags{
    "img", "audio", "video", "iframe", "object", "embed", "svg", "canvas", "math", "script"};

constexpr std::array<std::pair<std::string_view, char32_t>, 24> k_references{{
    {"amp", U'&'},    {"lt", U'<'},    {"gt", U'>'},    {"quot", U'"'},   {"apos", U'\''},
    {"nbsp", U' '},   {"ldquo", U'“'}, {"rdquo", U'”'}, {"lsquo", U'‘'},  {"rsquo", U'’'},
    {"hellip", U'…'}, {"mdash", U'—'}, {"ndash", U'–'}, {"middot", U'·'}, {"times", U'×'},
    {"divide", U'÷'}, {"deg", U'°'},   {"copy", U'©'},  {"laquo", U'«'},  {"raquo", U'»'},
    {"le", U'≤'},     {"ge", U'≥'},    {"ne", U'≠'},    {"yen", U'¥'},
}};

template <size_t Size>
bool among(const std::array<std::string_view, Size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::optional<char32_t> number_of(std::string_view digits) {
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    if (hex) digits.remove_prefix(1);
    uint32_t value = 0;
    const auto* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, value, hex ? 16 : 10);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < 0x20 || value > 0x10FFFF || surrogate)
        return value == '\n' || value == '\t' ? std::optional{U' '} : std::nullopt;
    return static_cast<char32_t>(value);
}

/// "amp", "#8230", "#x2026" → its character.
std::optional<char32_t> referred(std::string_view name) {
    if (name.starts_with('#')) return number_of(name.substr(1));
    const auto* found = std::find_if(k_references.begin(), k_references.end(),
                                     [&](const auto& known) { return known.first == name; });
    if (found == k_references.end()) return std::nullopt;
    return found->second;
}

class HtmlReader {
  public:
    explicit HtmlReader(std::string_view html)
        : m_rest(html) {}

    GiftWords run() {
        while (!m_rest.empty()) {
            const auto next = std::min(m_rest.find_first_of("<&"), m_rest.size());
            m_words.text += m_rest.substr(0, next);
            m_rest.remove_prefix(next);
            if (m_rest.empty()) break;
            const bool taken = m_rest.front() == '<' ? take_tag() : take_reference();
            if (taken) continue;
            m_words.text += m_rest.front();
            m_rest.remove_prefix(1);
        }
        m_words.text = tidy_lines(m_words.text);
        return std::move(m_words);
    }

  private:
    /// False if no known tag begins here: then it is a mark of comparison.
    bool take_tag() {
        if (m_rest.starts_with("<!--")) return take_through("-->");
        auto name = m_rest.substr(1);
        if (name.starts_with('/')) name.remove_prefix(1);
        const auto length = static_cast<size_t>(
            std::find_if_not(name.begin(), name.end(), is_name_character) - name.begin());
        const auto tag = fold(name.substr(0, length));
        const bool media = among(k_media_tags, tag), line = among(k_line_tags, tag);
        if (!media && !line && !among(k_silent_tags, tag)) return false;
        // "a<b 吗" has neither an end nor attributes.
        const auto end = name.find_first_of("<>", length);
        if (end == std::string_view::npos || name[end] == '<') return false;
        const auto attributes = trim(name.substr(length, end - length));
        const bool tagged = attributes.empty() || attributes == "/" ||
                            attributes.find('=') != std::string_view::npos;
        if (!tagged) return false;
        if (media && m_rest[1] != '/') m_words.media.push_back(tag);
        if (line) m_words.text += '\n';
        m_rest = name.substr(end + 1);
        return true;
    }

    bool take_through(std::string_view end) {
        if (m_never.find(end.front()) != std::string::npos) return false;
        const auto at = m_rest.find(end);
        if (at == std::string_view::npos) {
            m_never += end.front(); // or a row of "<b" would be looked through again and again
            return false;
        }
        m_rest.remove_prefix(at + end.size());
        return true;
    }

    bool take_reference() {
        const auto end = m_rest.substr(0, k_longest_reference + 2).find(';');
        if (end == std::string_view::npos) return false;
        const auto point = referred(m_rest.substr(1, end - 1));
        if (!point) return false;
        base::append_utf8(m_words.text, *point);
        m_rest.remove_prefix(end + 1);
        return true;
    }

    std::string_view m_rest;
    std::string m_never; ///< first characters of ends that do not come any more
    GiftWords m_words;
};

} // namespace

GiftWords html_words(std::string_view html) {
    return HtmlReader{html}.run();
}

} // namespace pufa::author
