#include "content/author/mesh.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

using namespace pufa;
using author::MapShapes;
using author::Ring;
using author::Shape;

namespace {

Ring square(double west, double south, double size) {
    return {{west, south},
            {west + size, south},
            {west + size, south + size},
            {west, south + size},
            {west, south}};
}

Shape district(std::string code, Ring outer) {
    Shape shape;
    shape.kind = Shape::Kind::district;
    shape.name = "区" + code;
    shape.code = std::move(code);
    shape.polygons.push_back({std::move(outer), {}});
    shape.place = {"maps/city.geojson", 0, 0};
    return shape;
}

/// A coast of `count` points.
Ring rough(size_t count) {
    Ring ring;
    for (size_t i = 0; i < count; ++i) {
        const double turn =
            2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count);
        const double r = 0.5 + 0.05 * std::sin(turn * 17) + 0.004 * std::sin(turn * 613);
        ring.push_back({113 + r * std::cos(turn), 22 + r * std::sin(turn)});
    }
    ring.push_back(ring.front());
    return ring;
}

/// Of all areas of that fill, in Mercator units squared.
double area_of(const place::BaseMesh& mesh, const place::MeshLevel& level, uint16_t fill) {
    double twice = 0;
    for (uint32_t row = 0; row < level.rows; ++row) {
        for (uint32_t column = 0; column < level.columns; ++column) {
            const auto box = mesh.tile_box(level, column, row);
            const double unit = box.width() * box.height() / (65535.0 * 65535.0);
            for (const auto& area : level.tiles[size_t{row} * level.columns + column].areas) {
                if (area.fill != fill) continue;
                for (size_t i = 0; i + 2 < area.indices.size(); i += 3) {
                    const auto a = area.points[area.indices[i]];
                    const auto b = area.points[area.indices[i + 1]];
                    const auto c = area.points[area.indices[i + 2]];
                    twice += unit * std::abs((b.x - a.x) * static_cast<double>(c.y - a.y) -
                                             (c.x - a.x) * static_cast<double>(b.y - a.y));
                }
            }
        }
    }
    return twice / 2;
}

double mercator_y(double lat) {
    const double pi = std::numbers::pi;
    return (1 - std::asinh(std::tan(lat * pi / 180)) / pi) / 2;
}

size_t points_of(const place::MeshLevel& level) {
    size_t count = 0;
    for (const auto& tile : level.tiles) {
        for (const auto& area : tile.areas)
            count += area.points.size();
        for (const auto& line : tile.lines)
            count += line.points.size();
    }
    return count;
}

} // namespace

TEST_CASE("the triangles of a district cover it, and no more") {
    MapShapes shapes;
    shapes.shapes.push_back(district("440703", square(112, 22, 1)));
    auto holed = district("440705", square(113, 22, 1));
    auto hole = square(113.25, 22.25, 0.5);
    std::reverse(hole.begin(), hole.end());
    holed.polygons[0].holes.push_back(hole);
    shapes.shapes.push_back(holed);
    const std::vector<std::string> codes{"440705", "440703"};
    const auto draft = author::make_mesh(shapes, codes);
    CHECK(draft.faults.empty());
    const auto& finest = draft.mesh.levels.back();
    CHECK(finest.tolerance == 0);
    const double degree = 1.0 / 360;
    const double whole = degree * (mercator_y(22) - mercator_y(23));
    const double cut = 0.5 * degree * (mercator_y(22.25) - mercator_y(22.75));
    CHECK(area_of(draft.mesh, finest, 2) == doctest::Approx(whole).epsilon(1e-4));
    CHECK(area_of(draft.mesh, finest, 1) == doctest::Approx(whole - cut).epsilon(1e-4));
    CHECK(area_of(draft.mesh, finest, 0) == 0);
}

TEST_CASE("what is written of it is read again") {
    MapShapes shapes;
    shapes.shapes.push_back(district("440703", rough(3000)));
    const std::vector<std::string> codes{"440703"};
    const auto draft = author::make_mesh(shapes, codes);
    const auto bytes = place::write_base_mesh(draft.mesh);
    const auto read = place::read_base_mesh(std::as_bytes(std::span{bytes}));
    REQUIRE(read.ok());
    CHECK(*read == draft.mesh);
}

TEST_CASE("a rough coast has coarser levels with fewer points, all of nearly its area") {
    MapShapes shapes;
    shapes.shapes.push_back(district("440703", rough(40'000)));
    const std::vector<std::string> codes{"440703"};
    const auto draft = author::make_mesh(shapes, codes);
    const auto& levels = draft.mesh.levels;
    REQUIRE(levels.size() == 3);
    CHECK(levels[0].tolerance > levels[1].tolerance);
    CHECK(points_of(levels[0]) < points_of(levels[1]));
    CHECK(points_of(levels[1]) < points_of(levels[2]));
    CHECK(levels[2].tiles.size() > 100);
    const double fine = area_of(draft.mesh, levels[2], 1);
    CHECK(area_of(draft.mesh, levels[0], 1) == doctest::Approx(fine).epsilon(0.002));
    CHECK(area_of(draft.mesh, levels[1], 1) == doctest::Approx(fine).epsilon(0.002));
}

TEST_CASE("borders, coasts and rivers are lines, and no line follows the edge of a tile") {
    MapShapes shapes;
    shapes.shapes.push_back(district("440703", rough(5000)));
    Shape land;
    land.polygons.push_back({square(112.2, 21.2, 1.6), {}});
    shapes.shapes.push_back(land);
    shapes.rivers.push_back({{111.9, 21.0}, {113.1, 22.1}, {114.2, 23.0}});
    const std::vector<std::string> codes{"440703"};
    const auto draft = author::make_mesh(shapes, codes);
    std::set<place::Stroke> strokes;
    size_t along = 0;
    for (const auto& tile : draft.mesh.levels.back().tiles) {
        for (const auto& line : tile.lines) {
            strokes.insert(line.stroke);
            if (line.stroke != place::Stroke::border) continue;
            for (size_t i = 1; i < line.points.size(); ++i) {
                const auto a = line.points[i - 1], b = line.points[i];
                const auto on_edge = [](uint16_t at) { return at == 0 || at == 65535; };
                if ((a.x == b.x && on_edge(a.x)) || (a.y == b.y && on_edge(a.y))) ++along;
            }
        }
    }
    CHECK(strokes.size() == 3);
    CHECK(along == 0);
}

TEST_CASE("a polygon that crosses itself is named with the point, and drawn") {
    MapShapes shapes;
    shapes.shapes.push_back(
        district("440703", {{112, 22}, {113, 23}, {113, 22}, {112, 23}, {112, 22}}));
    const std::vector<std::string> codes{"440703"};
    const auto draft = author::make_mesh(shapes, codes);
    REQUIRE(draft.faults.size() == 1);
    CHECK(draft.faults[0].name == "区440703");
    CHECK(draft.faults[0].place.file == "maps/city.geojson");
    CHECK(draft.faults[0].reason == "Self-intersection");
    CHECK(draft.faults[0].at.lon == doctest::Approx(112.5).epsilon(1e-6));
    CHECK(draft.faults[0].at.lat == doctest::Approx(22.5).epsilon(1e-4));
    CHECK(area_of(draft.mesh, draft.mesh.levels.back(), 1) > 0);
}

TEST_CASE("nothing to draw makes an empty mesh that can be read") {
    const auto draft = author::make_mesh({}, {});
    const auto bytes = place::write_base_mesh(draft.mesh);
    CHECK(place::read_base_mesh(std::as_bytes(std::span{bytes})).ok());
    CHECK(draft.mesh.points() == 0);
    // A shape without height is none.
    MapShapes flat;
    flat.shapes.push_back(district("440703", {{112, 22}, {113, 22}, {112.5, 22}, {112, 22}}));
    CHECK(author::make_mesh(flat, {}).mesh.points() == 0);
}
