#include "content/author/geojson.h"

#include "content/author/text_file.h"
#include "content/author/words.h"
#include "content/base/file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace pufa::author {

namespace {

using Json = nlohmann::json;

constexpr uint64_t k_most_bytes = 64ull << 20;
constexpr size_t k_most_numbers = 4'000'000; // two a point
constexpr size_t k_most_depth = 12;
constexpr int k_number_too_large = 406; // nlohmann's id of 1e999
constexpr double k_most_degrees = 180;

/// Asked after every token whether to go on, so that a bound stops the parser there.
class Bounds : public nlohmann::json_sax<Json> {
  public:
    struct Stop {
        Fault fault;
        std::optional<size_t> byte; ///< from 1, where the parser stopped
    };
    [[nodiscard]] const std::optional<Stop>& stop() const { return m_stop; }

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return count(); }
    bool number_unsigned(number_unsigned_t) override { return count(); }
    bool number_float(number_float_t, const string_t&) override { return count(); }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool key(string_t&) override { return true; }
    bool start_object(size_t) override { return enter(); }
    bool start_array(size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }
    bool parse_error(size_t at, const std::string&,
                     const nlohmann::detail::exception& what) override {
        const bool huge = what.id == k_number_too_large;
        return fail(huge ? Fault::BAD_COORDINATES : Fault::GEOJSON_BROKEN, at);
    }

  private:
    bool fail(Fault fault, std::optional<size_t> byte = std::nullopt) {
        m_stop = Stop{fault, byte};
        return false;
    }
    bool count() { return ++m_numbers <= k_most_numbers || fail(Fault::GEOJSON_TOO_LARGE); }
    bool enter() { return ++m_depth <= k_most_depth || fail(Fault::GEOJSON_TOO_DEEP); }
    bool leave() {
        --m_depth;
        return true;
    }

    size_t m_numbers = 0, m_depth = 0;
    std::optional<Stop> m_stop;
};

Place place_of_byte(const std::string& file, std::string_view text, size_t byte) {
    const auto before = text.substr(0, std::min(byte > 0 ? byte - 1 : 0, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto start = before.rfind('\n') + 1; // npos + 1 is 0
    const auto column = code_points(before.substr(start)).size() + 1;
    return {file, static_cast<int>(line), static_cast<int>(column)};
}

/// The lines on which the entries of the outermost "features" begin. The text is JSON.
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
        if (m_depth == 1 && c == '[' && m_last_word == "features") {
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

const Json* member(const Json& object, const char* key) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

bool is_typed(const Json& object, std::string_view type) {
    const auto* word = member(object, "type");
    return word && word->is_string() && *word->get_ptr<const std::string*>() == type;
}

std::string words_of(const Json& value) {
    if (value.is_string()) return std::string{trim(*value.get_ptr<const std::string*>())};
    if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
    if (value.is_number()) return value.dump();
    std::string list;
    if (value.is_array()) {
        for (const auto& one : value)
            list += (list.empty() ? "" : ";") + words_of(one);
    }
    return list;
}

class GeoJsonReader {
  public:
    GeoJsonReader(const std::string& name, Findings& findings)
        : m_name(name)
        , m_findings(findings) {}

    std::optional<std::vector<GeoFeature>> run(std::string_view text) {
        if (!bounded(text)) return std::nullopt;
        auto document = Json::parse(text, nullptr, false);
        if (is_typed(document, "Feature")) return read_alone(std::move(document));
        const auto* features = member(document, "features");
        if (!is_typed(document, "FeatureCollection") || !features || !features->is_array()) {
            found(Fault::GEOJSON_NO_COLLECTION, {m_name, 1, 0}, m_name);
            return std::nullopt;
        }
        return read_features(document["features"], FeatureLines{text}.run());
    }

  private:
    bool bounded(std::string_view text) {
        Bounds bounds;
        if (Json::sax_parse(text, &bounds)) return true;
        const auto& stop = bounds.stop();
        PUFA_ASSERT(stop.has_value());
        const auto place =
            stop->byte ? place_of_byte(m_name, text, *stop->byte) : Place{m_name, 0, 0};
        found(stop->fault, place, m_name);
        return false;
    }

    /// One Feature is a GeoJSON text as well (RFC 7946, section 2).
    std::vector<GeoFeature> read_alone(Json feature) {
        auto features = Json::array();
        features.push_back(std::move(feature));
        return read_features(features, {1});
    }

    std::vector<GeoFeature> read_features(Json& features, const std::vector<int>& lines) {
        std::vector<GeoFeature> result;
        for (size_t i = 0; i < features.size(); ++i) {
            auto& feature = features[i];
            GeoFeature read;
            // Entries that are neither object nor list have no line of their own.
            const bool whole = lines.size() == features.size();
            read.place = {m_name, whole ? lines[i] : 0, 0};
            const auto* properties = member(feature, "properties");
            // Null stands for none (RFC 7946, section 3.2).
            if (!is_typed(feature, "Feature") || !properties ||
                !(properties->is_object() || properties->is_null())) {
                found(Fault::GEOJSON_NO_FEATURE, read.place, std::to_string(i + 1));
                continue;
            }
            if (properties->is_object()) read.properties = std::move(feature["properties"]);
            // No "geometry" at all is not the same as saying that there is none.
            read.geometry =
                member(feature, "geometry") ? std::move(feature["geometry"]) : Json::object();
            result.push_back(std::move(read));
        }
        return result;
    }

    void found(Fault fault, Place place, std::string subject) {
        m_findings.push_back({fault, std::move(place), std::move(subject), {}});
    }

    const std::string& m_name;
    Findings& m_findings;
};

} // namespace

std::string GeoFeature::text(const std::string& property) const {
    const auto* value = member(properties, property.c_str());
    return value ? words_of(*value) : std::string{};
}

std::string GeoFeature::geometry_type() const {
    const auto* type = member(geometry, "type");
    return type ? words_of(*type) : std::string{};
}

std::optional<std::vector<GeoFeature>> parse_geojson(std::string_view text, const std::string& name,
                                                     Findings& findings) {
    return GeoJsonReader{name, findings}.run(text);
}

std::optional<std::vector<GeoFeature>> read_geojson(Draft& draft, const std::string& name) {
    draft.folder.use(name);
    std::error_code error;
    if (std::filesystem::file_size(draft.folder.path(name), error) > k_most_bytes && !error) {
        draft.findings.push_back({Fault::GEOJSON_TOO_LARGE, {name, 0, 0}, name, {}});
        return std::nullopt;
    }
    const auto text = draft.folder.text(name, draft.findings, k_most_bytes);
    if (!text) return std::nullopt;
    return parse_geojson(*text, name, draft.findings);
}

std::optional<model::GeoPoint> read_position(const Json& position) {
    if (!position.is_array() || position.size() < 2) return std::nullopt;
    for (const auto& number : position) {
        if (!number.is_number()) return std::nullopt;
    }
    const model::GeoPoint point{position[0].get<double>(), position[1].get<double>()};
    if (!(std::abs(point.lon) <= k_most_degrees) || !(std::abs(point.lat) <= k_most_degrees))
        return std::nullopt;
    return point;
}

std::optional<std::vector<model::GeoPoint>> read_positions(const Json& positions) {
    if (!positions.is_array()) return std::nullopt;
    std::vector<model::GeoPoint> points;
    points.reserve(positions.size());
    for (const auto& position : positions) {
        const auto point = read_position(position);
        if (!point) return std::nullopt;
        points.push_back(*point);
    }
    return points;
}

} // namespace pufa::author
