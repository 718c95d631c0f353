#pragma once
// What maps/*.geojson draws, parsed: what make_mesh (mesh.h) turns into triangles. Private to this
// folder.
//
// All positions are WGS-84, whatever the file's own datum: triangles always are. A ring is closed
// (its last point repeats its first) and has at least four points, all finite and inside ±180, ±85;
// outer rings run counter-clockwise and holes clockwise (RFC 7946). Whether rings cross themselves
// or each other has not been looked at.

#include "content/author/finding.h"
#include "content/model/places.h"

#include <string>
#include <vector>

namespace pufa::author {

using Ring = std::vector<model::GeoPoint>;

struct MapPolygon {
    Ring outer;
    std::vector<Ring> holes;
};

struct Shape {
    enum class Kind { land, district };
    Kind kind = Kind::land;
    std::string code; ///< of a district, six digits; "" for land
    std::string name; ///< of a district, simplified Chinese; "" for land: for findings
    std::vector<MapPolygon> polygons;
    Place place; ///< where it stands in the author's folder
};

struct MapShapes {
    std::vector<Shape> shapes;                        ///< in the order of the file
    std::vector<std::vector<model::GeoPoint>> rivers; ///< lines of at least two points
};

} // namespace pufa::author
