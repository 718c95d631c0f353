#include "tests/bench/present_bench.h"

#include "tests/shots/stand_ins.h"

#include <imgui.h>

#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace pufa::bench {
namespace {

using platform::DrawnBy;

constexpr int k_frames = 60;
constexpr int k_rounds = 5;

/// Milliseconds of processor time of all X servers of this machine.
double servers_ms() {
    double ticks = 0;
    for (const auto& process : std::filesystem::directory_iterator("/proc")) {
        std::ifstream file(process.path() / "stat");
        std::stringstream text;
        text << file.rdbuf();
        const auto stat = text.str();
        if (stat.find("(Xvfb)") == std::string::npos && stat.find("(Xorg)") == std::string::npos)
            continue;
        std::istringstream rest(stat.substr(stat.find(')') + 1));
        std::string word;
        for (int field = 3; rest >> word; ++field) // proc(5): 14 is utime, 15 stime
            if (field == 14 || field == 15) ticks += std::stod(word);
    }
    return ticks * 1e3 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace

Result<void> measure_film(DrawnBy by, std::vector<Row>& rows) {
    if (!platform::has_display()) return {};
    platform::WindowOptions wanted;
    wanted.fullscreen = false;
    wanted.drawn_by = by;
    PUFA_TRY(const auto window, platform::Window::open(wanted));
    (void)window->wait(std::chrono::milliseconds(300)); // until it is mapped
    const shots::StillFilm film(shots::Film::scene, window->width(), window->height());
    ImDrawData no_lists;
    no_lists.DisplaySize = {static_cast<float>(window->width()),
                            static_cast<float>(window->height())};
    no_lists.FramebufferScale = {1, 1};
    const ui::PixelRect whole{0, 0, window->width(), window->height()};
    uint64_t serial = 0;
    const auto show = [&] {
        window->presenter().present(
            no_lists, platform::VideoLayer{&film.picture(), ++serial, whole, 0}, std::array{whole});
    };
    show();
    std::vector<double> own;
    std::vector<double> servers;
    for (int round = 0; round < k_rounds; ++round) {
        const double own_began = process_ms();
        const double servers_began = servers_ms();
        for (int i = 0; i < k_frames; ++i)
            show();
        own.push_back((process_ms() - own_began) / k_frames);
        servers.push_back((servers_ms() - servers_began) / k_frames);
    }
    const std::string name = "film of 1920x1080, a picture";
    rows.push_back({name, who(by), "processor time, own", quantile(own, 0.5), "ms"});
    rows.push_back({name, who(by), "processor time, X server", quantile(servers, 0.5), "ms"});
    return {};
}

} // namespace pufa::bench
