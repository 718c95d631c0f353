#pragma once
// GeoJSON without knowing what it is for: each feature, and whether its positions are such. Private
// to this folder.

#include "content/author/geojson.h"
#include "content/author/lone_file.h"
#include "content/author/place_files.h"

#include <vector>

namespace pufa::author {

/// No geometry is anything but a Point.
[[nodiscard]] bool only_points(const std::vector<GeoFeature>& features);
/// GEOMETRY_TYPE, COORDINATES_MISSING, BAD_COORDINATES.
[[nodiscard]] LonePlace lone_feature(const GeoFeature& feature, Findings& findings);

} // namespace pufa::author
