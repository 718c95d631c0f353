#include "content/author/gift_text.h"
#include "content/author/words.h"
#include "content/base/character_reference.h"
#include "content/base/utf8.h"

#include <algorithm>

namespace pufa::author {

namespace {

constexpr std::string_view k_line_tags =
    " br p div li ul ol dl dt dd tr table caption h1 h2 h3 h4 h5 h6 pre blockquote section article "
    "header footer main aside nav address figure figcaption form fieldset hr ";
constexpr std::string_view k_silent_tags =
    " a abbr acronym b bdi bdo big body button center cite code col colgroup data datalist del "
    "details dfn dialog em font head html i ins kbd label legend link map area mark meta meter "
    "noscript nobr o optgroup option output param progress q rb rp rt rtc ruby s samp select slot "
    "small source span strike strong sub summary sup tbody td template textarea tfoot th thead "
    "time "
    "title track tt u var wbr input ";
constexpr std::string_view k_media_tags =
    " img audio video iframe object embed svg canvas math applet picture script ";
/// Their contents are not for people.
constexpr std::string_view k_code_tags = " script style ";

bool among(std::string_view names, std::string_view name) {
    return !name.empty() && names.find(" " + std::string{name} + " ") != std::string_view::npos;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name_character(char c) {
    return is_letter(c) || (c >= '0' && c <= '9');
}

class HtmlReader {
  public:
    HtmlReader(std::string_view html, HtmlTags tags)
        : m_rest(html)
        , m_tags(tags) {}

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
    /// False if no tag begins here: then it is a mark of comparison.
    bool take_tag() {
        if (m_rest.starts_with("<!--")) return take_through("-->");
        auto name = m_rest.substr(1);
        const bool closes = name.starts_with('/');
        if (closes) name.remove_prefix(1);
        const auto length = static_cast<size_t>(
            std::find_if_not(name.begin(), name.end(), is_name_character) - name.begin());
        const auto tag = fold(name.substr(0, length));
        const bool media = among(k_media_tags, tag), line = among(k_line_tags, tag);
        const bool code = among(k_code_tags, tag);
        const bool known = media || line || code || among(k_silent_tags, tag);
        const bool named = !tag.empty() && is_letter(tag.front());
        if (!known && !(named && m_tags == HtmlTags::all)) return false;
        const auto end = tag_end(name, length);
        if (end == std::string_view::npos) return false;
        // "a<b 吗 c>d" has no attributes.
        const auto attributes = trim(name.substr(length, end - length));
        if (m_tags == HtmlTags::known && !attributes.empty() && attributes != "/" &&
            attributes.find('=') == std::string_view::npos)
            return false;
        if (media && !closes) m_words.media.push_back(tag);
        if (line) m_words.text += '\n';
        m_rest = name.substr(end + 1);
        if (code && !closes) skip_code(tag);
        return true;
    }

    /// Where the tag's ">" stands, which may also stand in its attributes' quotes; npos if another
    /// tag begins before. Looks at each character twice at most.
    size_t tag_end(std::string_view name, size_t from) {
        char quote = 0, before = 0;
        for (auto at = from; at < name.size() && !m_quote_open; ++at) {
            const char c = name[at];
            if (quote != 0)
                quote = c == quote ? '\0' : quote;
            else if (c == '>')
                return at;
            else if (c == '<')
                return std::string_view::npos;
            else if ((c == '"' || c == '\'') && before == '=')
                quote = c;
            if (c != ' ') before = c;
        }
        m_quote_open = true; // or it would be looked for again and again
        const auto end = name.find_first_of("<>", from);
        return end == std::string_view::npos || name[end] == '<' ? std::string_view::npos : end;
    }

    /// What stands before "</script", or all there is.
    void skip_code(const std::string& tag) {
        auto at = m_rest.find("</");
        while (at != std::string_view::npos && fold(m_rest.substr(at + 2, tag.size())) != tag)
            at = m_rest.find("</", at + 2);
        m_rest.remove_prefix(std::min(at, m_rest.size()));
    }

    bool take_through(std::string_view end) {
        if (m_never.find(end.front()) != std::string::npos) return false;
        const auto at = m_rest.find(end);
        if (at == std::string_view::npos) {
            m_never += end.front(); // or a row of "<!--" would be looked through again and again
            return false;
        }
        m_rest.remove_prefix(at + end.size());
        return true;
    }

    bool take_reference() {
        const auto found = base::character_reference(m_rest, base::Semicolon::required);
        if (!found) return false;
        if (found->point != 0) base::append_utf8(m_words.text, found->point);
        m_rest.remove_prefix(found->size);
        return true;
    }

    std::string_view m_rest;
    HtmlTags m_tags;
    std::string m_never;       ///< first characters of ends that do not come any more
    bool m_quote_open = false; ///< a quote in a tag goes on to the end
    GiftWords m_words;
};

} // namespace

GiftWords html_words(std::string_view html, HtmlTags tags) {
    return HtmlReader{html, tags}.run();
}

} // namespace pufa::author
