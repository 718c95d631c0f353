#include "content/author/area.h"

#include "content/author/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace pufa::author {

namespace {

constexpr model::GeoPoint k_china_least{73, 3}, k_china_most{136, 54};
/// About ten kilometres: the outlines of a schematic are rough.
constexpr double k_margin_degrees = 0.1;
constexpr double k_most_lon = 180, k_most_lat = 85; // as in a manifest

} // namespace

std::optional<double> parse_degrees(std::string_view word) {
    const auto folded = fold(word);
    const auto* end = folded.data() + folded.size();
    double value = 0;
    const auto [stopped, error] = std::from_chars(folded.data(), end, value);
    if (error != std::errc{} || stopped != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::string show(model::GeoPoint point) {
    return fmt::format("{:.5f}, {:.5f}", point.lon, point.lat);
}

void Area::add(model::GeoPoint point) {
    const auto least = m_least.value_or(point), most = m_most.value_or(point);
    m_least = {std::min(least.lon, point.lon), std::min(least.lat, point.lat)};
    m_most = {std::max(most.lon, point.lon), std::max(most.lat, point.lat)};
}

Area::Fit Area::fit(model::GeoPoint point) const {
    if (inside(point)) return Fit::inside;
    if (inside({point.lat, point.lon})) return Fit::swapped;
    const bool possible = std::abs(point.lon) <= k_most_lon && std::abs(point.lat) <= k_most_lat;
    return possible ? Fit::outside : Fit::impossible;
}

bool Area::inside(model::GeoPoint point) const {
    const auto least = m_least.value_or(k_china_least), most = m_most.value_or(k_china_most);
    const double margin = m_least ? k_margin_degrees : 0;
    return point.lon >= least.lon - margin && point.lon <= most.lon + margin &&
           point.lat >= least.lat - margin && point.lat <= most.lat + margin;
}

} // namespace pufa::author
