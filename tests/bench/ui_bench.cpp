#include "tests/bench/ui_bench.h"

#include "kiosk/screens/screens.h"
#include "tests/bench/allocations.h"
#include "tests/bench/thread_time.h"
#include "tests/support/all_pages.h"
#include "tests/support/touchable.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace pufa::bench {

namespace {

constexpr base::Micros k_frame{16'667};
constexpr int k_most_frames = 200;

} // namespace

Result<std::unique_ptr<UiBench>> UiBench::open(const ui::Layout& layout) {
    PUFA_TRY(auto fonts, ui::find_fonts());
    std::unique_ptr<UiBench> bench{new UiBench{layout}};
    PUFA_TRY(bench->m_text, ui::Text::open(fonts, bench->m_textures));
    bench->m_ui =
        std::make_unique<ui::Ui>(*bench->m_text, bench->m_memory,
                                 [](const std::string&, ui::PixelSize) { return std::nullopt; });
    return bench;
}

ImDrawData& UiBench::frame(const support::NamedPage* page) {
    m_now += k_frame;
    m_ui->begin(m_layout, look, {}, m_now);
    if (page) (void)screens::draw(*m_ui, page->page, page->overlay);
    return m_ui->end();
}

void UiBench::settle(const support::NamedPage* page) {
    constexpr int k_fewest = 4;
    for (int i = 0; i < k_most_frames; ++i) {
        (void)m_damage.next(frame(page), m_layout.pixel_width, m_layout.pixel_height);
        if (i >= k_fewest && !m_ui->animating()) return;
    }
}

UiBench::Times UiBench::time_frames(const support::NamedPage* page, int count) {
    m_memory = {};
    settle(page);
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const double began = thread_us();
        (void)frame(page);
        times.push_back(thread_us() - began);
    }
    return {quantile(times, 0.5), quantile(times, 0.99)};
}

double UiBench::time_damage(const support::NamedPage& page, int count) {
    m_memory = {};
    settle(&page);
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        ImDrawData& data = frame(&page);
        const double began = thread_us();
        (void)m_damage.next(data, m_layout.pixel_width, m_layout.pixel_height);
        times.push_back(thread_us() - began);
    }
    return quantile(times, 0.5);
}

int UiBench::allocations_per_frame(const support::NamedPage* page) {
    m_memory = {};
    settle(page);
    constexpr int k_frames = 20;
    uint64_t most = 0;
    for (int i = 0; i < k_frames; ++i) {
        const uint64_t before = allocations();
        (void)frame(page);
        most = std::max(most, allocations() - before);
    }
    return static_cast<int>(most);
}

int64_t UiBench::most_damage(const support::NamedPage& page) {
    int64_t most = 0;
    for (int i = 0; i < k_most_frames; ++i) {
        int64_t pixels = 0;
        for (const auto& rect :
             m_damage.next(frame(&page), m_layout.pixel_width, m_layout.pixel_height))
            pixels += rect.area();
        most = std::max(most, pixels);
        if (!m_ui->animating()) break;
    }
    return most;
}

std::vector<UiBench::Press> UiBench::press_all(const support::NamedPage& page) {
    m_memory = {};
    settle(&page);
    std::vector<Press> all;
    for (const auto& target : support::pressable_of(m_ui->targets())) {
        if (!target.enabled || support::is_ground(target.id) ||
            target.kind != ui::Target::Kind::tap)
            continue;
        m_ui->apply(ui::Pressed{target.id}, m_now);
        const int64_t in = most_damage(page);
        m_ui->apply(ui::Unpressed{}, m_now);
        const int64_t out = most_damage(page);
        const auto button = m_layout.pixels(target.rect);
        all.push_back({target.id, button.area(), std::max(in, out)});
    }
    return all;
}

int64_t UiBench::damage_at_rest(const support::NamedPage& page) {
    m_memory = {};
    settle(&page);
    constexpr int k_frames = 10;
    int64_t pixels = 0;
    for (int i = 0; i < k_frames; ++i)
        for (const auto& rect :
             m_damage.next(frame(&page), m_layout.pixel_width, m_layout.pixel_height))
            pixels += rect.area();
    return pixels;
}

double UiBench::switch_language(const support::NamedPage& page, model::Language language) {
    settle(&page);
    look.language = language;
    const double began = thread_us();
    (void)frame(&page);
    return thread_us() - began;
}

size_t UiBench::texture_bytes() const {
    return m_textures.bytes();
}

// ---- what is measured ----

support::NamedPage page_named(std::string_view name) {
    for (auto& page : support::all_pages())
        if (page.name == name) return page;
    PUFA_ASSERT(false);
    return {};
}

std::vector<support::NamedPage> bench_pages() {
    constexpr std::array<std::string_view, 14> names{
        "attract",    "home",         "shelf",   "watch-playing", "quiz",
        "quiz-wrong", "quiz-article", "article", "quiz-longest",  "result",
        "fault",      "language",     "help",    "idle"};
    std::vector<support::NamedPage> pages;
    for (const auto name : names)
        pages.push_back(page_named(name));
    return pages;
}

namespace {

constexpr int k_rounds = 5, k_frames_a_round = 200;

void add_times(UiBench& bench, const support::NamedPage* page, std::vector<Row>& rows) {
    std::vector<double> medians;
    std::vector<double> tails;
    for (int round = 0; round < k_rounds; ++round) {
        const auto times = bench.time_frames(page, k_frames_a_round);
        medians.push_back(times.median_us);
        tails.push_back(times.p99_us);
    }
    const std::string name = page ? page->name : "empty frame";
    const std::string who = page ? "ours" : "floor";
    rows.push_back({name, who, "draw-list build, median", quantile(medians, 0.5), "us"});
    rows.push_back({name, who, "draw-list build, p99", quantile(tails, 0.5), "us"});
    rows.push_back({name, who, "allocations a frame",
                    static_cast<double>(bench.allocations_per_frame(page)), "count"});
    if (page)
        rows.push_back(
            {name, who, "what changed, median", bench.time_damage(*page, k_frames_a_round), "us"});
}

void add_presses(UiBench& bench, std::vector<Row>& rows) {
    std::vector<double> ratios;
    double worst = 0;
    std::string worst_id;
    for (const auto& page : bench_pages())
        for (const auto& press : bench.press_all(page)) {
            const double ratio = static_cast<double>(press.damaged_pixels) /
                                 static_cast<double>(press.button_pixels);
            ratios.push_back(ratio);
            if (ratio > worst) {
                worst = ratio;
                worst_id = press.id;
            }
        }
    rows.push_back(
        {"press", "ours", "damaged by button pixels, median", quantile(ratios, 0.5), "ratio"});
    rows.push_back(
        {"press of " + worst_id, "ours", "damaged by button pixels, worst", worst, "ratio"});
}

void add_switches(UiBench& bench, std::vector<Row>& rows) {
    const auto home = page_named("home");
    constexpr std::array order{model::Language::en, model::Language::zh_hant,
                               model::Language::zh_hans};
    for (const auto language : order) {
        const double first = bench.switch_language(home, language);
        rows.push_back({fmt::format("home to {}", model::tag(language)), "ours",
                        "first frame, new glyphs", first / 1e3, "ms"});
    }
    std::vector<double> again;
    for (int round = 0; round < k_rounds; ++round)
        for (const auto language : order)
            again.push_back(bench.switch_language(home, language));
    rows.push_back({"home, languages seen before", "ours", "first frame, median",
                    quantile(again, 0.5) / 1e3, "ms"});
}

} // namespace

Result<std::vector<Row>> measure_ui() {
    std::vector<Row> rows;
    constexpr double k_mega = 1 << 20;
    {
        PUFA_TRY(auto bench, UiBench::open(ui::make_layout(1920, 1080)));
        add_times(*bench, nullptr, rows);
        for (const auto& page : bench_pages())
            add_times(*bench, &page, rows);
        add_presses(*bench, rows);
    }
    {
        PUFA_TRY(auto bench, UiBench::open(ui::make_layout(1920, 1080)));
        add_switches(*bench, rows);
    }
    PUFA_TRY(auto bench, UiBench::open(ui::make_layout(1920, 1080)));
    bench->settle(nullptr);
    const auto empty = static_cast<double>(bench->texture_bytes());
    double most = 0;
    for (const auto language : model::k_languages)
        for (const auto& page : support::all_pages()) {
            bench->look.language = language;
            (void)bench->frame(&page);
            most = std::max(most, static_cast<double>(bench->texture_bytes()));
        }
    rows.push_back({"empty frame", "floor", "texture memory", empty / k_mega, "MB"});
    rows.push_back(
        {"every page in three languages", "ours", "texture memory, most", most / k_mega, "MB"});
    return rows;
}

} // namespace pufa::bench
