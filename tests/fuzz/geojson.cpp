// GeoJSON: whatever is in the file, each feature has a place in it and a position lies on the
// globe.

#include "content/author/geojson.h"
#include "content/author/map_features.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    author::Findings findings;
    const auto text = fuzz::text_of(data, size);
    const auto features = author::parse_geojson(text, "a.geojson", findings);
    PUFA_ASSERT(features.has_value() || !findings.empty());
    if (!features) return 0;
    const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
    for (const auto& feature : *features) {
        PUFA_ASSERT(feature.properties.is_object());
        PUFA_ASSERT(feature.place.line >= 0 && feature.place.line <= lines);
        for (const auto& [name, value] : feature.properties.items())
            PUFA_ASSERT(value.is_structured() || feature.text(name).size() <= value.dump().size());
    }
    author::MapDraft map;
    author::read_map_features(*features, map, findings);
    for (const auto& district : map.map.districts)
        PUFA_ASSERT(std::abs(district.label.lon) <= 180 && std::abs(district.label.lat) <= 180);
    return 0;
}
