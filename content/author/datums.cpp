#include "content/author/datums.h"

#include "content/place/datum.h"

#include <cmath>
#include <set>

namespace pufa::author {

namespace {

constexpr double k_per_degree = 1e7; // a centimetre

model::GeoPoint converted(model::GeoPoint point, model::Datum datum) {
    if (datum == model::Datum::wgs84) return point;
    const auto at = place::to_wgs84(point, datum);
    return {std::round(at.lon * k_per_degree) / k_per_degree,
            std::round(at.lat * k_per_degree) / k_per_degree};
}

void convert(model::BaseMap& map) {
    for (auto& district : map.districts) {
        for (auto* point : {&district.label, &district.least, &district.most})
            *point = converted(*point, map.datum);
    }
    for (auto& town : map.towns)
        town.label = converted(town.label, map.datum);
    map.datum = model::Datum::wgs84;
}

} // namespace

void unify_datums(std::vector<model::Place>& places, std::vector<model::BaseMap>& maps) {
    std::set<model::Datum> datums;
    for (const auto& map : maps)
        datums.insert(map.datum);
    for (const auto& place : places) {
        if (place.at) datums.insert(place.datum);
    }
    if (datums.size() <= 1) return;
    for (auto& map : maps)
        convert(map);
    for (auto& place : places) {
        if (place.at) place.at = converted(*place.at, place.datum);
        place.datum = model::Datum::wgs84;
    }
}

} // namespace pufa::author
