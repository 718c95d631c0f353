#pragma once
// A map without a window: two districts side by side, markers, fingers.

#include "kiosk/map/scene.h"
#include "kiosk/screens/map_canvas.h"
#include "tests/support/screen_fixture.h"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace pufa::support {

/// 蓬江区 in the west (its bounds are said to be lower than its area), 新会区 in the east of 112.5;
/// nine towns; one tile.
inline std::shared_ptr<const map::BaseMap> two_districts(std::string approval = "schematic") {
    model::BaseMap about;
    about.approval = std::move(approval);
    const auto named = [](const char* hans, const char* hant, const char* en) {
        return model::LocalizedText{{hans, hant, en}};
    };
    about.districts.push_back({"440703",
                               named("蓬江区", "蓬江區", "Pengjiang"),
                               {112.25, 22.4},
                               {112.0, 22.3},
                               {112.5, 22.6}});
    about.districts.push_back({"440705",
                               named("新会区", "新會區", "Xinhui"),
                               {112.85, 22.4},
                               {112.5, 22.0},
                               {113.2, 22.8}});
    for (int i = 0; i < 9; ++i) {
        const double step = 0.1 * i;
        about.towns.push_back({"44070300" + std::to_string(i),
                               named("示例街道", "示例街道", "Shili Subdistrict"),
                               {112.1 + step, 22.1 + 0.07 * i}});
    }
    place::BaseMesh mesh;
    mesh.bounds = {map::mercator_of({112.0, 22.8}), map::mercator_of({113.2, 22.0})};
    place::MeshTile tile;
    constexpr uint16_t k_most = 65535, k_middle = 27306; // 112.5 of 112.0 to 113.2
    const std::vector<uint16_t> two{0, 1, 2, 0, 2, 3};
    tile.areas.push_back({1, {{0, 0}, {k_middle, 0}, {k_middle, k_most}, {0, k_most}}, two});
    tile.areas.push_back(
        {2, {{k_middle, 0}, {k_most, 0}, {k_most, k_most}, {k_middle, k_most}}, two});
    tile.lines.push_back({place::Stroke::border, {{k_middle, 0}, {k_middle, k_most}}});
    mesh.levels.push_back({0, 1, 1, {tile}});
    return std::make_shared<const map::BaseMap>(
        std::move(about), std::make_shared<const place::BaseMesh>(std::move(mesh)));
}

inline std::vector<map::Marker> scattered_markers(size_t count) {
    std::mt19937 random{5};
    std::uniform_real_distribution<double> lon{112.02, 113.18}, lat{22.02, 22.78};
    std::vector<map::Marker> markers;
    for (size_t row = 0; row < count; ++row)
        markers.push_back({{lon(random), lat(random)},
                           model::k_place_kinds[row % model::k_place_kinds.size()].first,
                           row,
                           row % 3 != 0});
    return markers;
}

class MapFixture {
  public:
    MapFixture()
        : m_own(std::make_unique<ScreenFixture>())
        , screen(*m_own) {}
    explicit MapFixture(ScreenFixture& on)
        : screen(on) {}

    static map::Marker at(double lon, double lat, size_t row) {
        return {{lon, lat}, model::PlaceKind::mediation, row, true};
    }
    void scatter(size_t count) { markers = scattered_markers(count); }

    screens::MapTouched show() {
        const map::Scene scene{base, markers, here};
        screens::MapTouched touched;
        (void)screen.frame([&](ui::Ui& ui) {
            touched = screens::map_canvas(ui, area(), scene, {true}, selected, district, insets);
        });
        return touched;
    }
    /// Until nothing moves.
    void settle() {
        show();
        for (int i = 0; i < 600 && screen.ui.animating(); ++i)
            show();
        REQUIRE_FALSE(screen.ui.animating());
    }
    [[nodiscard]] ui::Rect area() const { return screen.layout.canvas(); }
    [[nodiscard]] bool has(std::string_view id) const { return screen.has(id); }
    [[nodiscard]] bool enabled(std::string_view id) const { return screen.enabled(id); }
    [[nodiscard]] ui::Point middle_of(std::string_view id) const {
        const auto* target = screen.ui.targets().find(id);
        REQUIRE_MESSAGE(target, "no target " << std::string{id});
        return target->rect.center();
    }
    /// One finger, in ten steps.
    void drag(ui::Point from, ui::Point to, std::chrono::milliseconds takes) {
        using Kind = ui::PointerInput::Kind;
        screen.feed(Kind::down, from);
        for (int i = 1; i <= 10; ++i) {
            screen.now += takes / 10;
            const float share = static_cast<float>(i) / 10;
            screen.feed(Kind::move,
                        {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
            show();
        }
        screen.feed(Kind::up, to);
        show();
    }

  private:
    std::unique_ptr<ScreenFixture> m_own;

  public:
    ScreenFixture& screen;
    std::shared_ptr<const map::BaseMap> base = two_districts();
    std::vector<map::Marker> markers;
    std::optional<model::GeoPoint> here;
    std::optional<size_t> selected;
    std::optional<std::string> district;
    screens::MapFrame insets;
};

} // namespace pufa::support
