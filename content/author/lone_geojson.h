#pragma once
// GeoJSON without knowing what it is for: each feature, and whether its geometry is one by RFC
// 7946. Private to this folder.

#include "content/author/geojson.h"
#include "content/author/lone_file.h"

#include <vector>

namespace pufa::author {

/// Points whose properties speak of places: one of them has 类别 (kind) or 镇街 (town).
[[nodiscard]] bool are_places(const std::vector<GeoFeature>& features);
/// No geometry is anything but a Point.
[[nodiscard]] bool only_points(const std::vector<GeoFeature>& features);
/// GEOMETRY_TYPE, COORDINATES_MISSING, BAD_COORDINATES, RING_…, GEOJSON_…, IMPOSSIBLE_POSITION for
/// a latitude beyond ±90, POSITION_BEYOND for a longitude beyond ±180 and for a geometry alone.
[[nodiscard]] LonePlace lone_feature(const GeoFeature& feature, Findings& findings);

} // namespace pufa::author
