#pragma once
// The features of one map → what is drawn and what is named. Private to this folder.
//
//   kind = "district"  Polygon, MultiPolygon: code (six digits), name, label [lon, lat]
//   kind = "land"      Polygon, MultiPolygon
//   kind = "river"     LineString, MultiLineString
//   kind = "town"      Point: code (nine digits), name
//
// A schematic says district-schematic and town-approx. Translations are name_hant and name_en, or
// name@zh-Hant and name@en. Without a label a district's name stands in the middle of its bounds.

#include "content/author/geojson.h"
#include "content/author/map_shapes.h"

#include <vector>

namespace pufa::author {

struct MapDraft {
    model::BaseMap map;
    MapShapes shapes;
};

/// Fills districts and towns, in the file's order, and shapes; `draft.map.datum` is the file's.
void read_map_features(const std::vector<GeoFeature>& features, MapDraft& draft,
                       Findings& findings);

} // namespace pufa::author
