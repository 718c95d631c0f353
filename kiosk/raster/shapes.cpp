#include "kiosk/raster/shapes.h"

#include <imgui.h>

#include <algorithm>
#include <array>

namespace pufa::raster {
namespace {

/// Twice the area of a triangle, above 0 where it runs clockwise on a screen.
double turn(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
    return (double{b.pos.x} - double{a.pos.x}) * (double{c.pos.y} - double{a.pos.y}) -
           (double{b.pos.y} - double{a.pos.y}) * (double{c.pos.x} - double{a.pos.x});
}

/// No corner turns back, those at the seam of the fan included.
bool is_convex(const std::vector<const ImDrawVert*>& corners) {
    const size_t count = corners.size();
    bool left = false;
    bool right = false;
    for (size_t i = 0; i < count; ++i) {
        const double by = turn(*corners[i], *corners[(i + 1) % count], *corners[(i + 2) % count]);
        left = left || by < 0;
        right = right || by > 0;
    }
    return !(left && right);
}

} // namespace

ShapeReader::ShapeReader(const ImDrawList& list, const ImDrawCmd& command)
    : m_list(list)
    , m_first_vertex(command.VtxOffset)
    , m_at(command.IdxOffset)
    , m_end(command.IdxOffset + command.ElemCount) {}

const ImDrawVert& ShapeReader::vertex(unsigned index) const {
    return m_list
        .VtxBuffer[static_cast<int>(m_first_vertex + m_list.IdxBuffer[static_cast<int>(index)])];
}

bool ShapeReader::next(Shape& shape) {
    if (m_at + 3 > m_end) return false;
    if (take_rectangle(shape) || take_polygon(shape)) return true;
    shape.kind = Shape::Kind::triangle;
    shape.corners.assign({&vertex(m_at), &vertex(m_at + 1), &vertex(m_at + 2)});
    m_at += 3;
    return true;
}

/// As ImDrawList::PrimRect and its likes write it: a b c, a c d.
bool ShapeReader::take_rectangle(Shape& shape) {
    if (m_at + 6 > m_end) return false;
    const auto* index = m_list.IdxBuffer.Data + m_at;
    if (index[3] != index[0] || index[4] != index[2]) return false;
    const auto& a = vertex(m_at);
    const auto& b = vertex(m_at + 1);
    const auto& c = vertex(m_at + 2);
    const auto& d = vertex(m_at + 5);
    const bool upright = a.pos.x == d.pos.x && b.pos.x == c.pos.x && a.pos.y == b.pos.y &&
                         c.pos.y == d.pos.y && a.pos.x <= b.pos.x && a.pos.y <= d.pos.y;
    const bool texture_upright =
        a.uv.x == d.uv.x && b.uv.x == c.uv.x && a.uv.y == b.uv.y && c.uv.y == d.uv.y;
    if (!upright || !texture_upright || a.col != b.col || c.col != d.col) return false;
    shape.kind = Shape::Kind::rectangle;
    shape.corners.assign({&a, &b, &c, &d});
    m_at += 6;
    return true;
}

/// h a b, h b c, h c d … of one colour.
bool ShapeReader::take_polygon(Shape& shape) {
    if (m_at + 6 > m_end) return false;
    const auto* index = m_list.IdxBuffer.Data;
    const auto hub = index[m_at];
    const auto color = vertex(m_at).col;
    if (vertex(m_at + 1).col != color || vertex(m_at + 2).col != color) return false;
    unsigned end = m_at + 3;
    shape.corners.assign({&vertex(m_at), &vertex(m_at + 1), &vertex(m_at + 2)});
    while (end + 3 <= m_end && index[end] == hub && index[end + 1] == index[end - 1] &&
           vertex(end + 2).col == color) {
        shape.corners.push_back(&vertex(end + 2));
        end += 3;
    }
    if (shape.corners.size() < 4 || !is_convex(shape.corners)) return false;
    shape.kind = Shape::Kind::polygon;
    m_at = end;
    return true;
}

} // namespace pufa::raster
