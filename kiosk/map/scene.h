#pragma once
// All that a map shows: a base map, the places on it as an index that answers for a view, and where
// the visitor stands. Immutable once made: the flow holds it by shared_ptr and makes a new one when
// the filter changes; what a view costs follows what it shows, not what is stored.

#include "content/model/places.h"
#include "kiosk/map/base_map.h"
#include "kiosk/map/mercator.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace pufa::map {

struct Marker {
    model::GeoPoint at; ///< WGS-84 (place::to_wgs84)
    model::PlaceKind kind = model::PlaceKind::mediation;
    size_t row = 0; ///< of the list twin; names the marker, so no two are the same
    bool open = false;
    int number = 0; ///< shown in it, from 1; 0: the icon of its kind
};

/// A marker alone, or several that stand too near to each other to be touched apart.
struct Cluster {
    MercatorPoint at; ///< of one its place, of several the middle
    size_t count = 0;
    size_t row = 0;                       ///< of one of them: names the cluster
    const Marker* only = nullptr;         ///< the one; null for several
    MercatorBox box;                      ///< holds all
    size_t open = 0;                      ///< how many of them are
    std::optional<model::PlaceKind> kind; ///< if all are of one kind
};

class Scene {
  public:
    /// `base` null: the places stand on plain ground. `here`: WGS-84.
    Scene(std::shared_ptr<const BaseMap> base, std::vector<Marker> markers,
          std::optional<model::GeoPoint> here);

    [[nodiscard]] const BaseMap* base() const { return m_base.get(); }
    [[nodiscard]] const std::optional<MercatorPoint>& here() const { return m_here; }
    [[nodiscard]] size_t size() const { return m_markers.size(); }
    /// The base map's; without one around all markers and the visitor. Never empty.
    [[nodiscard]] const MercatorBox& bounds() const { return m_bounds; }

    struct Spot {
        const Marker* marker;
        MercatorPoint at;
    };
    [[nodiscard]] std::optional<Spot> spot_of(size_t row) const;
    /// Markers within the box, edges included; `most` at most.
    [[nodiscard]] std::vector<Spot> spots_in(const MercatorBox& box, size_t most) const;

    /// Grouped so that no two of the result are nearer than `apart` in both x and y (Mercator
    /// units), for what `seen` shows and a little around it. `apart` goes up by steps inside, so
    /// that groups hold still while the view is panned or zoomed a little.
    [[nodiscard]] std::vector<Cluster> clusters(const MercatorBox& seen, double apart) const;

  private:
    /// Sums over the markers before it in the order of the index.
    struct Sums {
        double x = 0;
        double y = 0;
        uint32_t open = 0;
        uint32_t kind_since = 0; ///< since which marker all are of the kind of the last one
    };
    struct Range {
        uint32_t first;
        uint32_t last; ///< one past
    };
    void index();
    [[nodiscard]] Range part(Range whole, uint64_t code, unsigned shift) const;
    template <class Visit>
    void descend(Range range, uint64_t code, unsigned level, unsigned target,
                 const MercatorBox& seen, Visit& visit) const;
    [[nodiscard]] size_t least_row(Range range) const;
    [[nodiscard]] Cluster cluster_of(Range range, const MercatorBox& square) const;
    [[nodiscard]] MercatorBox square(uint64_t code, unsigned level) const;

    std::shared_ptr<const BaseMap> m_base;
    std::optional<MercatorPoint> m_here;
    MercatorBox m_bounds;
    /// A quadtree without nodes: markers by the Morton code of their place, so that each of its
    /// squares is a range of them.
    MercatorPoint m_corner; ///< north-west of the largest square
    double m_side = 1;      ///< its width
    std::vector<Marker> m_markers;
    std::vector<MercatorPoint> m_spots;
    std::vector<uint64_t> m_codes;
    std::vector<Sums> m_sums;         ///< one more than markers
    std::vector<size_t> m_block_rows; ///< the least row of each block of markers
    std::vector<uint32_t> m_by_row;   ///< indices into m_markers, by row
};

} // namespace pufa::map
