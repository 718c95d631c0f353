#include "kiosk/map/mercator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pufa::map {

namespace {

constexpr double pi = std::numbers::pi;
constexpr double k_most_lat = 85.0511287798066; // atan(sinh(pi))
constexpr double k_equator_m = 2 * pi * 6378137.0;

} // namespace

MercatorPoint mercator_of(model::GeoPoint wgs84) {
    const double lat = std::clamp(wgs84.lat, -k_most_lat, k_most_lat) * pi / 180;
    return {(wgs84.lon + 180) / 360, (1 - std::asinh(std::tan(lat)) / pi) / 2};
}

model::GeoPoint degrees_of(MercatorPoint point) {
    return {point.x * 360 - 180, std::atan(std::sinh(pi * (1 - 2 * point.y))) * 180 / pi};
}

double metres_per_unit(MercatorPoint point) {
    return k_equator_m / std::cosh(pi * (1 - 2 * point.y));
}

void include(MercatorBox& box, MercatorPoint point) {
    box.least = {std::min(box.least.x, point.x), std::min(box.least.y, point.y)};
    box.most = {std::max(box.most.x, point.x), std::max(box.most.y, point.y)};
}

MercatorBox grown(const MercatorBox& box, double by) {
    return {{box.least.x - by, box.least.y - by}, {box.most.x + by, box.most.y + by}};
}

} // namespace pufa::map
