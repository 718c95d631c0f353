#pragma once
// Points on the globe, asked for by nearness. A tree of boxes in space over the points as vectors
// of length 1: no datum line, no pole and no far-off point spoils it, and asking for a few of many
// touches a few. Immutable; may be read by several threads.

#include "content/model/places.h"

#include <array>
#include <cstdint>
#include <optional>
#include <queue>
#include <vector>

namespace pufa::place {

/// On the sphere of radius 1.
using Direction = std::array<double, 3>;
[[nodiscard]] Direction direction_of(model::GeoPoint at);

class PointTree {
  public:
    struct Found {
        uint32_t id = 0;       ///< index into the points given
        double distance_m = 0; ///< along the earth, as in datum.h
    };
    /// The points one after the other, nearest first; of equally near ones the first given first.
    class Walk {
      public:
        [[nodiscard]] std::optional<Found> next();

      private:
        friend class PointTree;
        struct Entry {
            double squared = 0; ///< of the straight line on the sphere of radius 1
            bool is_point = false;
            uint32_t index = 0; ///< of the node, or the point's id
        };
        struct Later {
            bool operator()(const Entry& a, const Entry& b) const;
        };
        Walk(const PointTree& tree, Direction from);
        void open(uint32_t node);

        const PointTree* m_tree; ///< never null
        Direction m_from;
        std::priority_queue<Entry, std::vector<Entry>, Later> m_entries;
    };

    /// None, or numbers that are no position: known by `has`, never found.
    explicit PointTree(const std::vector<std::optional<model::GeoPoint>>& points);

    [[nodiscard]] bool has(size_t id) const { return m_slots[id] != k_none; }
    /// Along the earth, as in datum.h. `has(id)`.
    [[nodiscard]] double distance_m(size_t id, const Direction& from) const;
    /// `this` outlives the walk.
    [[nodiscard]] Walk walk(model::GeoPoint from) const { return {*this, direction_of(from)}; }

  private:
    struct Node {
        Direction least, most; ///< the box of its points
        uint32_t begin = 0, end = 0;
        uint32_t children = 0; ///< the first of two; 0: a leaf
    };
    static constexpr uint32_t k_none = UINT32_MAX;

    void divide(uint32_t node);

    std::vector<Node> m_nodes;
    std::vector<Direction> m_points; ///< those of a node lie together
    std::vector<uint32_t> m_ids;     ///< of m_points
    std::vector<uint32_t> m_slots;   ///< id → index into m_points
};

} // namespace pufa::place
