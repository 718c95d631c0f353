#pragma once
// The member that a base map is drawn from: triangles and line strips by level of detail and tile,
// so that a viewer touches only what it shows. Pure; no threads, no files.
//
// Positions are in Mercator units: x = (lon + 180) / 360, y = (1 - asinh(tan(lat)) / pi) / 2, both
// 0 to 1, y growing southwards; WGS-84 on a sphere, as web maps have it (EPSG:3857).
//
// Bytes, version 1. Integers and floats (IEEE 754) are little endian and stand without padding.
//   char[8]  "PUFAMESH"
//   u32      version, 1
//   u32      levels, 1 to 8, coarsest first
//   f64[4]   bounds: least x, least y, most x, most y; within 0 to 1, each least below its most
//   each level:
//     f64    tolerance: how far a shape may lie from its source; 0 or more, falling
//     u32[2] columns, rows: the bounds cut into equal tiles, 1 to 4096 in all; then each tile, row
//            by row from the north-west:
//       u32[2] areas, lines
//       each area:  u16 fill, u32 points (3 to 65535), u32 indices (a multiple of 3, at least 3),
//                   points × u16[2], indices × u16 (below the number of points)
//       each line:  u16 stroke, u32 points (2 to 65535), points × u16[2]
// A point is (x, y) in 65535ths of its tile. Nothing follows the last tile.

#include "content/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace pufa::place {

/// Mercator units.
struct MercatorPoint {
    double x = 0;
    double y = 0;
    bool operator==(const MercatorPoint&) const = default;
};
struct MercatorBox {
    MercatorPoint least;
    MercatorPoint most;
    bool operator==(const MercatorBox&) const = default;
    [[nodiscard]] double width() const { return most.x - least.x; }
    [[nodiscard]] double height() const { return most.y - least.y; }
    [[nodiscard]] MercatorPoint center() const {
        return {(least.x + most.x) / 2, (least.y + most.y) / 2};
    }
    [[nodiscard]] bool meets(const MercatorBox& o) const {
        return least.x <= o.most.x && o.least.x <= most.x && least.y <= o.most.y &&
               o.least.y <= most.y;
    }
};

/// 65535ths of a tile.
struct MeshPoint {
    uint16_t x = 0;
    uint16_t y = 0;
    bool operator==(const MeshPoint&) const = default;
};

/// What an area is: land of no district, or 1 + the index of a district in model::BaseMap.
inline constexpr uint16_t k_fill_land = 0;

enum class Stroke : uint16_t {
    coast,  ///< the edge of land
    river,  ///< drawn as water
    border, ///< the edge of a district
};

struct MeshArea {
    uint16_t fill = k_fill_land;
    std::vector<MeshPoint> points;
    std::vector<uint16_t> indices; ///< three each triangle
    bool operator==(const MeshArea&) const = default;
};
struct MeshLine {
    Stroke stroke = Stroke::coast;
    std::vector<MeshPoint> points;
    bool operator==(const MeshLine&) const = default;
};
/// Areas lie over each other in their order, lines over all areas.
struct MeshTile {
    std::vector<MeshArea> areas;
    std::vector<MeshLine> lines;
    bool operator==(const MeshTile&) const = default;
};
struct MeshLevel {
    double tolerance = 0; ///< Mercator units
    uint32_t columns = 1;
    uint32_t rows = 1;
    std::vector<MeshTile> tiles; ///< columns × rows
    bool operator==(const MeshLevel&) const = default;
};
struct BaseMesh {
    MercatorBox bounds;
    std::vector<MeshLevel> levels; ///< coarsest first
    bool operator==(const BaseMesh&) const = default;

    [[nodiscard]] MercatorBox tile_box(const MeshLevel& level, uint32_t column, uint32_t row) const;
    /// Of areas and lines in all levels.
    [[nodiscard]] size_t points() const;
};

inline constexpr uint32_t k_most_mesh_levels = 8;
inline constexpr uint32_t k_most_mesh_tiles = 4096;
inline constexpr size_t k_most_area_points = 65535;

/// The mesh keeps the bounds above (an invariant).
[[nodiscard]] std::string write_base_mesh(const BaseMesh& mesh);
/// DAMAGED_MEMBER with what was found for bytes that are anything but one whole mesh. `where` names
/// the member. Memory is bounded by the bytes.
[[nodiscard]] Result<BaseMesh> read_base_mesh(std::span<const std::byte> bytes,
                                              const std::string& where = "base map");

} // namespace pufa::place
