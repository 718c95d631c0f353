#include "content/base/process.h"
#include "kiosk/platform/window.h"
#include "kiosk/ui/text.h"
#include "tests/bench/kiosk_bench.h"
#include "tests/bench/timed_child.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <sstream>

namespace pufa::bench {

namespace {

constexpr int k_rounds = 9;

// When the picture was there; what made it goes afterwards.

/// Window, GL and fonts alone: one empty picture.
Result<SteadyTime> show_window() {
    PUFA_TRY(const auto fonts, ui::find_fonts());
    PUFA_TRY(const auto window, platform::Window::open({.offscreen = true, .fullscreen = false}));
    PUFA_TRY(const auto text, ui::Text::open(fonts, window->presenter()));
    ui::UiMemory memory;
    ui::Ui ui(*text, memory, {});
    ui.begin(ui::make_layout(window->width(), window->height()), {}, {}, base::steady_now());
    const std::array whole{ui::PixelRect{0, 0, window->width(), window->height()}};
    window->presenter().present(ui.end(), std::nullopt, whole);
    (void)window->presenter().read_back({0, 0, 1, 1});
    return base::steady_now();
}

Result<SteadyTime> show_kiosk(const std::filesystem::path& state) {
    PUFA_TRY(const auto bench, KioskBench::open(state));
    PUFA_CHECK(bench->show_first());
    return base::steady_now();
}

/// The machine's clock, which all processes share.
long long microseconds(SteadyTime time) {
    return std::chrono::duration_cast<base::Micros>(time.time_since_epoch()).count();
}

} // namespace

Result<Started> time_start(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "--start");
    const auto began = microseconds(base::steady_now());
    PUFA_TRY(const auto done, base::run("/proc/self/exe", arguments));
    long long shown = 0;
    double peak_mib = 0;
    std::istringstream words{done.output};
    if (done.exit_code != 0 || !(words >> shown >> peak_mib))
        return Error{Code::UNPLAYABLE, "--start " + arguments.at(1), done.output};
    return Started{static_cast<double>(shown - began) / 1e3, peak_mib};
}

int start_once(const std::vector<std::string>& arguments) {
    const bool window = arguments == std::vector<std::string>{"window"};
    if (!window && (arguments.size() != 2 || arguments[0] != "kiosk")) return 2;
    // What sound and GL say of this machine would stand between the figures, once a start.
    if (!std::freopen("/dev/null", "w", stderr)) return 1;
    const auto shown = window ? show_window() : show_kiosk(arguments[1]);
    if (!shown) {
        fmt::print("{}: {}\n", shown.error().where, shown.error().detail);
        return 1;
    }
    fmt::print("{} {}\n", microseconds(*shown), peak_mib_of("self").value_or(0));
    return 0;
}

Result<void> measure_start(const BenchFolder& folder, std::vector<Row>& rows) {
    struct Start {
        const char* name;
        const char* who;
        std::vector<std::string> arguments;
        std::vector<double> times;
    };
    std::array starts{
        Start{"window, GL and fonts alone", "floor", {"window"}, {}},
        Start{"kiosk without a pack", "ours", {"kiosk", folder.empty().string()}, {}},
        Start{
            "kiosk with 20 packs, can be touched", "ours", {"kiosk", folder.full().string()}, {}}};
    // In turn, so that a machine that grows slower does so for all.
    for (int round = 0; round < k_rounds; ++round)
        for (auto& start : starts) {
            PUFA_TRY(const auto time, time_start(start.arguments));
            start.times.push_back(time.milliseconds);
        }
    for (const auto& start : starts)
        rows.push_back({start.name, start.who, "start to first picture, median",
                        quantile(start.times, 0.5), "ms"});
    return {};
}

} // namespace pufa::bench
