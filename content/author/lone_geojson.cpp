#include "content/author/lone_geojson.h"

#include "content/author/area.h"
#include "content/author/place_row.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pufa::author {

namespace {

using nlohmann::json;

constexpr size_t k_least_ring = 4, k_least_line = 2, k_most_numbers = 3;
constexpr double k_most_lon = 180, k_most_lat = 90;
constexpr std::string_view k_collection = "GeometryCollection";

/// What the innermost lists of positions are.
enum class Row { points, line, ring };

struct GeometryShape {
    std::string_view type;
    int depth; ///< of lists around its positions
    Row row;
};
constexpr std::array<GeometryShape, 6> k_shapes{{{"Point", 0, Row::points},
                                                 {"MultiPoint", 1, Row::points},
                                                 {"LineString", 1, Row::line},
                                                 {"Polygon", 2, Row::ring},
                                                 {"MultiLineString", 2, Row::line},
                                                 {"MultiPolygon", 3, Row::ring}}};

bool has_property(const GeoFeature& feature, const Column& column) {
    return std::any_of(column.names.begin(), column.names.end(), [&](const auto& name) {
        return feature.properties.contains(std::string{name});
    });
}

/// Says once of each geometry what is wrong with it.
class GeometryJudge {
  public:
    GeometryJudge(const GeoFeature& feature, std::string name, Findings& findings)
        : m_feature(feature)
        , m_name(std::move(name))
        , m_findings(findings) {}

    /// Depth is bounded by the reader.
    void run(const json& geometry) {
        const auto type = typed(geometry);
        check_members(geometry, {"geometry", "properties", "features"}, m_feature.place,
                      m_findings);
        if (type == k_collection) return read_collection(geometry);
        const auto* shape = std::find_if(k_shapes.begin(), k_shapes.end(),
                                         [&](const auto& s) { return s.type == type; });
        if (shape == k_shapes.end())
            return found(Fault::GEOMETRY_TYPE, type, "Point, LineString, Polygon");
        const auto coordinates = geometry.find("coordinates");
        if (coordinates == geometry.end()) return found(Fault::COORDINATES_MISSING, m_name);
        if (auto wrong = judge(*coordinates, shape->depth, *shape)) m_findings.push_back(*wrong);
        if (m_odd) m_findings.push_back(*m_odd);
        m_odd.reset();
    }

  private:
    using Wrong = std::optional<Finding>;

    static std::string typed(const json& geometry) {
        if (!geometry.is_object()) return {};
        const auto type = geometry.find("type");
        return type != geometry.end() && type->is_string() ? type->get<std::string>() : "";
    }

    void read_collection(const json& collection) {
        const auto geometries = collection.find("geometries");
        if (geometries == collection.end() || !geometries->is_array())
            return found(Fault::COORDINATES_MISSING, m_name);
        for (const auto& geometry : *geometries)
            run(geometry);
    }

    [[nodiscard]] Finding wrong(Fault fault, std::string subject, std::string detail = {}) const {
        return {fault, m_feature.place, std::move(subject), std::move(detail)};
    }

    /// The first thing that is wrong.
    Wrong judge(const json& coordinates, int depth, const GeometryShape& shape) {
        if (depth == 0) return judge_position(coordinates);
        if (!coordinates.is_array()) return wrong(Fault::BAD_COORDINATES, m_name);
        for (const auto& part : coordinates) {
            if (auto found = judge(part, depth - 1, shape)) return found;
        }
        if (depth == 1 && shape.row == Row::ring) return judge_ring(coordinates);
        if (depth == 1 && shape.row == Row::line && coordinates.size() < k_least_line)
            return wrong(Fault::BAD_COORDINATES, m_name);
        if (depth == 2 && shape.row == Row::ring) judge_turns(coordinates);
        return std::nullopt;
    }

    Wrong judge_position(const json& position) {
        if (!position.is_array() || position.size() < 2 || !all_numbers(position))
            return wrong(Fault::BAD_COORDINATES, m_name);
        const bool alone = m_feature.held == Held::alone;
        // A file that holds nothing else has no reason to say more than a height.
        if (alone && position.size() > k_most_numbers) return wrong(Fault::BAD_COORDINATES, m_name);
        const model::GeoPoint point{position[0].get<double>(), position[1].get<double>()};
        const bool lat = !(std::abs(point.lat) <= k_most_lat);
        const bool lon = !(std::abs(point.lon) <= k_most_lon);
        if (lat && !alone) return wrong(Fault::IMPOSSIBLE_POSITION, show(point));
        if ((lat || lon) && !m_odd) m_odd = wrong(Fault::POSITION_BEYOND, show(point));
        return std::nullopt;
    }

    static bool all_numbers(const json& position) {
        return std::all_of(position.begin(), position.end(),
                           [](const auto& number) { return number.is_number(); });
    }

    Wrong judge_ring(const json& ring) const {
        if (ring.size() < k_least_ring)
            return wrong(Fault::RING_TOO_SHORT, m_name, std::to_string(ring.size()));
        if (ring.front() != ring.back())
            return wrong(Fault::RING_NOT_CLOSED, m_name, ring.front().dump());
        return std::nullopt;
    }

    /// Outer rings run counter-clockwise and holes clockwise; older files know nothing of it.
    void judge_turns(const json& rings) {
        for (size_t i = 0; i < rings.size() && !m_odd; ++i) {
            if ((turn(rings[i]) > 0) != (i == 0)) m_odd = wrong(Fault::GEOJSON_RING_TURN, m_name);
        }
    }

    /// Twice the area, positive if counter-clockwise.
    static double turn(const json& ring) {
        double sum = 0;
        for (size_t i = 0; i + 1 < ring.size(); ++i)
            sum += ring[i][0].get<double>() * ring[i + 1][1].get<double>() -
                   ring[i + 1][0].get<double>() * ring[i][1].get<double>();
        return sum;
    }

    void found(Fault fault, std::string subject, std::string detail = {}) {
        m_findings.push_back(wrong(fault, std::move(subject), std::move(detail)));
    }

    const GeoFeature& m_feature;
    std::string m_name;
    Findings& m_findings;
    Wrong m_odd; ///< a warning: the first of a geometry
};

} // namespace

bool only_points(const std::vector<GeoFeature>& features) {
    return std::all_of(features.begin(), features.end(), [](const auto& feature) {
        const auto type = feature.geometry_type();
        return type.empty() || type == "Point";
    });
}

bool are_places(const std::vector<GeoFeature>& features) {
    const auto columns = place_columns();
    return only_points(features) &&
           std::any_of(features.begin(), features.end(), [&](const auto& feature) {
               return std::any_of(columns.begin(), columns.end(), [&](const auto& column) {
                   return (column.key == "kind" || column.key == "town") &&
                          has_property(feature, column);
               });
           });
}

LonePlace lone_feature(const GeoFeature& feature, Findings& findings) {
    auto id = feature.text("id");
    LonePlace place{feature.place.line, id.empty() ? feature.id : std::move(id),
                    feature.text("name"), feature.geometry_type(), std::nullopt};
    if (feature.geometry.is_null()) return place;
    GeometryJudge{feature, place.name, findings}.run(feature.geometry);
    if (place.geometry == "Point" && feature.geometry.contains("coordinates"))
        place.at = read_position(feature.geometry["coordinates"]);
    return place;
}

} // namespace pufa::author
