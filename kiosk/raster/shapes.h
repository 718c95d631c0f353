#pragma once
// Dear ImGui's triangles read as what they were made from: upright rectangles, convex polygons in
// one colour (the fan of an anti-aliased fill, without its fringe), and triangles. Pure.

#include "kiosk/raster/coverage.h"

#include <span>
#include <vector>

struct ImDrawCmd;
struct ImDrawList;
struct ImDrawVert;

namespace pufa::raster {

struct Shape {
    enum class Kind {
        rectangle, ///< four corners clockwise from the top left; each row is of one colour
        polygon,   ///< convex, of one colour
        triangle,  ///< three corners
    };
    Kind kind = Kind::triangle;
    std::vector<const ImDrawVert*> corners;
};

/// The shapes of one command, in the order in which they are drawn. The list outlives it.
class ShapeReader {
  public:
    ShapeReader(const ImDrawList& list, const ImDrawCmd& command);
    /// False at the end. `shape` keeps its memory from call to call.
    [[nodiscard]] bool next(Shape& shape);

  private:
    [[nodiscard]] const ImDrawVert& vertex(unsigned index) const;
    [[nodiscard]] bool take_rectangle(Shape& shape);
    [[nodiscard]] bool take_polygon(Shape& shape);

    const ImDrawList& m_list;
    unsigned m_first_vertex;
    unsigned m_at;
    unsigned m_end;
};

} // namespace pufa::raster
