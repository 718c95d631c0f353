#include "content/author/mesh.h"
#include "kiosk/screens/map_canvas.h"
#include "kiosk/ui/damage.h"
#include "tests/bench/heap.h"
#include "tests/bench/map_bench.h"
#include "tests/bench/thread_time.h"
#include "tests/support/counting_textures.h"

#include "imgui.h"

#include <fmt/format.h>

#include <cmath>
#include <memory>
#include <random>

namespace pufa::bench {

namespace {

constexpr int k_rounds = 61;
constexpr int k_districts = 7;
constexpr double k_west = 112.0, k_south = 21.6, k_width = 1.3, k_height = 1.3; // degrees

/// A border that winds at every scale, as real ones do. `along` 0 to 1.
double winding(double along, int seed) {
    double off = 0;
    for (int octave = 0; octave < 14; ++octave) {
        const double waves = std::exp2(octave);
        off += std::sin((along * waves + 0.37 * seed * (octave + 1)) * 6.283) / waves;
    }
    return off * 0.012; // degrees
}

/// Districts side by side; each has its share of the points, and neighbours share their border.
author::MapShapes city_shapes(size_t points) {
    const size_t side = points / k_districts / 2;
    const auto border = [&](int which) {
        author::Ring line;
        for (size_t i = 0; i < side; ++i) {
            const double along = static_cast<double>(i) / static_cast<double>(side - 1);
            line.push_back({k_west + k_width * which / k_districts + winding(along, which),
                            k_south + k_height * along});
        }
        return line;
    };
    author::MapShapes shapes;
    for (int which = 0; which < k_districts; ++which) {
        author::Shape shape;
        shape.kind = author::Shape::Kind::district;
        shape.code = fmt::format("44070{}", which);
        auto ring = border(which + 1);
        const auto west = border(which);
        ring.insert(ring.end(), west.rbegin(), west.rend());
        ring.push_back(ring.front());
        shape.polygons.push_back({std::move(ring), {}});
        shapes.shapes.push_back(std::move(shape));
    }
    return shapes;
}

model::BaseMap city_names() {
    model::BaseMap about;
    about.approval = "schematic";
    const double width = k_width / k_districts;
    for (int which = 0; which < k_districts; ++which) {
        const double west = k_west + width * which;
        about.districts.push_back({fmt::format("44070{}", which),
                                   model::in_hans(fmt::format("第{}区", which)),
                                   {west + width / 2, k_south + k_height / 2},
                                   {west, k_south},
                                   {west + width, k_south + k_height}});
        for (int town = 0; town < 11; ++town)
            about.towns.push_back({fmt::format("44070{}{:03}", which, town),
                                   model::in_hans(fmt::format("第{}街道", town)),
                                   {west + width / 2, k_south + k_height * (town + 1) / 12}});
    }
    return about;
}

/// Around towns, as offices are.
std::vector<map::Marker> city_markers(size_t count) {
    std::mt19937 random{3};
    std::uniform_real_distribution<double> lon{k_west, k_west + k_width},
        lat{k_south, k_south + k_height};
    std::normal_distribution<double> near{0, 0.02};
    std::vector<map::Marker> markers;
    model::GeoPoint town;
    for (size_t row = 0; row < count; ++row) {
        if (row % 60 == 0) town = {lon(random), lat(random)};
        markers.push_back({{town.lon + near(random), town.lat + near(random)},
                           model::k_place_kinds[row % model::k_place_kinds.size()].first,
                           row,
                           row % 3 != 0});
    }
    return markers;
}

/// A screen of 1920 × 1080 with nothing but the map.
class Screen {
  public:
    static Result<std::unique_ptr<Screen>> open() {
        PUFA_TRY(auto fonts, ui::find_fonts());
        std::unique_ptr<Screen> screen{new Screen};
        PUFA_TRY(screen->m_text, ui::Text::open(fonts, screen->m_textures));
        screen->m_ui = std::make_unique<ui::Ui>(
            *screen->m_text, screen->m_memory,
            [](const std::string&, ui::PixelSize) { return std::nullopt; });
        return screen;
    }
    /// `by`: how far a finger dragged the map since the frame before.
    ImDrawData& frame(const map::Scene& scene, ui::Point by = {}, std::string tapped = {}) {
        m_now += base::Micros{16'667};
        if (by.x != 0) m_ui->apply(ui::Scroll{"map", by}, m_now);
        m_ui->begin(m_layout, {}, {std::move(tapped), {}}, m_now);
        (void)screens::map_canvas(*m_ui, m_layout.canvas(), scene, {true}, {}, {});
        return m_ui->end();
    }
    void zoom_in(const map::Scene& scene) {
        (void)frame(scene, {}, "map.plus");
        m_now += std::chrono::seconds{1};
        (void)frame(scene);
    }
    void start_again() { m_memory = {}; }
    [[nodiscard]] size_t markers() const {
        size_t count = 0;
        for (const auto& target : m_ui->targets().all())
            count += target.id.starts_with("map.marker.") || target.id.starts_with("map.cluster.");
        return count;
    }

  private:
    Screen() = default;

    support::CountingTextures m_textures;
    std::unique_ptr<ui::Text> m_text;
    ui::UiMemory m_memory;
    std::unique_ptr<ui::Ui> m_ui;
    ui::Layout m_layout = ui::make_layout(1920, 1080);
    SteadyTime m_now{std::chrono::seconds{1000}};
};

struct City {
    std::string name;
    std::string member; ///< the mesh as a pack holds it
    std::vector<map::Marker> markers;
};

std::shared_ptr<const map::BaseMap> read_base(const City& city) {
    auto mesh = place::read_base_mesh(std::as_bytes(std::span{city.member}));
    PUFA_ASSERT(mesh.ok());
    return std::make_shared<const map::BaseMap>(
        city_names(), std::make_shared<const place::BaseMesh>(std::move(mesh).value()));
}

/// From the tap to the end of the first frame: read, index, draw. The bytes are in memory.
double first_map_us(Screen& screen, const City& city) {
    std::vector<double> times;
    for (int round = 0; round < 5; ++round) {
        screen.start_again();
        const double began = thread_us();
        const map::Scene scene{read_base(city), city.markers, model::GeoPoint{112.7, 22.3}};
        (void)screen.frame(scene);
        times.push_back(thread_us() - began);
    }
    return quantile(std::move(times), 0.5);
}

void measure_views(Screen& screen, const City& city, const map::Scene& scene,
                   std::vector<Row>& rows) {
    screen.start_again();
    (void)screen.frame(scene);
    for (int zoom = 1; zoom <= 64; zoom *= 2) {
        if (zoom > 1) screen.zoom_in(scene);
        if (zoom != 1 && zoom != 4 && zoom != 16 && zoom != 64) continue;
        std::vector<double> times, damage_times;
        ui::DamageTracker damage;
        int triangles = 0;
        for (int i = 0; i < k_rounds; ++i) {
            const float by = i % 20 < 10 ? 6.f : -6.f;
            double began = thread_us();
            auto& data = screen.frame(scene, {by, by / 2});
            times.push_back(thread_us() - began);
            began = thread_us();
            (void)damage.next(data, 1920, 1080);
            damage_times.push_back(thread_us() - began);
            triangles = data.TotalIdxCount / 3;
        }
        const auto name = fmt::format("{}, {} times nearer", city.name, zoom);
        rows.push_back(
            {name, "ours", "frame while it is dragged, median", quantile(times, 0.5), "us"});
        rows.push_back(
            {name, "ours", "search for what changed, median", quantile(damage_times, 0.5), "us"});
        rows.push_back({name, "ours", "triangles", static_cast<double>(triangles), "count"});
        rows.push_back({name, "ours", "markers and clusters to touch",
                        static_cast<double>(screen.markers()), "count"});
    }
}

void measure_city(Screen& screen, const City& city, double made_us, std::vector<Row>& rows) {
    constexpr double k_mega = 1 << 20;
    rows.push_back({city.name, "ours", "mesh made at pack build", made_us / 1e6, "s"});
    rows.push_back({city.name, "ours", "member of the pack",
                    static_cast<double>(city.member.size()) / k_mega, "MB"});
    rows.push_back({city.name, "ours", "first map after the tap, median",
                    first_map_us(screen, city) / 1e3, "ms"});
    const double empty = heap_bytes();
    const auto base = read_base(city);
    const double with_base = heap_bytes();
    rows.push_back(
        {city.name, "ours", "memory of the base map", (with_base - empty) / k_mega, "MB"});
    const map::Scene scene{base, city.markers, model::GeoPoint{112.7, 22.3}};
    rows.push_back(
        {city.name, "ours", "memory of the scene", (heap_bytes() - with_base) / k_mega, "MB"});
    measure_views(screen, city, scene, rows);
}

} // namespace

Result<std::vector<Row>> measure_map_frames() {
    PUFA_TRY(const auto screen, Screen::open());
    std::vector<Row> rows;
    for (const size_t times : {size_t{1}, size_t{10}}) {
        const size_t places = 5'000 * times, points = 100'000 * times;
        const auto names = city_names();
        std::vector<std::string> codes;
        for (const auto& district : names.districts)
            codes.push_back(district.code);
        const double began = thread_us();
        const auto draft = author::make_mesh(city_shapes(points), codes);
        const double made_us = thread_us() - began;
        const City city{fmt::format("{} places, {} points", places, points),
                        place::write_base_mesh(draft.mesh), city_markers(places)};
        measure_city(*screen, city, made_us, rows);
    }
    return rows;
}

} // namespace pufa::bench
