#include "kiosk/map/scene.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace pufa::map {

namespace {

constexpr unsigned k_bits = 26;  // of x and of y in a code
constexpr uint32_t k_block = 64; // markers
/// Degrees around a single place, when there is nothing else to show.
constexpr double k_least_span = 0.02 / 360;

/// Puts a zero between the bits.
uint64_t spread(uint64_t bits) {
    bits = (bits | bits << 16U) & 0x0000FFFF0000FFFFULL;
    bits = (bits | bits << 8U) & 0x00FF00FF00FF00FFULL;
    bits = (bits | bits << 4U) & 0x0F0F0F0F0F0F0F0FULL;
    bits = (bits | bits << 2U) & 0x3333333333333333ULL;
    return (bits | bits << 1U) & 0x5555555555555555ULL;
}

uint64_t gathered(uint64_t bits) {
    bits &= 0x5555555555555555ULL;
    bits = (bits | bits >> 1U) & 0x3333333333333333ULL;
    bits = (bits | bits >> 2U) & 0x0F0F0F0F0F0F0F0FULL;
    bits = (bits | bits >> 4U) & 0x00FF00FF00FF00FFULL;
    bits = (bits | bits >> 8U) & 0x0000FFFF0000FFFFULL;
    return (bits | bits >> 16U) & 0x00000000FFFFFFFFULL;
}

MercatorBox around(const std::vector<MercatorPoint>& spots) {
    MercatorBox box{spots.front(), spots.front()};
    for (const auto& spot : spots)
        include(box, spot);
    return box;
}

} // namespace

Scene::Scene(std::shared_ptr<const BaseMap> base, std::vector<Marker> markers,
             std::optional<model::GeoPoint> here)
    : m_base(std::move(base))
    , m_markers(std::move(markers)) {
    if (here) m_here = mercator_of(*here);
    index();
    if (m_base) {
        m_bounds = m_base->bounds();
        return;
    }
    auto all = m_spots;
    if (m_here) all.push_back(*m_here);
    if (all.empty()) all.push_back({0.5, 0.5});
    m_bounds = around(all);
    if (std::max(m_bounds.width(), m_bounds.height()) < k_least_span)
        m_bounds = grown(m_bounds, k_least_span);
}

void Scene::index() {
    std::vector<MercatorPoint> spots;
    for (const auto& marker : m_markers)
        spots.push_back(mercator_of(marker.at));
    if (spots.empty()) {
        m_sums.resize(1);
        return;
    }
    const auto box = around(spots);
    m_corner = box.least;
    m_side = std::max({box.width(), box.height(), k_least_span}) * (1 + 1e-9);

    const double cells = std::ldexp(1.0, k_bits) / m_side;
    std::vector<uint64_t> codes;
    for (const auto& spot : spots) {
        codes.push_back(spread(static_cast<uint64_t>((spot.x - m_corner.x) * cells)) |
                        spread(static_cast<uint64_t>((spot.y - m_corner.y) * cells)) << 1U);
    }
    std::vector<uint32_t> order(spots.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
        return codes[a] != codes[b] ? codes[a] < codes[b] : m_markers[a].row < m_markers[b].row;
    });

    std::vector<Marker> sorted;
    Sums sums;
    m_sums.push_back(sums);
    for (const uint32_t from : order) {
        const auto at = static_cast<uint32_t>(sorted.size());
        sorted.push_back(m_markers[from]);
        m_spots.push_back(spots[from]);
        m_codes.push_back(codes[from]);
        sums.x += spots[from].x;
        sums.y += spots[from].y;
        sums.open += sorted.back().open ? 1 : 0;
        if (at == 0 || sorted[at - 1].kind != sorted[at].kind) sums.kind_since = at;
        m_sums.push_back(sums);
        if (at % k_block == 0) m_block_rows.push_back(sorted.back().row);
        m_block_rows.back() = std::min(m_block_rows.back(), sorted.back().row);
    }
    m_markers = std::move(sorted);
    m_by_row.resize(m_markers.size());
    std::iota(m_by_row.begin(), m_by_row.end(), 0U);
    std::sort(m_by_row.begin(), m_by_row.end(),
              [&](uint32_t a, uint32_t b) { return m_markers[a].row < m_markers[b].row; });
}

std::optional<Scene::Spot> Scene::spot_of(size_t row) const {
    const auto found =
        std::lower_bound(m_by_row.begin(), m_by_row.end(), row,
                         [&](uint32_t at, size_t wanted) { return m_markers[at].row < wanted; });
    if (found == m_by_row.end() || m_markers[*found].row != row) return std::nullopt;
    return Spot{&m_markers[*found], m_spots[*found]};
}

MercatorBox Scene::square(uint64_t code, unsigned level) const {
    const double side = std::ldexp(m_side, -static_cast<int>(level));
    const MercatorPoint least{m_corner.x + static_cast<double>(gathered(code)) * side,
                              m_corner.y + static_cast<double>(gathered(code >> 1U)) * side};
    return {least, {least.x + side, least.y + side}};
}

Scene::Range Scene::part(Range whole, uint64_t code, unsigned shift) const {
    const auto begin = m_codes.begin() + whole.first;
    const auto end = m_codes.begin() + whole.last;
    const auto first =
        std::partition_point(begin, end, [&](uint64_t one) { return one >> shift < code; });
    const auto last =
        std::partition_point(first, end, [&](uint64_t one) { return one >> shift == code; });
    return {static_cast<uint32_t>(first - m_codes.begin()),
            static_cast<uint32_t>(last - m_codes.begin())};
}

template <class Visit>
void Scene::descend(Range range, uint64_t code, unsigned level, unsigned target,
                    const MercatorBox& seen, Visit& visit) const {
    if (range.first == range.last) return;
    const auto box = square(code, level);
    if (!box.meets(seen)) return;
    if (level == target || range.last - range.first == 1) {
        visit(range, box);
        return;
    }
    for (uint64_t quarter = 0; quarter < 4; ++quarter) {
        const uint64_t child = code << 2U | quarter;
        const unsigned shift = 2 * (k_bits - level - 1);
        descend(part(range, child, shift), child, level + 1, target, seen, visit);
    }
}

std::vector<Scene::Spot> Scene::spots_in(const MercatorBox& box, size_t most) const {
    std::vector<Spot> found;
    const auto take = [&](Range range, const MercatorBox&) {
        for (uint32_t i = range.first; i < range.last && found.size() < most; ++i) {
            const MercatorPoint at = m_spots[i];
            if (box.meets({at, at})) found.push_back({&m_markers[i], at});
        }
    };
    // Squares as small as the box: few of them, and little around it.
    const double size = std::max({box.width(), box.height(), m_side * 1e-7});
    const auto target = static_cast<unsigned>(
        std::clamp(std::ceil(std::log2(m_side / size)), 0.0, static_cast<double>(k_bits)));
    descend({0, static_cast<uint32_t>(m_markers.size())}, 0, 0, target, box, take);
    return found;
}

size_t Scene::least_row(Range range) const {
    size_t least = m_markers[range.first].row;
    for (uint32_t i = range.first; i < range.last;) {
        const bool whole = i % k_block == 0 && i + k_block <= range.last;
        least = std::min(least, whole ? m_block_rows[i / k_block] : m_markers[i].row);
        i += whole ? k_block : 1;
    }
    return least;
}

Cluster Scene::cluster_of(Range range, const MercatorBox& box) const {
    const Sums& before = m_sums[range.first];
    const Sums& after = m_sums[range.last];
    const auto count = range.last - range.first;
    Cluster cluster;
    cluster.count = count;
    cluster.row = least_row(range);
    cluster.box = box;
    cluster.open = after.open - before.open;
    if (after.kind_since <= range.first) cluster.kind = m_markers[range.first].kind;
    if (count == 1) {
        cluster.only = &m_markers[range.first];
        cluster.at = m_spots[range.first];
        cluster.box = {cluster.at, cluster.at};
    } else {
        cluster.at = {(after.x - before.x) / count, (after.y - before.y) / count};
    }
    return cluster;
}

namespace {

Cluster merged(const Cluster& a, const Cluster& b) {
    Cluster both = a.count >= b.count ? a : b;
    both.count = a.count + b.count;
    both.row = std::min(a.row, b.row);
    const double share = static_cast<double>(b.count) / static_cast<double>(both.count);
    both.at = {a.at.x + (b.at.x - a.at.x) * share, a.at.y + (b.at.y - a.at.y) * share};
    both.only = nullptr;
    both.box = a.box;
    include(both.box, b.box.least);
    include(both.box, b.box.most);
    both.open = a.open + b.open;
    if (a.kind != b.kind) both.kind.reset();
    return both;
}

/// Clusters of which no two are near. In a cell as wide as `apart` there is room for one at most.
class Apart {
  public:
    explicit Apart(double apart)
        : m_apart(apart) {}

    void add(Cluster cluster) {
        for (auto near = take_near(cluster.at); near; near = take_near(cluster.at))
            cluster = merged(*near, cluster);
        m_cells.insert_or_assign(cell(cluster.at), cluster);
    }
    [[nodiscard]] std::vector<Cluster> take() {
        std::vector<Cluster> all;
        for (auto& [where, cluster] : m_cells)
            all.push_back(cluster);
        return all;
    }

  private:
    using Cell = std::pair<int64_t, int64_t>;
    [[nodiscard]] Cell cell(MercatorPoint at) const {
        return {std::llround(std::floor(at.y / m_apart)), std::llround(std::floor(at.x / m_apart))};
    }
    std::optional<Cluster> take_near(MercatorPoint at) {
        const Cell middle = cell(at);
        for (int64_t y = middle.first - 1; y <= middle.first + 1; ++y) {
            for (int64_t x = middle.second - 1; x <= middle.second + 1; ++x) {
                const auto found = m_cells.find({y, x});
                if (found == m_cells.end()) continue;
                const MercatorPoint there = found->second.at;
                if (std::max(std::abs(there.x - at.x), std::abs(there.y - at.y)) >= m_apart)
                    continue;
                auto cluster = found->second;
                m_cells.erase(found);
                return cluster;
            }
        }
        return std::nullopt;
    }

    double m_apart;
    std::map<Cell, Cluster> m_cells;
};

} // namespace

std::vector<Cluster> Scene::clusters(const MercatorBox& seen, double apart) const {
    constexpr double k_steps = 4; // in which the distance doubles
    apart = std::exp2(std::ceil(std::log2(apart) * k_steps) / k_steps);
    // Squares of at most half the distance, so that what is put together has its middle where it
    // would have been without them.
    const auto target = static_cast<unsigned>(
        std::clamp(std::ceil(std::log2(m_side / apart)) + 1, 0.0, static_cast<double>(k_bits)));
    Apart result{apart};
    const auto take = [&](Range range, const MercatorBox& box) {
        result.add(cluster_of(range, box));
    };
    descend({0, static_cast<uint32_t>(m_markers.size())}, 0, 0, target, grown(seen, 2 * apart),
            take);
    return result.take();
}

} // namespace pufa::map
