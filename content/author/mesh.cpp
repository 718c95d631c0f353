#include "content/author/mesh.h"

#include "content/author/geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <unordered_map>

namespace pufa::author {

namespace {

using place::MeshArea;
using place::MeshPoint;
using place::MeshTile;
using Geometry = Geos::Geometry;

constexpr double pi = std::numbers::pi;

/// Shares of the districts' extent that shapes may lie from their source. Neighbours are simplified
/// apart, so between them there may be twice as much; a viewer takes a level while that is less
/// than the width of the border drawn over it.
constexpr std::array k_tolerances{1.0 / 2000, 1.0 / 8000};
/// A level that keeps more than this share of the next one's points is not worth its bytes.
constexpr double k_worth = 0.75;
constexpr uint32_t k_most_across = 64;
constexpr double k_points_per_tile = 128;
static_assert(k_most_across * k_most_across <= place::k_most_mesh_tiles);

PlanePoint mercator_of(model::GeoPoint at) {
    return {(at.lon + 180) / 360, (1 - std::asinh(std::tan(at.lat * pi / 180)) / pi) / 2};
}
model::GeoPoint degrees_of(PlanePoint at) {
    return {at.x * 360 - 180, std::atan(std::sinh(pi * (1 - 2 * at.y))) * 180 / pi};
}

/// From Mercator units to a plane around 0 to 1, where numbers have digits to spare.
struct Plane {
    PlaneBox bounds; ///< Mercator units
    double side = 1;

    [[nodiscard]] PlanePoint on(model::GeoPoint at) const {
        const PlanePoint p = mercator_of(at);
        return {(p.x - bounds.least.x) / side, (p.y - bounds.least.y) / side};
    }
    [[nodiscard]] model::GeoPoint back(PlanePoint at) const {
        return degrees_of({at.x * side + bounds.least.x, at.y * side + bounds.least.y});
    }
    [[nodiscard]] PlaneBox box(const PlaneBox& mercator) const {
        const auto there = [&](PlanePoint p) {
            return PlanePoint{(p.x - bounds.least.x) / side, (p.y - bounds.least.y) / side};
        };
        return {there(mercator.least), there(mercator.most)};
    }
};

void include(std::optional<PlaneBox>& box, PlanePoint at) {
    if (!box) box = PlaneBox{at, at};
    box->least = {std::min(box->least.x, at.x), std::min(box->least.y, at.y)};
    box->most = {std::max(box->most.x, at.x), std::max(box->most.y, at.y)};
}

struct Extent {
    std::optional<PlaneBox> all;
    std::optional<PlaneBox> districts;
};
Extent extent_of(const MapShapes& shapes) {
    Extent extent;
    for (const auto& shape : shapes.shapes) {
        for (const auto& polygon : shape.polygons) {
            for (const auto at : polygon.outer) {
                include(extent.all, mercator_of(at));
                if (shape.kind == Shape::Kind::district) include(extent.districts, mercator_of(at));
            }
        }
    }
    for (const auto& river : shapes.rivers) {
        for (const auto at : river)
            include(extent.all, mercator_of(at));
    }
    return extent;
}

/// Something to draw, on the plane.
struct Piece {
    Geometry geometry;
    uint16_t fill = place::k_fill_land;
    place::Stroke stroke = place::Stroke::coast;
    bool area = true;
};

/// The points of one area, each once.
class AreaBuilder {
  public:
    AreaBuilder(MeshTile& tile, uint16_t fill)
        : m_tile(tile)
        , m_fill(fill) {}

    void add(const std::array<MeshPoint, 3>& corners) {
        if (corners[0] == corners[1] || corners[1] == corners[2] || corners[2] == corners[0])
            return; // thinner than a 65535th of the tile
        if (!m_open || area().points.size() + 3 > place::k_most_area_points) begin();
        for (const MeshPoint corner : corners)
            area().indices.push_back(index_of(corner));
    }

  private:
    [[nodiscard]] MeshArea& area() { return m_tile.areas.back(); }
    void begin() {
        m_tile.areas.push_back({m_fill, {}, {}});
        m_known.clear();
        m_open = true;
    }
    uint16_t index_of(MeshPoint point) {
        const uint32_t key = static_cast<uint32_t>(point.y) << 16U | point.x;
        const auto [known, fresh] =
            m_known.try_emplace(key, static_cast<uint16_t>(area().points.size()));
        if (fresh) area().points.push_back(point);
        return known->second;
    }

    MeshTile& m_tile;
    uint16_t m_fill;
    bool m_open = false;
    std::unordered_map<uint32_t, uint16_t> m_known;
};

/// Cuts the pieces of one level into its tiles.
class Cutter {
  public:
    Cutter(const Geos& geos, const Plane& plane, const place::BaseMesh& mesh,
           place::MeshLevel& level)
        : m_geos(geos)
        , m_plane(plane)
        , m_mesh(mesh)
        , m_level(level) {}

    void cut(const Piece& piece) {
        halve(piece.geometry, piece, {0, m_level.columns, 0, m_level.rows});
    }

  private:
    struct Cells {
        uint32_t left, right, top, bottom; ///< right and bottom one past
    };

    [[nodiscard]] PlaneBox box_of(const Cells& cells) const {
        const auto first = m_mesh.tile_box(m_level, cells.left, cells.top);
        const auto last = m_mesh.tile_box(m_level, cells.right - 1, cells.bottom - 1);
        return m_plane.box({first.least, last.most});
    }

    /// Halves go on into quarters: a cut costs the points of what is cut, so all tiles together
    /// cost the points times the halvings, not times the tiles.
    void halve(const Geometry& geometry, const Piece& piece, const Cells& cells) {
        const auto around = m_geos.envelope(geometry);
        const auto box = box_of(cells);
        if (!around || !around->meets(box)) return;
        const bool inside = around->least.x >= box.least.x && around->least.y >= box.least.y &&
                            around->most.x <= box.most.x && around->most.y <= box.most.y;
        const auto part = inside ? Geometry{} : m_geos.clipped(geometry, box);
        const Geometry& here = inside || !part ? geometry : part;
        if (!inside && part && !m_geos.envelope(part)) return;

        const uint32_t across = cells.right - cells.left, down = cells.bottom - cells.top;
        if (across == 1 && down == 1) {
            emit(here, piece, cells, box);
            return;
        }
        Cells one = cells, other = cells;
        if (across >= down)
            one.right = other.left = cells.left + across / 2;
        else
            one.bottom = other.top = cells.top + down / 2;
        halve(here, piece, one);
        halve(here, piece, other);
    }

    void emit(const Geometry& geometry, const Piece& piece, const Cells& cell,
              const PlaneBox& box) {
        MeshTile& tile = m_level.tiles[size_t{cell.top} * m_level.columns + cell.left];
        const auto quantised = [&](PlanePoint at) {
            const auto part = [](double share) {
                return static_cast<uint16_t>(std::lround(std::clamp(share, 0.0, 1.0) * 65535));
            };
            return MeshPoint{part((at.x - box.least.x) / box.width()),
                             part((at.y - box.least.y) / box.height())};
        };
        if (piece.area) {
            AreaBuilder area{tile, piece.fill};
            // What cannot be cut into triangles is thinner than the numbers are fine.
            (void)m_geos.each_triangle(geometry, [&](const std::vector<PlanePoint>& at) {
                area.add({quantised(at[0]), quantised(at[1]), quantised(at[2])});
            });
            return;
        }
        const auto whole = m_geos.joined(geometry);
        m_geos.each_line(whole ? whole : geometry, [&](const std::vector<PlanePoint>& points) {
            std::vector<MeshPoint> line;
            for (const auto at : points) {
                const MeshPoint next = quantised(at);
                if (line.empty() || !(line.back() == next)) line.push_back(next);
                if (line.size() < place::k_most_area_points) continue;
                tile.lines.push_back({piece.stroke, line});
                line = {next};
            }
            if (line.size() > 1) tile.lines.push_back({piece.stroke, std::move(line)});
        });
    }

    const Geos& m_geos;
    const Plane& m_plane;
    const place::BaseMesh& m_mesh;
    place::MeshLevel& m_level;
};

/// The shapes as GEOS has them, once for all levels.
class Source {
  public:
    Source(const MapShapes& shapes, std::span<const std::string> codes, const Plane& plane)
        : m_plane(plane) {
        for (const auto& shape : shapes.shapes) {
            const auto code = std::find(codes.begin(), codes.end(), shape.code);
            const bool district = shape.kind == Shape::Kind::district && code != codes.end();
            const auto fill =
                district ? static_cast<uint16_t>(1 + (code - codes.begin())) : place::k_fill_land;
            const auto stroke = district ? place::Stroke::border : place::Stroke::coast;
            for (const auto& polygon : shape.polygons)
                add(shape, polygon, fill, stroke);
        }
        for (const auto& river : shapes.rivers) {
            auto made = m_geos.line(on_plane(river));
            if (made) m_pieces.push_back({std::move(made), 0, place::Stroke::river, false});
        }
    }

    [[nodiscard]] const Geos& geos() const { return m_geos; }
    [[nodiscard]] std::vector<MeshFault> take_faults() { return std::move(m_faults); }

    /// Areas, then their edges, then rivers; 0 is the source itself. What is smaller than twice the
    /// tolerance is left out: nobody could see it.
    [[nodiscard]] std::vector<Piece> at(double tolerance) const {
        std::vector<Piece> areas, lines;
        for (const auto& piece : m_pieces) {
            const auto around = m_geos.envelope(piece.geometry);
            if (!around) continue;
            if (std::max(around->width(), around->height()) < 2 * tolerance) continue;
            auto geometry = m_geos.simplified(piece.geometry, tolerance);
            if (!m_geos.envelope(geometry)) continue;
            if (!piece.area) {
                lines.push_back({std::move(geometry), 0, piece.stroke, false});
                continue;
            }
            auto edge = m_geos.boundary(geometry);
            if (m_geos.envelope(edge)) lines.push_back({std::move(edge), 0, piece.stroke, false});
            areas.push_back({std::move(geometry), piece.fill, piece.stroke, true});
        }
        for (auto& line : lines)
            areas.push_back(std::move(line));
        return areas;
    }

  private:
    [[nodiscard]] std::vector<PlanePoint> on_plane(const Ring& ring) const {
        std::vector<PlanePoint> points;
        for (const auto at : ring)
            points.push_back(m_plane.on(at));
        return points;
    }
    void add(const Shape& shape, const MapPolygon& polygon, uint16_t fill, place::Stroke stroke) {
        std::vector<std::vector<PlanePoint>> holes;
        for (const auto& hole : polygon.holes)
            holes.push_back(on_plane(hole));
        auto made = m_geos.polygon(on_plane(polygon.outer), holes);
        if (!made) return;
        if (const auto fault = m_geos.find_fault(made)) {
            m_faults.push_back({shape.place, shape.name, m_plane.back(fault->at), fault->reason});
            made = m_geos.made_valid(made);
        }
        if (made) m_pieces.push_back({std::move(made), fill, stroke, true});
    }

    Plane m_plane;
    Geos m_geos;
    std::vector<Piece> m_pieces;
    std::vector<MeshFault> m_faults;
};

size_t points_of(const Geos& geos, const std::vector<Piece>& pieces) {
    size_t count = 0;
    for (const auto& piece : pieces)
        count += geos.points(piece.geometry);
    return count;
}

void add_level(place::BaseMesh& mesh, const Source& source, const Plane& plane,
               const std::vector<Piece>& pieces, double tolerance) {
    const double wanted =
        std::sqrt(static_cast<double>(points_of(source.geos(), pieces)) / k_points_per_tile);
    const auto across = static_cast<uint32_t>(
        std::clamp(std::ceil(wanted), 1.0, static_cast<double>(k_most_across)));
    place::MeshLevel level{tolerance * plane.side, across, across, {}};
    level.tiles.resize(size_t{across} * across);
    Cutter cutter{source.geos(), plane, mesh, level};
    for (const auto& piece : pieces)
        cutter.cut(piece);
    mesh.levels.insert(mesh.levels.begin(), std::move(level));
}

} // namespace

MeshDraft make_mesh(const MapShapes& shapes, std::span<const std::string> district_codes) {
    MeshDraft draft;
    const auto extent = extent_of(shapes);
    if (!extent.all || !(extent.all->width() > 0) || !(extent.all->height() > 0)) {
        draft.mesh.bounds = {{0, 0}, {1, 1}};
        draft.mesh.levels.push_back({0, 1, 1, {{}}});
        return draft;
    }
    draft.mesh.bounds = *extent.all;
    const Plane plane{*extent.all, std::max(extent.all->width(), extent.all->height())};
    Source source{shapes, district_codes, plane};
    const auto shown = extent.districts.value_or(*extent.all);
    const double size = std::max(shown.width(), shown.height()) / plane.side;

    const auto finest = source.at(0);
    add_level(draft.mesh, source, plane, finest, 0);
    double points = static_cast<double>(points_of(source.geos(), finest));
    for (auto share = k_tolerances.rbegin(); share != k_tolerances.rend(); ++share) {
        const auto pieces = source.at(*share * size);
        const auto count = static_cast<double>(points_of(source.geos(), pieces));
        if (count > points * k_worth) continue;
        add_level(draft.mesh, source, plane, pieces, *share * size);
        points = count;
    }
    draft.faults = source.take_faults();
    return draft;
}

} // namespace pufa::author
