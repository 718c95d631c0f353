#include "content/place/point_tree.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace pufa::place {

namespace {

constexpr double k_earth_m = 6371008.8; // as in datum.h
constexpr uint32_t k_leaf = 16;

double squared_between(const Direction& a, const Direction& b) {
    double sum = 0;
    for (size_t axis = 0; axis < a.size(); ++axis)
        sum += (a[axis] - b[axis]) * (a[axis] - b[axis]);
    return sum;
}

double squared_to_box(const Direction& from, const Direction& least, const Direction& most) {
    double sum = 0;
    for (size_t axis = 0; axis < from.size(); ++axis) {
        const double off = from[axis] - std::clamp(from[axis], least[axis], most[axis]);
        sum += off * off;
    }
    return sum;
}

/// Metres along the sphere for a straight line through the sphere of radius 1.
double along_m(double squared) {
    const double half = std::sqrt(squared) / 2;
    // Up to 250 km the first terms of the arcsine are right to a micrometre, and cheaper.
    constexpr double k_near = 0.02;
    const double arc = half < k_near
                           ? half * (1 + half * half * (1.0 / 6 + half * half * (3.0 / 40)))
                           : std::asin(std::min(1.0, half));
    return 2 * k_earth_m * arc;
}

bool is_position(const std::optional<model::GeoPoint>& at) {
    return at && std::abs(at->lon) <= 180 && std::abs(at->lat) <= 90;
}

} // namespace

Direction direction_of(model::GeoPoint at) {
    const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180.0; };
    const double lon = radians(at.lon), lat = radians(at.lat);
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

PointTree::PointTree(const std::vector<std::optional<model::GeoPoint>>& points)
    : m_slots(points.size(), k_none) {
    std::vector<Direction> given(points.size());
    for (uint32_t id = 0; id < points.size(); ++id) {
        if (!is_position(points[id])) continue;
        given[id] = direction_of(*points[id]);
        m_ids.push_back(id);
    }
    if (m_ids.empty()) return;
    m_points = std::move(given); // by id until the nodes have sorted m_ids
    m_nodes.push_back({{}, {}, 0, static_cast<uint32_t>(m_ids.size())});
    for (uint32_t node = 0; node < m_nodes.size(); ++node)
        divide(node);
    std::vector<Direction> ordered;
    ordered.reserve(m_ids.size());
    for (const auto id : m_ids) {
        m_slots[id] = static_cast<uint32_t>(ordered.size());
        ordered.push_back(m_points[id]);
    }
    m_points = std::move(ordered);
}

/// Finds the node's box and halves what is more than a leaf along its longest side.
void PointTree::divide(uint32_t node) {
    const auto begin = m_ids.begin() + m_nodes[node].begin;
    const auto end = m_ids.begin() + m_nodes[node].end;
    auto& least = m_nodes[node].least;
    auto& most = m_nodes[node].most;
    least = most = m_points[*begin];
    for (auto id = begin; id != end; ++id)
        for (size_t axis = 0; axis < least.size(); ++axis) {
            least[axis] = std::min(least[axis], m_points[*id][axis]);
            most[axis] = std::max(most[axis], m_points[*id][axis]);
        }
    if (end - begin <= k_leaf) return;
    size_t longest = 0;
    for (size_t axis = 1; axis < least.size(); ++axis)
        if (most[axis] - least[axis] > most[longest] - least[longest]) longest = axis;
    const auto middle = begin + (end - begin) / 2;
    std::nth_element(begin, middle, end, [&](uint32_t a, uint32_t b) {
        return m_points[a][longest] < m_points[b][longest];
    });
    const auto cut = static_cast<uint32_t>(middle - m_ids.begin());
    const uint32_t first = m_nodes[node].begin, last = m_nodes[node].end;
    m_nodes[node].children = static_cast<uint32_t>(m_nodes.size());
    m_nodes.push_back({{}, {}, first, cut});
    m_nodes.push_back({{}, {}, cut, last});
}

double PointTree::distance_m(size_t id, const Direction& from) const {
    return along_m(squared_between(m_points[m_slots[id]], from));
}

bool PointTree::Walk::Later::operator()(const Entry& a, const Entry& b) const {
    if (a.squared != b.squared) return a.squared > b.squared;
    // A box first: it may hold an equally near point that was given earlier.
    if (a.is_point != b.is_point) return a.is_point;
    return a.index > b.index;
}

PointTree::Walk::Walk(const PointTree& tree, Direction from)
    : m_tree(&tree)
    , m_from(from) {
    if (!tree.m_nodes.empty()) m_entries.push({0, false, 0});
}

void PointTree::Walk::open(uint32_t index) {
    const auto& node = m_tree->m_nodes[index];
    if (node.children != 0) {
        for (const uint32_t child : {node.children, node.children + 1}) {
            const auto& box = m_tree->m_nodes[child];
            m_entries.push({squared_to_box(m_from, box.least, box.most), false, child});
        }
        return;
    }
    for (uint32_t slot = node.begin; slot < node.end; ++slot)
        m_entries.push(
            {squared_between(m_from, m_tree->m_points[slot]), true, m_tree->m_ids[slot]});
}

std::optional<PointTree::Found> PointTree::Walk::next() {
    while (!m_entries.empty()) {
        const auto entry = m_entries.top();
        m_entries.pop();
        if (entry.is_point) return Found{entry.index, along_m(entry.squared)};
        open(entry.index);
    }
    return std::nullopt;
}

} // namespace pufa::place
