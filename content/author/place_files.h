#pragma once
// The two files in which places are written → rows. Private to this folder.

#include "content/author/place_row.h"

#include <string>
#include <vector>

namespace pufa::author {

/// A spreadsheet; longitude and latitude are columns, both empty for a place without position.
[[nodiscard]] std::vector<PlaceRow> read_place_sheet(Draft& draft, const std::string& name);
/// GeoJSON Points, whose properties are called as the columns (the id may be the Feature's own);
/// geometry null for a place without position.
[[nodiscard]] std::vector<PlaceRow> read_place_features(Draft& draft, const std::string& name);

} // namespace pufa::author
