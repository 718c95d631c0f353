#include "kiosk/raster/shapes.h"

#include "tests/support/draw_lists.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::raster;
using Kind = Shape::Kind;

namespace {

std::vector<Shape> shapes_of(const std::function<void(ImDrawList&)>& draw) {
    test::Drawing drawing(320, 200);
    const auto& data = drawing.draw(draw);
    std::vector<Shape> all;
    unsigned indices = 0;
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (const auto& command : data.CmdLists[i]->CmdBuffer) {
            ShapeReader reader(*data.CmdLists[i], command);
            Shape shape;
            while (reader.next(shape))
                all.push_back(shape);
            indices += command.ElemCount;
        }
    unsigned read = 0;
    for (const auto& shape : all)
        read += shape.kind == Kind::triangle
                    ? 3u
                    : (static_cast<unsigned>(shape.corners.size()) - 2) * 3;
    CHECK(read == indices); // nothing left out, nothing read twice
    for (auto& shape : all)
        for (auto& corner : shape.corners)
            corner = nullptr; // the lists are gone
    return all;
}

size_t count(const std::vector<Shape>& shapes, Kind kind) {
    return static_cast<size_t>(std::count_if(
        shapes.begin(), shapes.end(), [&](const Shape& shape) { return shape.kind == kind; }));
}

constexpr uint32_t k_red = 0xff0000ff;

} // namespace

TEST_CASE("boxes, pictures and glyphs are rectangles") {
    const auto shapes = shapes_of([](ImDrawList& list) {
        list.AddRectFilled({10, 10}, {50, 40}, k_red);
        list.AddImage(test::to_imgui(5), {10, 10}, {50, 40});
        list.AddRectFilledMultiColor({0, 0}, {9, 9}, k_red, k_red, 0, 0);
    });
    CHECK(shapes.size() == 3);
    CHECK(count(shapes, Kind::rectangle) == 3);
}

TEST_CASE("a gradient to the side is no rectangle of rows") {
    const auto shapes = shapes_of([](ImDrawList& list) {
        list.AddRectFilledMultiColor({0, 0}, {9, 9}, k_red, 0, 0, k_red);
    });
    CHECK(count(shapes, Kind::triangle) == 2);
}

TEST_CASE("a round box is one polygon and the triangles of its fringe") {
    const auto shapes = shapes_of([](ImDrawList& list) {
        list.AddRectFilled({10, 10}, {150, 140}, k_red, 12);
    });
    REQUIRE(count(shapes, Kind::polygon) == 1);
    CHECK(shapes.front().kind == Kind::polygon);
    const size_t corners = shapes.front().corners.size();
    CHECK(corners >= 8);
    // Two triangles an edge: the first of them is not taken for the fan's next one.
    CHECK(count(shapes, Kind::triangle) == 2 * corners);
}

TEST_CASE("a polygon that is not convex stays the triangles that it came as") {
    const auto shapes = shapes_of([](ImDrawList& list) {
        const std::array<ImVec2, 4> dart{ImVec2{10, 10}, ImVec2{100, 60}, ImVec2{10, 110},
                                         ImVec2{40, 60}};
        list.PrimReserve(6, 4);
        const auto first = static_cast<ImDrawIdx>(list._VtxCurrentIdx);
        for (const int i : {0, 1, 2, 0, 2, 3})
            list.PrimWriteIdx(static_cast<ImDrawIdx>(first + i));
        for (const auto& at : dart)
            list.PrimWriteVtx(at, {0, 0}, k_red);
    });
    CHECK(count(shapes, Kind::triangle) == 2);
}

TEST_CASE("triangles that follow one another are not joined") {
    const auto shapes = shapes_of([](ImDrawList& list) {
        ImGui::GetStyle().AntiAliasedFill = false;
        list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
        list.AddTriangleFilled({0, 0}, {10, 0}, {0, 10}, k_red);
        list.AddTriangleFilled({20, 0}, {30, 0}, {20, 10}, k_red);
    });
    CHECK(count(shapes, Kind::triangle) == 2);
}
