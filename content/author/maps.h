#pragma once
// maps/: what the places stand on. Each map is a GeoJSON file (map_features.h) with a side file of
// the same name. Private to this folder.
//
//   id, title, datum = "WGS-84", approval = "粤S（2024）001号" or "schematic"   (all required)
//   note                                                      for whoever reads the folder

#include "content/author/area.h"
#include "content/author/draft.h"
#include "content/author/towns.h"
#include "content/pack/pack.h"

#include <vector>

namespace pufa::author {

struct Maps {
    std::vector<model::BaseMap> maps; ///< by file name
    std::vector<pack::MemberSource> meshes;
    Towns towns;
    Area area; ///< of all districts and towns
};

[[nodiscard]] Maps read_maps(Draft& draft);

} // namespace pufa::author
