#include "content/place/base_mesh.h"

#include <doctest/doctest.h>

#include <cstring>
#include <limits>

using namespace pufa;
using place::BaseMesh;

namespace {

/// Two levels; a district, land, and a line of each stroke.
BaseMesh sample() {
    BaseMesh mesh;
    mesh.bounds = {{0.8125, 0.4375}, {0.8130, 0.4380}};
    place::MeshLevel coarse{1e-6, 1, 1, {}};
    place::MeshTile tile;
    tile.areas.push_back({place::k_fill_land, {{0, 0}, {65535, 0}, {65535, 65535}}, {0, 1, 2}});
    tile.areas.push_back({3, {{1, 2}, {3, 4}, {5, 6}, {7, 8}}, {0, 1, 2, 0, 2, 3}});
    for (const auto stroke : {place::Stroke::coast, place::Stroke::river, place::Stroke::border})
        tile.lines.push_back({stroke, {{9, 9}, {10, 11}}});
    coarse.tiles.push_back(tile);
    place::MeshLevel fine{0, 2, 1, {tile, {}}};
    mesh.levels = {coarse, fine};
    return mesh;
}

std::span<const std::byte> bytes_of(const std::string& text) {
    return std::as_bytes(std::span{text});
}

/// The bytes with some of them replaced.
template <class T>
std::string with(std::string bytes, size_t at, T value) {
    REQUIRE(at + sizeof value <= bytes.size());
    std::memcpy(bytes.data() + at, &value, sizeof value);
    return bytes;
}

constexpr size_t k_version_at = 8, k_levels_at = 12, k_bounds_at = 16, k_level_at = 48,
                 k_tile_at = k_level_at + 16, k_area_at = k_tile_at + 8;

} // namespace

TEST_CASE("a mesh is read as it was written") {
    const auto mesh = sample();
    const auto read = place::read_base_mesh(bytes_of(place::write_base_mesh(mesh)));
    REQUIRE(read.ok());
    CHECK(*read == mesh);
    CHECK(read->points() == 2 * 13);
}

TEST_CASE("tiles share their edges") {
    BaseMesh mesh = sample();
    const auto& fine = mesh.levels[1];
    CHECK(mesh.tile_box(fine, 0, 0).most.x == mesh.tile_box(fine, 1, 0).least.x);
    CHECK(mesh.tile_box(fine, 0, 0).least == mesh.bounds.least);
    CHECK(mesh.tile_box(fine, 1, 0).most.x == doctest::Approx(mesh.bounds.most.x));
}

TEST_CASE("a mesh that was cut off anywhere is damaged") {
    const auto whole = place::write_base_mesh(sample());
    for (size_t size = 0; size < whole.size(); ++size) {
        const auto read = place::read_base_mesh(bytes_of(whole).first(size), "maps/a.mesh");
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().code == Code::DAMAGED_MEMBER);
        CHECK(read.error().where == "maps/a.mesh");
    }
    CHECK_FALSE(place::read_base_mesh(bytes_of(whole + '\0')).ok());
}

TEST_CASE("what a mesh says of itself is not believed") {
    const auto whole = place::write_base_mesh(sample());
    const auto refused = [](const std::string& bytes) {
        return !place::read_base_mesh(bytes_of(bytes)).ok();
    };
    CHECK(refused(with<char>(whole, 0, 'p')));
    CHECK(refused(with<uint32_t>(whole, k_version_at, 2)));
    CHECK(refused(with<uint32_t>(whole, k_levels_at, 0)));
    CHECK(refused(with<uint32_t>(whole, k_levels_at, 0xFFFFFFFF)));
    CHECK(refused(with<double>(whole, k_bounds_at, -0.1)));
    CHECK(refused(with<double>(whole, k_bounds_at, std::numeric_limits<double>::quiet_NaN())));
    CHECK(refused(with<double>(whole, k_bounds_at, 0.9))); // east of its own end
    CHECK(refused(with<double>(whole, k_bounds_at + 24, std::numeric_limits<double>::infinity())));
    CHECK(refused(with<double>(whole, k_level_at, std::numeric_limits<double>::quiet_NaN())));
    CHECK(refused(with<double>(whole, k_level_at, 0.0))); // not coarser than the next
    CHECK(refused(with<uint32_t>(whole, k_level_at + 8, 0)));
    CHECK(refused(with<uint32_t>(whole, k_level_at + 8, 0x10000)));
    CHECK(refused(with<uint32_t>(whole, k_tile_at, 0xFFFFFFFF)));
    CHECK(refused(with<uint32_t>(whole, k_tile_at + 4, 0x7FFFFFFF)));
    CHECK(refused(with<uint32_t>(whole, k_area_at + 2, 2)));          // points
    CHECK(refused(with<uint32_t>(whole, k_area_at + 2, 0xFFFFFFFF))); // points
    CHECK(refused(with<uint32_t>(whole, k_area_at + 6, 2)));          // indices
    CHECK(refused(with<uint32_t>(whole, k_area_at + 6, 0xFFFFFFFD)));
    CHECK(refused(with<uint16_t>(whole, k_area_at + 10 + 12, 3))); // an index past the points
}

TEST_CASE("a mesh with any one bit turned over is refused or keeps to its bounds") {
    const auto whole = place::write_base_mesh(sample());
    size_t refused = 0;
    for (size_t at = 0; at < whole.size() * 8; ++at) {
        auto turned = whole;
        turned[at / 8] = static_cast<char>(turned[at / 8] ^ (1 << at % 8));
        const auto read = place::read_base_mesh(bytes_of(turned));
        if (!read.ok()) {
            ++refused;
            continue;
        }
        for (const auto& level : read->levels) {
            REQUIRE(level.tiles.size() == size_t{level.columns} * level.rows);
            for (const auto& tile : level.tiles) {
                for (const auto& area : tile.areas) {
                    for (const auto index : area.indices)
                        REQUIRE(index < area.points.size());
                }
            }
        }
    }
    CHECK(refused > 100);
}
