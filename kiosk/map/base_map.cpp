#include "kiosk/map/base_map.h"

#include "content/place/datum.h"

#include <algorithm>
#include <cmath>

namespace pufa::map {

namespace {

/// Canvas units that a shape may lie from where it is.
constexpr double k_most_error = 0.75;

/// The indices of the cells that [least, most] meets, of `count` cells from `from` on.
struct Cells {
    uint32_t first;
    uint32_t last; ///< one past
};
Cells cells(double least, double most, double from, double width, uint32_t count) {
    const auto cell = [&](double at) {
        return std::floor(std::clamp((at - from) / width * count, -1.0, count + 1.0));
    };
    const double first = std::max(0.0, cell(least));
    const double last = std::min(static_cast<double>(count), cell(most) + 1);
    if (last <= first) return {0, 0};
    return {static_cast<uint32_t>(first), static_cast<uint32_t>(last)};
}

} // namespace

BaseMap::BaseMap(model::BaseMap about, std::shared_ptr<const place::BaseMesh> mesh)
    : m_about(std::move(about))
    , m_mesh(std::move(mesh))
    , m_bounds(m_mesh->bounds) {
    const auto on_map = [&](model::GeoPoint at) {
        return mercator_of(place::to_wgs84(at, m_about.datum));
    };
    for (const auto& district : m_about.districts) {
        const auto corner = on_map(district.least);
        MercatorBox box{corner, corner};
        include(box, on_map(district.most));
        if (m_district_bounds.empty()) m_bounds = box;
        include(m_bounds, box.least);
        include(m_bounds, box.most);
        m_district_bounds.push_back(box);
        m_districts.push_back({on_map(district.label), &district.name});
    }
    for (const auto& town : m_about.towns)
        m_towns.push_back({on_map(town.label), &town.name});
    std::stable_sort(m_towns.begin(), m_towns.end(),
                     [](const Name& a, const Name& b) { return a.at.x < b.at.x; });
}

std::optional<MercatorBox> BaseMap::bounds_of(std::string_view district_code) const {
    for (size_t i = 0; i < m_about.districts.size(); ++i) {
        if (m_about.districts[i].code == district_code) return m_district_bounds[i];
    }
    return std::nullopt;
}

std::vector<BaseMap::Name> BaseMap::towns_in(const MercatorBox& seen) const {
    std::vector<Name> found;
    auto town = std::lower_bound(m_towns.begin(), m_towns.end(), seen.least.x,
                                 [](const Name& name, double x) { return name.at.x < x; });
    for (; town != m_towns.end() && town->at.x <= seen.most.x; ++town) {
        if (town->at.y >= seen.least.y && town->at.y <= seen.most.y) found.push_back(*town);
    }
    return found;
}

std::vector<BaseMap::Piece> BaseMap::pieces(const MercatorBox& seen, double scale) const {
    const auto fine_enough = std::find_if(
        m_mesh->levels.begin(), m_mesh->levels.end(),
        [&](const place::MeshLevel& one) { return one.tolerance * scale <= k_most_error; });
    const auto& level = fine_enough == m_mesh->levels.end() ? m_mesh->levels.back() : *fine_enough;
    const auto& bounds = m_mesh->bounds;
    const auto columns =
        cells(seen.least.x, seen.most.x, bounds.least.x, bounds.width(), level.columns);
    const auto rows = cells(seen.least.y, seen.most.y, bounds.least.y, bounds.height(), level.rows);
    std::vector<Piece> found;
    for (uint32_t row = rows.first; row < rows.last; ++row) {
        for (uint32_t column = columns.first; column < columns.last; ++column) {
            const auto& tile = level.tiles[size_t{row} * level.columns + column];
            if (tile.areas.empty() && tile.lines.empty()) continue;
            found.push_back({&tile, m_mesh->tile_box(level, column, row)});
        }
    }
    return found;
}

} // namespace pufa::map
