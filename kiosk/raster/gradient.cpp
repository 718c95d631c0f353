#include "kiosk/raster/gradient.h"

#include "kiosk/raster/sampler.h"

#include <algorithm>
#include <cmath>

namespace pufa::raster {
namespace {

/// value = at_zero + right · x + down · y, at the middle of pixel x, y.
struct Plane {
    double at_zero = 0;
    double right = 0;
    double down = 0;
    [[nodiscard]] double at(int x, int y) const { return at_zero + right * x + down * y; }
};

/// The triangle's sides as a matrix, turned over once for all planes (Cramer's rule).
class Planes {
  public:
    explicit Planes(const std::array<ShadedCorner, 3>& corners)
        : m_x(double{corners[0].x} - 0.5)
        , m_y(double{corners[0].y} - 0.5)
        , m_ax(double{corners[1].x} - double{corners[0].x})
        , m_ay(double{corners[1].y} - double{corners[0].y})
        , m_bx(double{corners[2].x} - double{corners[0].x})
        , m_by(double{corners[2].y} - double{corners[0].y})
        , m_area(m_ax * m_by - m_ay * m_bx) {}
    [[nodiscard]] bool flat() const { return !(std::abs(m_area) > 1e-9); }
    [[nodiscard]] Plane through(double a, double b, double c) const {
        const double to_b = b - a;
        const double to_c = c - a;
        Plane plane;
        plane.right = (to_b * m_by - to_c * m_ay) / m_area;
        plane.down = (to_c * m_ax - to_b * m_bx) / m_area;
        plane.at_zero = a - plane.right * m_x - plane.down * m_y;
        return plane;
    }

  private:
    double m_x, m_y; ///< the first corner, counted between middles
    double m_ax, m_ay, m_bx, m_by;
    double m_area;
};

uint32_t level(double value) {
    return static_cast<uint32_t>(std::clamp(value, 0.0, 255.0) + 0.5);
}

Plane channel(const Planes& planes, const std::array<ShadedCorner, 3>& corners, int shift) {
    const auto of = [&](size_t i) { return double(corners[i].color >> shift & 0xff); };
    return planes.through(of(0), of(1), of(2));
}

/// Only alpha changes: every fringe.
void fade(const Surface& to, const Coverage& coverage, const Plane& alpha, Pixel color) {
    for (int y = coverage.top(); y < coverage.bottom(); ++y) {
        const auto span = coverage.row(y);
        if (span.empty()) continue;
        double at = alpha.at(span.first, y);
        Pixel* pixel = to.at(span.first, y);
        for (int x = span.first; x < span.end; ++x, at += alpha.right, ++pixel)
            if (const uint32_t covered = level(at)) *pixel = blended(*pixel, color, covered);
    }
}

} // namespace

void shade(const Surface& to, const Coverage& coverage, const std::array<ShadedCorner, 3>& corners,
           const Texture* texture) {
    const Planes planes(corners);
    if (planes.flat()) return;
    const auto same_color = [](const ShadedCorner& a, const ShadedCorner& b) {
        return ((a.color ^ b.color) & 0x00ffffff) == 0;
    };
    const Plane alpha = channel(planes, corners, 24);
    if (!texture && same_color(corners[0], corners[1]) && same_color(corners[0], corners[2]))
        return fade(to, coverage, alpha, corners[0].color);
    const Plane red = channel(planes, corners, 16);
    const Plane green = channel(planes, corners, 8);
    const Plane blue = channel(planes, corners, 0);
    const Plane u = planes.through(corners[0].u, corners[1].u, corners[2].u);
    const Plane v = planes.through(corners[0].v, corners[1].v, corners[2].v);
    for (int y = coverage.top(); y < coverage.bottom(); ++y) {
        const auto span = coverage.row(y);
        for (int x = span.first; x < span.end; ++x) {
            Pixel color = level(alpha.at(x, y)) << 24 | level(red.at(x, y)) << 16 |
                          level(green.at(x, y)) << 8 | level(blue.at(x, y));
            if (texture) color = multiplied(color, sample(*texture, u.at(x, y), v.at(x, y)));
            Pixel& pixel = *to.at(x, y);
            pixel = blended(pixel, color, alpha_of(color));
        }
    }
}

} // namespace pufa::raster
