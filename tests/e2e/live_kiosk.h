#pragma once
// The kiosk in a window on a virtual X display, touched by real X events and judged from outside:
// by what the display shows, by its touch map, its log and its tally.

#include "content/base/clock.h"
#include "tests/e2e/demo.h"

#include <sstream>
#include <thread>

namespace pufa::test {

/// Asks every tenth of a second, for at most half a minute: a hang guard, not a measure.
template <class Is>
bool eventually(const Is& is, std::chrono::seconds at_most = std::chrono::seconds{30}) {
    const auto until = base::steady_now() + at_most;
    while (!is()) {
        if (base::steady_now() > until) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
    }
    return true;
}

/// A shell command in the background; `exec` makes its process the shell's own.
inline base::Child start(const std::string& command) {
    auto child = base::spawn("/bin/sh", {.arguments = {"-c", "exec " + command}});
    REQUIRE(child);
    return std::move(child).value();
}

class Display {
  public:
    Display()
        : m_server(start("Xvfb -displayfd 1 -nolisten tcp -screen 0 1600x900x24 > " +
                         quoted(number_file()) + " 2>/dev/null")) {
        REQUIRE(eventually([&] { return !number().empty(); }));
    }
    [[nodiscard]] std::string environment() const { return "DISPLAY=:" + number() + " "; }
    /// Something that changes with what a part of the display shows.
    [[nodiscard]] std::string look(const std::string& geometry = "1600x900+0+0") const {
        return sh(environment() + "import -window root -crop " + geometry +
                  " -depth 8 rgb:- | sha256sum")
            .output;
    }
    /// How much the brightness there differs from place to place, 0 (one colour) to 0.5.
    [[nodiscard]] double variety(const std::string& geometry) const {
        return std::stod(sh(environment() + "import -window root -crop " + geometry +
                            " png:- | convert - -colorspace Gray -format "
                            "'%[fx:standard_deviation]' info:")
                             .output);
    }
    void click(int x, int y) const {
        const auto at = std::to_string(x) + " " + std::to_string(y);
        const auto ran = sh(environment() + "xdotool mousemove " + at + " click 1");
        INFO(ran.output);
        REQUIRE(ran.exit_code == 0);
    }

    void press(int x, int y) const {
        REQUIRE(sh(environment() + "xdotool mousemove " + std::to_string(x) + " " +
                   std::to_string(y) + " mousedown 1")
                    .exit_code == 0);
    }
    void lift() const { REQUIRE(sh(environment() + "xdotool mouseup 1").exit_code == 0); }

  private:
    [[nodiscard]] std::filesystem::path number_file() const { return m_folder.path() / "number"; }
    [[nodiscard]] std::string number() const {
        std::string text;
        std::ifstream{number_file()} >> text;
        return text;
    }

    base::TemporaryFolder m_folder;
    base::Child m_server;
};

class LiveKiosk {
  public:
    /// `first` is the target of the attract page that is touched; `day` the one on which it plays.
    /// A day before the program was built is one that no clock is believed on.
    explicit LiveKiosk(const std::filesystem::path& state, const std::string& environment = "",
                       const std::string& first = "attract.wake", const std::string& words = "",
                       const std::string& day = "2026-11-23")
        : m_state(state)
        , m_day(day)
        , m_kiosk(start("env " + m_display.environment() + "XDG_CONFIG_HOME=" +
                        quoted(begun_before(m_folder.path() / "config")) + " " + environment + " " +
                        program("pufa-kiosk") + " --state " + quoted(state) +
                        " --windowed 1600x900 --now " + day + "T09:00:00 --touch-map " +
                        quoted(map_file()) + " " + words + " 2> " + quoted(log_file()))) {
        INFO(log());
        go(first, "home.door.");
    }

    /// Of kiosk.toml, trust/ and staff/.
    [[nodiscard]] std::filesystem::path config_folder() const {
        return m_folder.path() / "config/pufa";
    }
    /// The mouse rests in the upper right corner until the keys of the PIN are there.
    void hold_the_corner() const {
        m_display.press(1590, 8);
        REQUIRE(eventually([&] { return sees("pin.1"); }));
        m_display.lift();
    }

    [[nodiscard]] base::Child& process() { return m_kiosk; }
    [[nodiscard]] bool runs() { return !m_kiosk.poll_exit(); }
    [[nodiscard]] std::string log() const { return text_of(log_file()); }
    [[nodiscard]] bool logs(const std::string& words) const {
        return log().find(words) != std::string::npos;
    }

    /// The first target whose id begins so can be touched.
    [[nodiscard]] bool sees(const std::string& target) const { return find(target).has_value(); }
    void tap(const std::string& target) const {
        INFO(target);
        REQUIRE(eventually([&] { return sees(target); }));
        const auto at = *find(target);
        m_display.click(at.x, at.y);
    }
    /// The tap that opens the page on which `then` can be touched.
    void go(const std::string& target, const std::string& then) const {
        tap(target);
        INFO(then);
        REQUIRE(eventually([&] { return sees(then); }));
    }
    [[nodiscard]] bool plays() const { return sees("watch.play") || sees("watch.show"); }
    /// A film runs where no control is drawn: no two of four looks are the same.
    [[nodiscard]] bool film_moves() const {
        return eventually([&] {
            std::vector<std::string> looks;
            for (int i = 0; plays() && i < 4; ++i) {
                looks.push_back(m_display.look(k_film));
                for (size_t j = 0; j + 1 < looks.size(); ++j)
                    if (looks[j] == looks.back()) return false;
            }
            return looks.size() == 4;
        });
    }
    /// It is no plain ground.
    [[nodiscard]] bool film_is_seen() const {
        return eventually([&] { return plays() && m_display.variety(k_film) > 0.05; });
    }
    [[nodiscard]] std::string look() const { return m_display.look(); }

    /// Items and counters of today, as the tally has them on disk.
    [[nodiscard]] std::string tallied(const std::string& query) const {
        const auto day = m_state / "tally" / (m_day + ".db");
        if (!std::filesystem::exists(day)) return "";
        return sh("sqlite3 " + quoted(day) + " \"" + query + "\"").output;
    }

  private:
    static constexpr const char* k_film = "1000x400+300+160";

    /// A configuration with which the kiosk was started before: nobody is asked to set a PIN.
    static std::filesystem::path begun_before(const std::filesystem::path& config) {
        std::filesystem::create_directories(config / "pufa/staff");
        return config;
    }

    static std::string text_of(const std::filesystem::path& file) {
        const auto text = base::read_file(file);
        return text ? *text : "";
    }
    struct Place {
        int x, y;
    };
    [[nodiscard]] std::optional<Place> find(const std::string& target) const {
        std::istringstream map{text_of(map_file())};
        std::string id;
        Place at{};
        while (map >> id >> at.x >> at.y)
            if (id.starts_with(target)) return at;
        return std::nullopt;
    }
    [[nodiscard]] std::filesystem::path map_file() const { return m_folder.path() / "map"; }
    [[nodiscard]] std::filesystem::path log_file() const { return m_folder.path() / "log"; }

    std::filesystem::path m_state;
    std::string m_day;
    base::TemporaryFolder m_folder;
    Display m_display;
    base::Child m_kiosk;
};

} // namespace pufa::test
