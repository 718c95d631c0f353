#pragma once
// RAII over GEOS (its C API, one context, no global state). Only for the .cpp files of this folder
// that make meshes. A null Geometry is what GEOS could not make.

#include "content/place/base_mesh.h"

#include <geos_c.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pufa::author {

using PlanePoint = place::MercatorPoint; ///< in the units of whoever calls
using PlaneBox = place::MercatorBox;

class Geos {
  public:
    Geos();
    ~Geos();
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    struct Destroy {
        GEOSContextHandle_t context = nullptr;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

    /// Rings are closed.
    [[nodiscard]] Geometry polygon(const std::vector<PlanePoint>& outer,
                                   const std::vector<std::vector<PlanePoint>>& holes) const;
    [[nodiscard]] Geometry line(const std::vector<PlanePoint>& points) const;

    struct Invalid {
        PlanePoint at;
        std::string reason; ///< "Self-intersection"
    };
    [[nodiscard]] std::optional<Invalid> find_fault(const Geometry& geometry) const;
    [[nodiscard]] Geometry made_valid(const Geometry& geometry) const;
    /// No part disappears and nothing crosses that did not.
    [[nodiscard]] Geometry simplified(const Geometry& geometry, double tolerance) const;
    [[nodiscard]] Geometry clipped(const Geometry& geometry, const PlaneBox& box) const;
    /// The rings of polygons; null if it has none.
    [[nodiscard]] Geometry boundary(const Geometry& geometry) const;
    /// Lines that meet end to end become one.
    [[nodiscard]] Geometry joined(const Geometry& lines) const;

    [[nodiscard]] std::optional<PlaneBox> envelope(const Geometry& geometry) const;
    [[nodiscard]] size_t points(const Geometry& geometry) const;

    using VisitPoints = std::function<void(const std::vector<PlanePoint>&)>;
    /// Three points each; false if the geometry could not be cut into triangles.
    [[nodiscard]] bool each_triangle(const Geometry& geometry, const VisitPoints& visit) const;
    void each_line(const Geometry& geometry, const VisitPoints& visit) const;

  private:
    [[nodiscard]] Geometry own(GEOSGeometry* geometry) const;
    [[nodiscard]] GEOSGeometry* ring(const std::vector<PlanePoint>& points) const;
    [[nodiscard]] std::vector<PlanePoint> points_of(const GEOSGeometry* line) const;
    using VisitPart = std::function<void(const GEOSGeometry*)>;
    /// The parts of that type, however deep in collections.
    void each_part(const GEOSGeometry* geometry, int type, const VisitPart& visit) const;
    [[nodiscard]] bool triangulate(const GEOSGeometry* polygon, const VisitPoints& visit) const;

    GEOSContextHandle_t m_context;
};

} // namespace pufa::author
