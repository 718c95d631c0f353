#pragma once
// A map's shapes → the mesh that the kiosk draws (content/place/base_mesh.h): simplified by level
// of detail, cut by tile, triangulated. Pure; any thread.

#include "content/author/map_shapes.h"
#include "content/place/base_mesh.h"

#include <span>
#include <string>
#include <vector>

namespace pufa::author {

/// A polygon that crosses or touches itself where it must not. It is drawn all the same, as well as
/// can be made of it.
struct MeshFault {
    Place place;        ///< of its shape
    std::string name;   ///< of its shape
    model::GeoPoint at; ///< WGS-84
    std::string reason; ///< as GEOS says: "Self-intersection"
    bool operator==(const MeshFault&) const = default;
};

struct MeshDraft {
    place::BaseMesh mesh;
    std::vector<MeshFault> faults;
};

/// `district_codes`: in the order of model::BaseMap::districts, which the fills refer to; a shape
/// of another code is drawn as land. Nothing to draw makes a mesh of one empty tile.
[[nodiscard]] MeshDraft make_mesh(const MapShapes& shapes,
                                  std::span<const std::string> district_codes);

} // namespace pufa::author
