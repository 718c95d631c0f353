#include "content/pack/manifest_stream.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace pufa::pack {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view k_members = "members", k_items = "items";
constexpr std::array k_known = {std::string_view{"format"},
                                std::string_view{"id"},
                                std::string_view{"title"},
                                std::string_view{"sequence"},
                                std::string_view{"created"},
                                std::string_view{"agencies"},
                                std::string_view{"languages"},
                                std::string_view{"not_before"},
                                std::string_view{"not_after"},
                                std::string_view{"demo"},
                                std::string_view{"sites"},
                                std::string_view{"requires"},
                                std::string_view{"features_required"},
                                k_members,
                                k_items};

bool is_list_name(std::string_view key) {
    return key == k_members || key == k_items;
}

/// Walks over text that is known to be JSON, so that it only looks for where values begin and end.
class Walk {
  public:
    explicit Walk(std::string_view text)
        : m_text(text) {}

    /// The next character that is no blank; 0 at the end.
    [[nodiscard]] char peek() {
        m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size());
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }
    /// Passes `mark` if it is what comes next.
    bool pass(char mark) {
        if (peek() != mark) return false;
        ++m_at;
        return true;
    }
    /// The text of the value that comes next, and passes it.
    std::string_view value() {
        const char first = peek();
        const size_t begin = m_at;
        if (first == '{' || first == '[')
            pass_brackets();
        else if (first == '"')
            pass_string();
        else
            m_at = std::min(m_text.find_first_of(" \t\r\n,]}", m_at), m_text.size());
        return m_text.substr(begin, m_at - begin);
    }

  private:
    void pass_string() {
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at)
            if (m_text[m_at] == '\\') ++m_at;
        m_at = std::min(m_at + 1, m_text.size());
    }
    void pass_brackets() {
        for (size_t depth = 0; m_at < m_text.size();) {
            const char here = m_text[m_at];
            if (here == '"') {
                pass_string();
                continue;
            }
            ++m_at;
            if (here == '{' || here == '[') ++depth;
            if ((here == '}' || here == ']') && --depth == 0) return;
        }
    }

    std::string_view m_text;
    size_t m_at = 0;
};

/// Calls field(key, walk) before each value of the object; it passes the value.
template <class Field>
Result<void> each_field(Walk& walk, Field field) {
    if (!walk.pass('{')) return {};
    while (walk.peek() == '"') {
        const auto key = Json::parse(walk.value()).get<std::string>();
        walk.pass(':');
        PUFA_CHECK(field(key, walk));
        walk.pass(',');
    }
    return {};
}

} // namespace

std::optional<ManifestFacts> read_manifest_facts(std::string_view text) {
    Walk walk{text};
    if (walk.peek() != '{') return std::nullopt;
    ManifestFacts found;
    found.facts = Json::object();
    const auto read = each_field(walk, [&](const std::string& key, Walk& at) -> Result<void> {
        const bool list = is_list_name(key) && at.peek() == '[';
        const auto value = at.value();
        if (list)
            (key == k_members ? found.has_members : found.has_items) = true;
        else if (std::find(k_known.begin(), k_known.end(), key) != k_known.end())
            found.facts[key] = Json::parse(value);
        return {};
    });
    PUFA_ASSERT(read);
    return found;
}

Result<void> read_manifest_lists(std::string_view text, const EachElement& each) {
    Walk walk{text};
    return each_field(walk, [&](const std::string& key, Walk& at) -> Result<void> {
        if (!is_list_name(key) || !at.pass('[')) {
            at.value();
            return {};
        }
        while (!at.pass(']')) {
            PUFA_CHECK(each(key, at.value()));
            at.pass(',');
        }
        return {};
    });
}

} // namespace pufa::pack
