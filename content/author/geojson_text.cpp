#include "content/author/geojson_text.h"

namespace pufa::author {

namespace {

constexpr size_t k_most_numbers = 4'000'000; // two a point
constexpr size_t k_most_keys = 4'000'000;
constexpr size_t k_most_depth = 12;
constexpr int k_number_too_large = 406; // nlohmann's id of 1e999
constexpr std::string_view k_features = "features";

class FeatureLines {
  public:
    explicit FeatureLines(std::string_view text)
        : m_text(text) {}

    std::vector<int> run() {
        for (; m_at < m_text.size(); ++m_at)
            step(m_text[m_at]);
        return std::move(m_lines);
    }

  private:
    void step(char c) {
        if (c == '\n') ++m_line;
        if (c == '"') {
            const auto words = skip_string();
            if (m_depth == 1) m_last_word = words;
        } else if (c == '{' || c == '[') {
            open(c);
        } else if (c == '}' || c == ']') {
            if (--m_depth == 1) m_in_features = false;
        }
    }

    void open(char c) {
        // A JSON object has one "features" at its top; of two the last counts, as in the parser.
        if (m_depth == 1 && c == '[' && m_last_word == k_features) {
            m_in_features = true;
            m_lines.clear();
        } else if (m_depth == 2 && m_in_features) {
            m_lines.push_back(m_line);
        }
        ++m_depth;
    }

    /// From one quote to the other.
    std::string_view skip_string() {
        const auto from = ++m_at;
        for (; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\') ++m_at;
        }
        return m_text.substr(from, m_at - from);
    }

    std::string_view m_text, m_last_word;
    size_t m_at = 0;
    int m_line = 1, m_depth = 0;
    bool m_in_features = false;
    std::vector<int> m_lines;
};

} // namespace

bool GeoJsonBounds::key(string_t& words) {
    if (++m_keys > k_most_keys) return fail(Fault::GEOJSON_TOO_LARGE);
    if (m_open.size() == 1) m_last_key = words;
    const bool inside = m_feature > 0 && m_open.size() > 2 && m_last_key == k_features;
    if (!m_open.back().insert(words).second && !m_repeated)
        m_repeated = Repeated{words, inside ? m_feature : 0};
    return true;
}

bool GeoJsonBounds::start_object(size_t) {
    if (m_open.size() == 2 && m_last_key == k_features) ++m_feature;
    return enter();
}

bool GeoJsonBounds::parse_error(size_t at, const std::string&,
                                const nlohmann::detail::exception& what) {
    const bool huge = what.id == k_number_too_large;
    return fail(huge ? Fault::BAD_COORDINATES : Fault::GEOJSON_BROKEN, at);
}

bool GeoJsonBounds::fail(Fault fault, std::optional<size_t> byte) {
    m_stop = Stop{fault, byte};
    return false;
}

bool GeoJsonBounds::count() {
    return ++m_numbers <= k_most_numbers || fail(Fault::GEOJSON_TOO_LARGE);
}

bool GeoJsonBounds::enter() {
    m_open.emplace_back();
    return m_open.size() <= k_most_depth || fail(Fault::GEOJSON_TOO_DEEP);
}

bool GeoJsonBounds::leave() {
    m_open.pop_back();
    return true;
}

std::vector<int> feature_lines(std::string_view text) {
    return FeatureLines{text}.run();
}

} // namespace pufa::author
