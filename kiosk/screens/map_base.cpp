// The ground of the map: areas, rivers, coasts and borders, as much of them as one sees.

#include "kiosk/screens/map_parts.h"

#include <array>
#include <cmath>

namespace pufa::screens::map_parts {

namespace {

constexpr float k_border = 3, k_coast = 2, k_river = 3;
constexpr double k_tile_steps = 65535;
constexpr float k_here_dot = 4, k_here_halo = 10; // mm
constexpr float k_here_halo_alpha = 0.18f;

Color fill_of(uint16_t fill) {
    if (fill == place::k_fill_land) return Color::land;
    const int district = (fill - 1) % ui::k_district_colors;
    return static_cast<Color>(static_cast<int>(Color::district1) + district);
}

/// Points of a tile to the canvas.
class Placing {
  public:
    Placing(const map::Viewport& view, const map::MercatorBox& box)
        : m_origin(view.to_canvas(box.least))
        , m_step_x(box.width() * view.scale / k_tile_steps)
        , m_step_y(box.height() * view.scale / k_tile_steps) {}
    [[nodiscard]] Point operator()(place::MeshPoint p) const {
        return {m_origin.x + static_cast<float>(p.x * m_step_x),
                m_origin.y + static_cast<float>(p.y * m_step_y)};
    }

  private:
    Point m_origin;
    double m_step_x;
    double m_step_y;
};

void draw_lines(Ui& ui, const map::Viewport& view, const std::vector<map::BaseMap::Piece>& pieces,
                place::Stroke stroke, Color color, float thickness) {
    std::vector<Point> points;
    for (const auto& piece : pieces) {
        const Placing placed{view, piece.box};
        for (const auto& line : piece.tile->lines) {
            if (line.stroke != stroke) continue;
            points.clear();
            for (const auto point : line.points) {
                const Point next = placed(point);
                // Steps that nobody sees are left out, but never the end.
                const bool last = &point == &line.points.back();
                if (!points.empty() && !last &&
                    std::abs(next.x - points.back().x) + std::abs(next.y - points.back().y) < 1)
                    continue;
                points.push_back(next);
            }
            ui.stroke(points, color, thickness);
        }
    }
}

} // namespace

void draw_base(const Canvas& canvas) {
    Ui& ui = canvas.ui;
    ui.fill(canvas.area, Color::sea);
    const auto* base = canvas.scene.base();
    if (!base) return;
    const auto& view = canvas.sight.view;
    const auto pieces = base->pieces(view.seen(canvas.area), view.scale);
    // Around districts nothing else is drawn: this is no map of their neighbours.
    const bool land = base->districts().empty();
    std::vector<Point> points;
    for (const auto& piece : pieces) {
        const Placing placed{view, piece.box};
        for (const auto& area : piece.tile->areas) {
            if (area.fill == place::k_fill_land && !land) continue;
            points.clear();
            for (const auto point : area.points)
                points.push_back(placed(point));
            ui.triangles(points, area.indices, fill_of(area.fill));
        }
    }
    if (land) draw_lines(ui, view, pieces, place::Stroke::coast, Color::map_border, k_coast);
    draw_lines(ui, view, pieces, place::Stroke::river, Color::sea, k_river);
    draw_lines(ui, view, pieces, place::Stroke::border, Color::map_border, k_border);
}

void draw_here(const Canvas& canvas) {
    const auto& here = canvas.scene.here();
    if (!here) return;
    Ui& ui = canvas.ui;
    const Point at = canvas.sight.view.to_canvas(*here);
    const float dot = ui.layout().mm(k_here_dot);
    ui.circle(at, ui.layout().mm(k_here_halo), Color::river, k_here_halo_alpha);
    ui.circle(at, dot + k_marker_edge, Color::white);
    ui.circle(at, dot, Color::river);
}

} // namespace pufa::screens::map_parts
