#pragma once
// Which pixels a convex polygon covers: those whose middle lies inside, and on an edge those to the
// right of it or below (the top-left rule of OpenGL and Direct3D), so that two polygons with an
// edge in common cover each pixel of it once. Corners are rounded to 1/256 of a pixel, edges are
// followed in 64-bit fixed point, always from their upper end. Pure.

#include "kiosk/ui/geometry.h"

#include <cstdint>
#include <span>
#include <vector>

namespace pufa::raster {

/// In 1/256 of a pixel.
struct Corner {
    int32_t x = 0;
    int32_t y = 0;
};
/// From pixels; what is not a number, or very far away, lies at a bound of four million pixels.
[[nodiscard]] Corner corner_at(float x, float y);

class Coverage {
  public:
    /// Pixels from `first` on, before `end`; none if it is not before.
    struct Span {
        int first;
        int end;
        [[nodiscard]] bool empty() const { return first >= end; }
        [[nodiscard]] size_t count() const { return static_cast<size_t>(end - first); }
    };

    /// Of a polygon in either direction, within `clip`. What is not convex covers, in each row, all
    /// between its leftmost and its rightmost edge.
    void find(std::span<const Corner> corners, const ui::PixelRect& clip);
    /// The same of an upright rectangle, quicker.
    void find_rectangle(Corner top_left, Corner bottom_right, const ui::PixelRect& clip);
    [[nodiscard]] int top() const { return m_top; }
    [[nodiscard]] int bottom() const { return m_bottom; }
    /// top() ≤ y < bottom()
    [[nodiscard]] Span row(int y) const { return m_rows[static_cast<size_t>(y - m_top)]; }

  private:
    void follow(Corner from, Corner to);

    int m_top = 0;
    int m_bottom = 0;
    std::vector<Span> m_rows;
};

} // namespace pufa::raster
