#pragma once
// Between the datums of Chinese maps. GCJ-02 shifts WGS-84 by up to some 700 m, BD-09 shifts GCJ-02
// again. Formulas as published (eviltransform; coordtransform); outside of China, as they say,
// nothing is shifted. Pure; degrees.

#include "content/model/places.h"

namespace pufa::place {

[[nodiscard]] model::GeoPoint gcj02_of(model::GeoPoint wgs84);
[[nodiscard]] model::GeoPoint bd09_of(model::GeoPoint gcj02);
/// Exact to a centimetre: the inverse of the formulas, by iteration.
[[nodiscard]] model::GeoPoint to_wgs84(model::GeoPoint point, model::Datum datum);

/// Metres along the sphere (mean radius 6,371,008.8 m, IUGG).
[[nodiscard]] double distance_m(model::GeoPoint from, model::GeoPoint to);

} // namespace pufa::place
