#include "tests/bench/present_bench.h"

#include "tests/shots/scene.h"
#include "tests/support/translated_pages.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace pufa::bench {
namespace {

using platform::DrawnBy;

constexpr ui::PixelRect k_clock{1560, 24, 264, 64};
constexpr ui::PixelRect k_all{0, 0, 1920, 1080};

support::NamedPage named(std::string_view name) {
    auto pages = support::all_pages(model::Language::zh_hans);
    const auto found = std::find_if(pages.begin(), pages.end(),
                                    [&](const auto& page) { return page.name == name; });
    PUFA_ASSERT(found != pages.end());
    return std::move(*found);
}

void draw_glyphs(ui::Ui& ui) {
    ui.fill(ui.layout().canvas(), ui::Color::paper);
    const std::string line = "依照中华人民共和国民法典的规定当事人订立合同可以采用书面形式口头形式"
                             "或者其他形式电子数据交换电子邮件等方式能够有形地表现所载内容并可以";
    constexpr int k_lines = 46; // of 66 glyphs
    for (int i = 0; i < k_lines; ++i)
        (void)ui.text({.size = 26, .color = ui::Color::ink, .line_height = 1},
                      {60, 10 + static_cast<float>(i) * 23}, 1800, line, ui::Align::left, 1);
}

/// A fan of thin triangles over the whole page, as a base map has them: 20,000 vertices.
void draw_mesh(ui::Ui& ui) {
    constexpr int k_columns = 200, k_rows = 100;
    std::vector<ui::Point> points;
    for (int y = 0; y < k_rows; ++y)
        for (int x = 0; x < k_columns; ++x)
            points.push_back({static_cast<float>(x) * 9.6f + static_cast<float>(y % 3) * 1.3f,
                              static_cast<float>(y) * 10.8f + static_cast<float>(x % 5)});
    std::vector<uint16_t> indices;
    for (int y = 0; y + 1 < k_rows; ++y)
        for (int x = 0; x + 1 < k_columns; ++x) {
            const int a = y * k_columns + x;
            for (const int i : {a, a + 1, a + k_columns, a + 1, a + k_columns + 1, a + k_columns})
                indices.push_back(static_cast<uint16_t>(i));
        }
    ui.fill(ui.layout().canvas(), ui::Color::paper);
    ui.triangles(points, indices, ui::Color::land);
}

} // namespace

double process_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double median_ms(int rounds, const std::function<void()>& act) {
    act();
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const double began = process_ms();
        act();
        times.push_back(process_ms() - began);
    }
    return quantile(times, 0.5);
}

std::string who(DrawnBy by) {
    return by == DrawnBy::gl ? "ours, GL" : "ours, no GL";
}

Result<void> measure_pages(DrawnBy by, std::vector<Row>& rows) {
    PUFA_TRY(const auto scene, shots::Scene::open(shots::k_panels[0], {.drawn_by = by}));
    const int rounds = by == DrawnBy::gl ? 9 : 31;
    const auto add = [&](const std::string& name, const ui::PixelRect& damage) {
        const double ms = median_ms(rounds, [&] {
            scene->draw_again(std::array{damage});
            (void)scene->read_back({0, 0, 1, 1}); // waits for what is drawn beside us
        });
        rows.push_back({name, who(by), "processor time a frame", ms, "ms"});
    };
    for (const char* name : {"shelf", "home", "attract", "quiz", "places-map"}) {
        const auto page = named(name);
        scene->draw(page.page, page.overlay, {});
        add(std::string{name} + ", all of it", k_all);
        if (std::string_view{name} == "home") add("home, its clock", k_clock);
    }
    scene->draw(draw_glyphs, {});
    add("3,000 glyphs", k_all);
    scene->draw(draw_mesh, {});
    add("map of 20,000 vertices", k_all);
    return {};
}

} // namespace pufa::bench
