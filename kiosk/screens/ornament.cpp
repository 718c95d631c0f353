#include "kiosk/screens/ornament.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace pufa::screens {

namespace {

// Parts of a tower, as shares of the width of its shaft.
constexpr float k_cornice_width = 1.24f, k_cornice_height = 0.16f;
constexpr float k_block_width = 1.12f, k_block_height = 0.4f;
constexpr float k_dome_width = 0.64f, k_dome_height = 0.46f;
constexpr float k_spire_width = 0.07f, k_spire_height = 0.3f;
constexpr float k_window_width = 0.1f, k_window_height = 0.18f;
constexpr float k_window_spacing = 0.25f, k_storey = 0.38f;
constexpr int k_storeys = 5; // more would make a block of flats of it
constexpr int k_curve_steps = 24;

struct Arch {
    std::array<Point, k_curve_steps + 3> points;
    size_t count = 0;
    operator std::span<const Point>() const { return {points.data(), count}; }
};
/// The upper half of an ellipse that stands on `foot`, with `sill` units of wall under it.
Arch arch(Point foot, float width, float height, float sill) {
    Arch made;
    const auto add = [&](Point point) { made.points[made.count++] = point; };
    if (sill > 0) add({foot.x - width / 2, foot.y});
    for (int i = 0; i <= k_curve_steps; ++i) {
        const float angle = std::numbers::pi_v<float> *
                            (1 + static_cast<float>(i) / static_cast<float>(k_curve_steps));
        add({foot.x + std::cos(angle) * width / 2, foot.y - sill + std::sin(angle) * height});
    }
    if (sill > 0) add({foot.x + width / 2, foot.y});
    return made;
}

/// Whole units, so that parts which touch leave no seam.
Rect on_grid(float center_x, float bottom, float width, float height) {
    const float half = std::round(width / 2);
    return {std::round(center_x) - half, std::round(bottom) - std::round(height), 2 * half,
            std::round(height)};
}

} // namespace

void logo(Ui& ui, const Rect& rect) {
    ui.fill(rect, Color::river, rect.h * 0.23f);
    const Point foot{rect.center().x, rect.y + rect.h * 0.8f};
    ui.convex(arch(foot, rect.w * 0.62f, rect.h * 0.31f, rect.h * 0.31f), Color::white);
    // Its own foot lies lower, or the edges of both would show as a line.
    ui.convex(arch({foot.x, foot.y + 3}, rect.w * 0.3f, rect.h * 0.15f, rect.h * 0.29f + 3),
              Color::river);
}

void tower(Ui& ui, Point foot, float width, float height, const TowerColors& colors) {
    const auto part = [&](float bottom, float share_w, float h) {
        const Rect rect = on_grid(foot.x, bottom, width * share_w, h);
        ui.fill(rect, colors.wall, 0, colors.wall_alpha);
        return rect;
    };
    const float head = width * (k_cornice_height + k_block_height + k_dome_height + k_spire_height);
    const Rect shaft = part(foot.y, 1, std::max(height - head, width / 2));
    const Rect cornice = part(shaft.y, k_cornice_width, width * k_cornice_height);
    const Rect block = part(cornice.y, k_block_width, width * k_block_height);
    const Point dome_foot{std::round(foot.x), block.y};
    const float dome_height = std::round(width * k_dome_height);
    ui.convex(arch(dome_foot, width * k_dome_width, dome_height, 0), colors.wall,
              colors.wall_alpha);
    part(block.y - dome_height + 1, k_spire_width, width * k_spire_height);

    const float storey = width * k_storey;
    for (int i = 0; i < k_storeys; ++i) {
        const float y = shaft.y + storey * (static_cast<float>(i) + 0.55f);
        if (y + width * k_window_height > shaft.bottom() - width * 0.08f) break;
        for (int column = -1; column <= 1; ++column) {
            const float x = foot.x + static_cast<float>(column) * width * k_window_spacing;
            ui.fill(on_grid(x, y + width * k_window_height, width * k_window_width,
                            width * k_window_height),
                    colors.window, 0, colors.window_alpha);
        }
    }
}

void skyline(Ui& ui, const Rect& area, Daylight light) {
    // By day they are a tint, and there is none in high contrast.
    if (light == Daylight::day && ui.look().theme == ui::Theme::high_contrast) return;
    struct Standing {
        float x, width, height, near;
    };
    // Shares of the area; the nearer, the stronger.
    constexpr std::array<Standing, 5> towers{{{0.07f, 0.115f, 0.72f, 0.28f},
                                              {0.29f, 0.145f, 0.88f, 0.4f},
                                              {0.5f, 0.11f, 0.69f, 0.28f},
                                              {0.71f, 0.17f, 1.f, 0.55f},
                                              {0.93f, 0.115f, 0.76f, 0.28f}}};
    for (const auto& one : towers) {
        const TowerColors night{Color::aqua, one.near, Color::snow, one.near + 0.1f};
        const TowerColors day{Color::river_tint, one.near + 0.3f, Color::card, 0.8f};
        tower(ui, {area.x + one.x * area.w, area.bottom()}, one.width * area.w, one.height * area.h,
              light == Daylight::night ? night : day);
    }
}

void arcade(Ui& ui, const Rect& area, Color wall, Color opening) {
    ui.fill(area, wall);
    const float count = std::max(1.f, std::round(area.w / (area.h * 1.7f)));
    const float bay = area.w / count;
    const float beam = std::round(area.h * 0.22f);
    for (int i = 0; i < static_cast<int>(count); ++i) {
        const Point foot{area.x + (static_cast<float>(i) + 0.5f) * bay, area.bottom() + 1};
        ui.convex(arch(foot, bay * 0.82f, area.h * 0.42f, area.h * 0.58f - beam), opening);
    }
}

} // namespace pufa::screens
