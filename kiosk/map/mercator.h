#pragma once
// Degrees to Mercator units and back (content/place/base_mesh.h says what those are).

#include "content/model/places.h"
#include "content/place/base_mesh.h"

namespace pufa::map {

using place::MercatorBox;
using place::MercatorPoint;

/// Latitudes are cut at ±85.05°, where the square of the map ends.
[[nodiscard]] MercatorPoint mercator_of(model::GeoPoint wgs84);
[[nodiscard]] model::GeoPoint degrees_of(MercatorPoint point);
/// How many metres one Mercator unit is around there.
[[nodiscard]] double metres_per_unit(MercatorPoint point);

/// Grows it until it holds the point.
void include(MercatorBox& box, MercatorPoint point);
/// `by` Mercator units larger on every side.
[[nodiscard]] MercatorBox grown(const MercatorBox& box, double by);

} // namespace pufa::map
