#pragma once
// Positions of one pack in one datum. Private to this folder.

#include "content/model/places.h"

#include <vector>

namespace pufa::author {

/// Leaves all as it is if one datum is all there is; else converts everything to WGS-84, to the
/// centimetre. So a folder may mix files, and no pack is MIXED_DATUM.
void unify_datums(std::vector<model::Place>& places, std::vector<model::BaseMap>& maps);

} // namespace pufa::author
