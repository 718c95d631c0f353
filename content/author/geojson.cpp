#include "content/author/geojson.h"

#include "content/author/geojson_text.h"
#include "content/author/question_draft.h"
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
constexpr double k_most_degrees = 180;
constexpr std::string_view k_geometries[] = {
    "Point",   "MultiPoint",   "LineString",         "MultiLineString",
    "Polygon", "MultiPolygon", "GeometryCollection",
};

Place place_of_byte(const std::string& file, std::string_view text, size_t byte) {
    const auto before = text.substr(0, std::min(byte > 0 ? byte - 1 : 0, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto start = before.rfind('\n') + 1; // npos + 1 is 0
    const auto column = code_points(before.substr(start)).size() + 1;
    return {file, static_cast<int>(line), static_cast<int>(column)};
}

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
        GeoJsonBounds bounds;
        if (!bounded(text, bounds)) return std::nullopt;
        auto document = Json::parse(text, nullptr, false);
        // One Feature or geometry is a GeoJSON text as well (RFC 7946, section 2).
        std::vector<int> lines{1};
        auto features = Json::array();
        auto held = Held::in_feature;
        if (is_typed(document, "Feature")) {
            features.push_back(std::move(document));
        } else if (is_geometry(document)) {
            held = Held::alone;
            features.push_back({{"type", "Feature"}, {"properties", nullptr}});
            features[0]["geometry"] = std::move(document);
        } else if (!take_collection(document, features)) {
            return std::nullopt;
        } else {
            lines = feature_lines(text);
        }
        if (const auto& twice = bounds.repeated())
            found(Fault::GEOJSON_KEY_TWICE, {m_name, line_of(*twice, lines), 0}, twice->key);
        auto read = read_features(features, lines);
        for (auto& feature : read)
            feature.held = held;
        return read;
    }

  private:
    bool bounded(std::string_view text, GeoJsonBounds& bounds) {
        if (Json::sax_parse(text, &bounds)) return true;
        const auto& stop = bounds.stop();
        PUFA_ASSERT(stop.has_value());
        const auto place =
            stop->byte ? place_of_byte(m_name, text, *stop->byte) : Place{m_name, 0, 0};
        found(stop->fault, place, m_name);
        return false;
    }

    static bool is_geometry(const Json& document) {
        return std::any_of(std::begin(k_geometries), std::end(k_geometries),
                           [&](auto type) { return is_typed(document, type); });
    }

    bool take_collection(Json& document, Json& features) {
        const auto* listed = member(document, "features");
        if (!is_typed(document, "FeatureCollection") || !listed || !listed->is_array()) {
            found(Fault::GEOJSON_NO_COLLECTION, {m_name, 1, 0}, m_name);
            return false;
        }
        check_members(document, {"coordinates", "geometries", "geometry", "properties"},
                      {m_name, 1, 0}, m_findings);
        features = std::move(document["features"]);
        return true;
    }

    /// Of the feature in which it is, if it is in one.
    static int line_of(const GeoJsonBounds::Repeated& twice, const std::vector<int>& lines) {
        const bool inside = twice.feature > 0 && twice.feature <= lines.size();
        return inside ? lines[twice.feature - 1] : 1;
    }

    /// A string or a number (RFC 7946, section 3.2).
    std::string read_id(const Json& feature, const Place& place) {
        const auto* id = member(feature, "id");
        if (!id) return {};
        if (id->is_string() || id->is_number()) return words_of(*id);
        found(Fault::GEOJSON_BAD_ID, place, shortened(id->dump()));
        return {};
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
            read.id = read_id(feature, read.place);
            check_members(feature, {"coordinates", "geometries", "features"}, read.place,
                          m_findings);
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

void check_members(const Json& object, const std::vector<const char*>& forbidden,
                   const Place& place, Findings& findings) {
    const auto found = [&](Fault fault, std::string subject, std::string detail = {}) {
        findings.push_back({fault, place, std::move(subject), std::move(detail)});
    };
    const auto* type = member(object, "type");
    for (const auto* name : forbidden) {
        if (member(object, name))
            found(Fault::GEOJSON_MEMBER, name, type ? words_of(*type) : std::string{});
    }
    if (const auto* crs = member(object, "crs"); crs && !crs->is_null())
        found(Fault::GEOJSON_CRS, "crs");
    const auto* box = member(object, "bbox");
    if (!box || box->is_null()) return;
    const bool sized = box->is_array() && (box->size() == 4 || box->size() == 6);
    if (!sized || !std::all_of(box->begin(), box->end(), [](auto& n) { return n.is_number(); }))
        found(Fault::GEOJSON_BAD_BBOX, shortened(box->dump()));
}

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
