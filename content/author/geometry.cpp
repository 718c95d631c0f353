#include "content/author/geometry.h"

#include "content/base/result.h"

#include <type_traits>

namespace pufa::author {

namespace {

static_assert(sizeof(PlanePoint) == 2 * sizeof(double) && std::is_trivially_copyable_v<PlanePoint>);

const double* numbers(const std::vector<PlanePoint>& points) {
    return reinterpret_cast<const double*>(points.data());
}

} // namespace

Geos::Geos()
    : m_context(GEOS_init_r()) {
    PUFA_ASSERT(m_context != nullptr);
}

Geos::~Geos() {
    GEOS_finish_r(m_context);
}

Geos::Geometry Geos::own(GEOSGeometry* geometry) const {
    return {geometry, Destroy{m_context}};
}

GEOSGeometry* Geos::ring(const std::vector<PlanePoint>& points) const {
    auto* sequence = GEOSCoordSeq_copyFromBuffer_r(m_context, numbers(points),
                                                   static_cast<unsigned>(points.size()), 0, 0);
    return sequence ? GEOSGeom_createLinearRing_r(m_context, sequence) : nullptr;
}

Geos::Geometry Geos::polygon(const std::vector<PlanePoint>& outer,
                             const std::vector<std::vector<PlanePoint>>& holes) const {
    auto* shell = ring(outer);
    if (!shell) return own(nullptr);
    std::vector<GEOSGeometry*> rings;
    for (const auto& hole : holes) {
        if (auto* made = ring(hole)) rings.push_back(made);
    }
    return own(GEOSGeom_createPolygon_r(m_context, shell, rings.data(),
                                        static_cast<unsigned>(rings.size())));
}

Geos::Geometry Geos::line(const std::vector<PlanePoint>& points) const {
    auto* sequence = GEOSCoordSeq_copyFromBuffer_r(m_context, numbers(points),
                                                   static_cast<unsigned>(points.size()), 0, 0);
    return own(sequence ? GEOSGeom_createLineString_r(m_context, sequence) : nullptr);
}

std::optional<Geos::Invalid> Geos::find_fault(const Geometry& geometry) const {
    char* reason = nullptr;
    GEOSGeometry* where = nullptr;
    const char valid = GEOSisValidDetail_r(m_context, geometry.get(), 0, &reason, &where);
    const auto location = own(where);
    std::optional<Invalid> found;
    if (valid != 1) {
        found.emplace();
        if (reason) found->reason = reason;
        if (location) {
            GEOSGeomGetX_r(m_context, location.get(), &found->at.x);
            GEOSGeomGetY_r(m_context, location.get(), &found->at.y);
        }
    }
    if (reason) GEOSFree_r(m_context, reason);
    return found;
}

Geos::Geometry Geos::made_valid(const Geometry& geometry) const {
    return own(GEOSMakeValid_r(m_context, geometry.get()));
}

Geos::Geometry Geos::simplified(const Geometry& geometry, double tolerance) const {
    return own(GEOSTopologyPreserveSimplify_r(m_context, geometry.get(), tolerance));
}

Geos::Geometry Geos::clipped(const Geometry& geometry, const PlaneBox& box) const {
    return own(GEOSClipByRect_r(m_context, geometry.get(), box.least.x, box.least.y, box.most.x,
                                box.most.y));
}

Geos::Geometry Geos::boundary(const Geometry& geometry) const {
    return own(GEOSBoundary_r(m_context, geometry.get()));
}

Geos::Geometry Geos::joined(const Geometry& lines) const {
    return own(GEOSLineMerge_r(m_context, lines.get()));
}

std::optional<PlaneBox> Geos::envelope(const Geometry& geometry) const {
    if (!geometry || GEOSisEmpty_r(m_context, geometry.get()) != 0) return std::nullopt;
    PlaneBox box;
    const bool known = GEOSGeom_getXMin_r(m_context, geometry.get(), &box.least.x) == 1 &&
                       GEOSGeom_getYMin_r(m_context, geometry.get(), &box.least.y) == 1 &&
                       GEOSGeom_getXMax_r(m_context, geometry.get(), &box.most.x) == 1 &&
                       GEOSGeom_getYMax_r(m_context, geometry.get(), &box.most.y) == 1;
    return known ? std::optional{box} : std::nullopt;
}

size_t Geos::points(const Geometry& geometry) const {
    const int count = geometry ? GEOSGetNumCoordinates_r(m_context, geometry.get()) : 0;
    return count > 0 ? static_cast<size_t>(count) : 0;
}

void Geos::each_part(const GEOSGeometry* geometry, int type, const VisitPart& visit) const {
    const int own_type = GEOSGeomTypeId_r(m_context, geometry);
    if (own_type == type || (type == GEOS_LINESTRING && own_type == GEOS_LINEARRING)) {
        visit(geometry);
        return;
    }
    if (own_type < GEOS_MULTIPOINT) return; // no collection
    const int count = GEOSGetNumGeometries_r(m_context, geometry);
    for (int i = 0; i < count; ++i)
        each_part(GEOSGetGeometryN_r(m_context, geometry, i), type, visit);
}

std::vector<PlanePoint> Geos::points_of(const GEOSGeometry* line) const {
    const auto* sequence = GEOSGeom_getCoordSeq_r(m_context, line);
    unsigned size = 0;
    if (!sequence || GEOSCoordSeq_getSize_r(m_context, sequence, &size) == 0) return {};
    std::vector<PlanePoint> points(size);
    GEOSCoordSeq_copyToBuffer_r(m_context, sequence, reinterpret_cast<double*>(points.data()), 0,
                                0);
    return points;
}

bool Geos::triangulate(const GEOSGeometry* polygon, const VisitPoints& visit) const {
    const auto triangles = own(GEOSConstrainedDelaunayTriangulation_r(m_context, polygon));
    if (!triangles) return false;
    each_part(triangles.get(), GEOS_POLYGON, [&](const GEOSGeometry* triangle) {
        auto points = points_of(GEOSGetExteriorRing_r(m_context, triangle));
        if (points.size() != 4) return;
        points.pop_back();
        visit(points);
    });
    return true;
}

bool Geos::each_triangle(const Geometry& geometry, const VisitPoints& visit) const {
    bool all = true;
    each_part(geometry.get(), GEOS_POLYGON, [&](const GEOSGeometry* polygon) {
        if (triangulate(polygon, visit)) return;
        // What lies on a clip's edge may touch itself.
        const auto valid = own(GEOSMakeValid_r(m_context, polygon));
        bool made = valid != nullptr;
        if (made) {
            each_part(valid.get(), GEOS_POLYGON,
                      [&](const GEOSGeometry* part) { made = triangulate(part, visit) && made; });
        }
        all = all && made;
    });
    return all;
}

void Geos::each_line(const Geometry& geometry, const VisitPoints& visit) const {
    each_part(geometry.get(), GEOS_LINESTRING,
              [&](const GEOSGeometry* line) { visit(points_of(line)); });
}

} // namespace pufa::author
