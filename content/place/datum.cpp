#include "content/place/datum.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pufa::place {

namespace {

using model::GeoPoint;
using std::numbers::pi;

// Krasovsky 1940, on which GCJ-02 rests.
constexpr double k_axis_m = 6378245.0;
constexpr double k_eccentricity_squared = 0.00669342162296594323;
constexpr double k_bd_pi = pi * 3000.0 / 180.0;
constexpr double k_bd_lon = 0.0065, k_bd_lat = 0.006;
constexpr double k_earth_m = 6371008.8;

/// The box that the published formula shifts in.
bool shifted(GeoPoint at) {
    return at.lon >= 72.004 && at.lon <= 137.8347 && at.lat >= 0.8293 && at.lat <= 55.8271;
}

double waves(double along) {
    return (20.0 * std::sin(6.0 * along * pi) + 20.0 * std::sin(2.0 * along * pi)) * 2.0 / 3.0;
}

double shift_north(double x, double y) {
    return -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x)) +
           waves(x) + (20.0 * std::sin(y * pi) + 40.0 * std::sin(y / 3.0 * pi)) * 2.0 / 3.0 +
           (160.0 * std::sin(y / 12.0 * pi) + 320.0 * std::sin(y * pi / 30.0)) * 2.0 / 3.0;
}

double shift_east(double x, double y) {
    return 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) +
           waves(x) + (20.0 * std::sin(x * pi) + 40.0 * std::sin(x / 3.0 * pi)) * 2.0 / 3.0 +
           (150.0 * std::sin(x / 12.0 * pi) + 300.0 * std::sin(x / 30.0 * pi)) * 2.0 / 3.0;
}

/// The point that `forward` maps to `goal`. The shifts change slowly, so each step gains digits.
template <class Forward>
GeoPoint inverse(Forward forward, GeoPoint goal) {
    constexpr int k_most_steps = 30;
    constexpr double k_close = 1e-9; // degrees: a tenth of a millimetre
    auto at = goal;
    for (int step = 0; step < k_most_steps; ++step) {
        const auto there = forward(at);
        const GeoPoint off{there.lon - goal.lon, there.lat - goal.lat};
        at = {at.lon - off.lon, at.lat - off.lat};
        if (std::abs(off.lon) < k_close && std::abs(off.lat) < k_close) break;
    }
    return at;
}

} // namespace

GeoPoint gcj02_of(GeoPoint wgs84) {
    if (!shifted(wgs84)) return wgs84;
    const double x = wgs84.lon - 105.0, y = wgs84.lat - 35.0;
    const double lat = wgs84.lat * pi / 180.0;
    const double magic = 1.0 - k_eccentricity_squared * std::sin(lat) * std::sin(lat);
    const double north = shift_north(x, y) * 180.0 * magic * std::sqrt(magic) /
                         (k_axis_m * (1.0 - k_eccentricity_squared) * pi);
    const double east =
        shift_east(x, y) * 180.0 * std::sqrt(magic) / (k_axis_m * std::cos(lat) * pi);
    return {wgs84.lon + east, wgs84.lat + north};
}

GeoPoint bd09_of(GeoPoint gcj02) {
    const double radius =
        std::hypot(gcj02.lon, gcj02.lat) + 0.00002 * std::sin(gcj02.lat * k_bd_pi);
    const double angle =
        std::atan2(gcj02.lat, gcj02.lon) + 0.000003 * std::cos(gcj02.lon * k_bd_pi);
    return {radius * std::cos(angle) + k_bd_lon, radius * std::sin(angle) + k_bd_lat};
}

GeoPoint to_wgs84(GeoPoint point, model::Datum datum) {
    switch (datum) {
    case model::Datum::wgs84:
        return point;
    case model::Datum::gcj02:
        return inverse(gcj02_of, point);
    case model::Datum::bd09:
        return inverse(gcj02_of, inverse(bd09_of, point));
    }
    return point;
}

double distance_m(GeoPoint from, GeoPoint to) {
    const auto radians = [](double degrees) { return degrees * pi / 180.0; };
    const double half_lat = std::sin(radians(to.lat - from.lat) / 2);
    const double half_lon = std::sin(radians(to.lon - from.lon) / 2);
    const double chord = half_lat * half_lat + std::cos(radians(from.lat)) *
                                                   std::cos(radians(to.lat)) * half_lon * half_lon;
    return 2 * k_earth_m * std::asin(std::min(1.0, std::sqrt(chord)));
}

} // namespace pufa::place
