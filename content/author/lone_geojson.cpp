#include "content/author/lone_geojson.h"

#include <algorithm>
#include <array>

namespace pufa::author {

namespace {

struct GeometryShape {
    std::string_view type;
    int depth; ///< of lists around its positions
};
constexpr std::array<GeometryShape, 6> k_shapes{{{"Point", 0},
                                                 {"MultiPoint", 1},
                                                 {"LineString", 1},
                                                 {"Polygon", 2},
                                                 {"MultiLineString", 2},
                                                 {"MultiPolygon", 3}}};

bool are_positions(const nlohmann::json& coordinates, int depth) {
    if (depth == 0) return read_position(coordinates).has_value();
    return coordinates.is_array() &&
           std::all_of(coordinates.begin(), coordinates.end(),
                       [&](const auto& part) { return are_positions(part, depth - 1); });
}

} // namespace

bool only_points(const std::vector<GeoFeature>& features) {
    return std::all_of(features.begin(), features.end(), [](const auto& feature) {
        const auto type = feature.geometry_type();
        return type.empty() || type == "Point";
    });
}

LonePlace lone_feature(const GeoFeature& feature, Findings& findings) {
    LonePlace place{feature.place.line, feature.text("id"), feature.text("name"),
                    feature.geometry_type(), std::nullopt};
    if (feature.geometry.is_null()) return place;
    const auto* shape = std::find_if(k_shapes.begin(), k_shapes.end(),
                                     [&](const auto& s) { return s.type == place.geometry; });
    const auto found = [&](Fault fault, const std::string& subject) {
        findings.push_back({fault, feature.place, subject, "Point, LineString, Polygon"});
    };
    if (shape == k_shapes.end())
        found(Fault::GEOMETRY_TYPE, place.geometry);
    else if (!feature.geometry.contains("coordinates"))
        found(Fault::COORDINATES_MISSING, place.name);
    else if (!are_positions(feature.geometry["coordinates"], shape->depth))
        found(Fault::BAD_COORDINATES, place.name);
    else if (shape->depth == 0)
        place.at = read_position(feature.geometry["coordinates"]);
    return place;
}

} // namespace pufa::author
