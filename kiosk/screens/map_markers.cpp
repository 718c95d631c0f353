// Markers, clusters, and the fan of places that no zoom parts.

#include "kiosk/screens/map_parts.h"
#include "kiosk/screens/place_kind.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>

namespace pufa::screens::map_parts {

namespace {

constexpr float k_radius_mm = 6.5f, k_chosen_mm = 8.5f;
constexpr float k_least_radius = 24;
constexpr float k_ring = 7; ///< around a cluster
constexpr float k_ring_alpha = 0.3f;
constexpr float k_badge_share = 0.5f; ///< of the marker's radius
constexpr size_t k_most_shown = 999;
constexpr float k_long_share = 0.78f; ///< three digits beside two

Rect around(Point at, float r) {
    return {at.x - r, at.y - r, 2 * r, 2 * r};
}

void number_in(Ui& ui, Point at, float r, std::string_view digits) {
    const float size = r * (digits.size() > 2 ? k_long_share : 1.f);
    ui.label(bold(size, Color::white), around(at, r * 2), digits);
}

void disc(Ui& ui, Point at, float r, Color color) {
    ui.circle(at, r + k_marker_edge, Color::white);
    ui.circle(at, r, color);
}

/// What is in a marker is drawn where no panel can lie over it.
enum class Inside { drawn, left_out };

void draw_marker(Ui& ui, const map::Marker& marker, std::string_view id, Point at, float r,
                 Inside inside = Inside::drawn) {
    r *= 1 - ui.pressed(id) * 0.1f;
    const auto look = kind_look(marker.kind);
    disc(ui, at, r, marker.open ? look.color : Color::brick);
    if (inside == Inside::left_out) return;
    if (marker.number > 0)
        number_in(ui, at, r, std::to_string(marker.number));
    else
        ui.icon(look.icon, at, r * 1.2f, Color::white);
}

void draw_cluster(Ui& ui, const map::Cluster& cluster, std::string_view id, Point at, float r,
                  Inside inside) {
    r *= 1 - ui.pressed(id) * 0.1f;
    const Color of_kind = cluster.kind ? kind_look(*cluster.kind).color : Color::river_dark;
    const Color color = cluster.open > 0 ? of_kind : Color::brick;
    ui.circle(at, r + k_ring, color, k_ring_alpha);
    disc(ui, at, r, color);
    if (inside == Inside::left_out) return;
    number_in(ui, at, r,
              cluster.count > k_most_shown ? std::to_string(k_most_shown) + "+"
                                           : std::to_string(cluster.count));
}

/// What hangs on a chosen marker because it stands too near to it; where it is drawn.
Rect draw_badge(Ui& ui, Point at, float r, size_t count) {
    const float size = std::max(ui::type::caption, r * k_badge_share * 1.2f);
    const std::string words = "+" + std::to_string(std::min(count, k_most_shown));
    const auto style = bold(size, Color::ink);
    const float height = size * 1.3f;
    const float width = std::max(height, ui.text_width(style, words) + ui::space::s12);
    const Rect chip{at.x + r * 0.6f, at.y - r - height / 2, width, height};
    ui.fill(chip, Color::card, height / 2);
    ui.outline(chip, Color::brick, 2, height / 2);
    ui.label(style, {chip.x, chip.y, chip.w + 1, chip.h}, words);
    return chip;
}

/// The place where a finger has room for a marker: clear of the keys and of the frame's edge.
class Reach {
  public:
    Reach(const Canvas& canvas, const Keys& keys)
        : m_ui(canvas.ui)
        , m_frame(canvas.frame)
        , m_keys(keys.rects())
        , m_gap(canvas.ui.layout().mm(k_gap_mm)) {}

    /// Draws nothing; true if it was tapped.
    bool target(std::string_view id, Point at) {
        const float side =
            std::max(m_ui.layout().mm(k_normal_mm), 2 * (marker_radius(m_ui) + k_marker_edge));
        const Rect rect = around(at, side / 2);
        for (const auto& key : m_keys) {
            if (!rect.intersected(key.inset(-m_gap)).empty()) return false;
        }
        return clipped_target(m_ui, id, rect, m_frame);
    }

  private:
    Ui& m_ui;
    Rect m_frame;
    std::vector<Rect> m_keys;
    float m_gap;
};

/// Hexagons around a middle: each place is a step from its neighbours.
Point fan_place(size_t index, float step) {
    if (index == 0) return {};
    size_t ring = 1, before = 1;
    while (index >= before + 6 * ring)
        before += 6 * ring++;
    const size_t on_ring = index - before;
    constexpr float k_turn = 1.04719755f; // a sixth
    const auto corner = [&](size_t i) {
        const float angle = k_turn * static_cast<float>(i % 6);
        const float r = step * static_cast<float>(ring);
        return Point{r * std::cos(angle), r * std::sin(angle)};
    };
    const Point a = corner(on_ring / ring), b = corner(on_ring / ring + 1);
    const float share = static_cast<float>(on_ring % ring) / static_cast<float>(ring);
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

struct FanShape {
    Point middle;
    float r;
    float step;
    Point off; ///< of the first place from the middle
};
FanShape shape_of(const Canvas& canvas, const Sight::Fan& fan) {
    // Neighbours stand askew of each other, and squares of fingers must not meet.
    constexpr float k_askew = 1.16f;
    FanShape shape{{}, 0, marker_spacing(canvas.ui) * k_askew, {}};
    Point least, most;
    for (size_t i = 0; i < fan.rows.size(); ++i) {
        const Point at = fan_place(i, shape.step);
        least = {std::min(least.x, at.x), std::min(least.y, at.y)};
        most = {std::max(most.x, at.x), std::max(most.y, at.y)};
    }
    shape.off = {-(least.x + most.x) / 2, -(least.y + most.y) / 2};
    for (size_t i = 0; i < fan.rows.size(); ++i) {
        const Point at = fan_place(i, shape.step);
        shape.r = std::max(shape.r, std::hypot(at.x + shape.off.x, at.y + shape.off.y));
    }
    shape.r += shape.step / 2 + ui::space::s8;
    const Point at = canvas.sight.view.to_canvas(fan.at);
    const Rect room = canvas.frame.inset(shape.r + ui::space::s8);
    shape.middle = room.empty() ? canvas.frame.center()
                                : Point{std::clamp(at.x, room.x, room.right()),
                                        std::clamp(at.y, room.y, room.bottom())};
    return shape;
}

std::optional<size_t> draw_fan(const Canvas& canvas, const Sight::Fan& fan, const FanShape& shape) {
    Ui& ui = canvas.ui;
    const Rect ground = around(shape.middle, shape.r);
    ui.shadow(ground, Elevation::middle, shape.r);
    ui.circle(shape.middle, shape.r, Color::card);
    contrast_edge(ui, ground, shape.r);
    std::optional<size_t> touched;
    for (size_t i = 0; i < fan.rows.size(); ++i) {
        const auto spot = canvas.scene.spot_of(fan.rows[i]);
        if (!spot) continue;
        const Point away = fan_place(i, shape.step);
        const Point at{shape.middle.x + shape.off.x + away.x,
                       shape.middle.y + shape.off.y + away.y};
        const std::string id = "map.marker." + std::to_string(fan.rows[i]);
        const float side = ui.layout().mm(k_normal_mm) / 2;
        if (clipped_target(ui, id, around(at, side), canvas.frame)) touched = fan.rows[i];
        draw_marker(ui, *spot->marker, id, at, marker_radius(ui));
    }
    return touched;
}

/// The chosen marker stands where it is, alone; what is too near hangs on it as a number.
struct Chosen {
    map::Scene::Spot spot;
    Point at;
    size_t near = 0;
};
std::optional<Chosen> take_chosen(const Canvas& canvas, std::vector<map::Cluster>& clusters) {
    if (!canvas.sight.selected) return std::nullopt;
    const auto spot = canvas.scene.spot_of(*canvas.sight.selected);
    if (!spot) return std::nullopt;
    Chosen chosen{*spot, canvas.sight.view.to_canvas(spot->at), 0};
    const double apart = marker_spacing(canvas.ui) / canvas.sight.view.scale;
    const auto distance = [&](const map::Cluster& one) {
        return std::max(std::abs(one.at.x - spot->at.x), std::abs(one.at.y - spot->at.y));
    };
    // It belongs to the nearest one around it.
    auto own = clusters.end();
    for (auto one = clusters.begin(); one != clusters.end(); ++one) {
        if (!one->box.meets({spot->at, spot->at})) continue;
        if (own == clusters.end() || distance(*one) < distance(*own)) own = one;
    }
    if (own != clusters.end()) {
        if (--own->count == 0) clusters.erase(own);
    }
    for (auto one = clusters.begin(); one != clusters.end();) {
        if (distance(*one) >= apart) {
            ++one;
            continue;
        }
        chosen.near += one->count;
        one = clusters.erase(one);
    }
    return chosen;
}

} // namespace

float marker_radius(const Ui& ui) {
    return std::max(ui.layout().mm(k_radius_mm), k_least_radius);
}

float marker_spacing(const Ui& ui) {
    const auto& layout = ui.layout();
    const float side = std::max(layout.mm(k_normal_mm), 2 * (marker_radius(ui) + k_marker_edge));
    return side + layout.mm(k_gap_mm);
}

Touched draw_markers(const Canvas& canvas, const Keys& keys, std::vector<Rect>& taken) {
    Ui& ui = canvas.ui;
    const auto& view = canvas.sight.view;
    const auto& fan = canvas.sight.fan;
    Touched touched;
    Reach reach{canvas, keys};
    auto clusters = canvas.scene.clusters(view.seen(canvas.area), marker_spacing(ui) / view.scale);
    const auto chosen = take_chosen(canvas, clusters);
    const float r = marker_radius(ui);
    const float wide = r + k_ring;
    const Rect shown = canvas.area.inset(-wide);
    std::optional<FanShape> fanned;
    if (fan) {
        fanned = shape_of(canvas, *fan);
        if (ui.target("map.fan.close", canvas.frame)) touched.fan_shut = true;
    }
    for (const auto& cluster : clusters) {
        const Point at = view.to_canvas(cluster.at);
        if (!shown.contains(at)) continue;
        if (fanned &&
            std::hypot(at.x - fanned->middle.x, at.y - fanned->middle.y) < fanned->r + wide)
            continue;
        const std::string id =
            (cluster.only ? "map.marker." : "map.cluster.") + std::to_string(cluster.row);
        const bool tapped = !fan && reach.target(id, at);
        if (tapped && cluster.only) touched.row = cluster.row;
        if (tapped && !cluster.only) touched.cluster = cluster;
        const Rect all = around(at, r);
        const bool whole = all.x >= canvas.frame.x && all.right() <= canvas.frame.right() &&
                           all.y >= canvas.frame.y && all.bottom() <= canvas.frame.bottom();
        const auto inside = whole ? Inside::drawn : Inside::left_out;
        if (cluster.only)
            draw_marker(ui, *cluster.only, id, at, r, inside);
        else
            draw_cluster(ui, cluster, id, at, r, inside);
        taken.push_back(around(at, wide));
    }
    if (chosen && !fan) {
        const float large = std::max(ui.layout().mm(k_chosen_mm), r * 1.3f);
        const std::string id = "map.marker." + std::to_string(chosen->spot.marker->row);
        if (reach.target(id, chosen->at)) touched.row = chosen->spot.marker->row;
        draw_marker(ui, *chosen->spot.marker, id, chosen->at, large);
        taken.push_back(around(chosen->at, large + k_marker_edge));
        if (chosen->near > 0) taken.push_back(draw_badge(ui, chosen->at, large, chosen->near));
    }
    if (fanned) {
        if (const auto row = draw_fan(canvas, *fan, *fanned)) touched.row = row;
        taken.push_back(around(fanned->middle, fanned->r));
    }
    return touched;
}

} // namespace pufa::screens::map_parts
