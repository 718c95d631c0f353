// What opening and seeking for days leaves behind: nothing. 50 rounds, 1,000 with PUFA_LONG=1, over
// small clips and the films of the demo packs, as far as they have been made.
#include "content/base/sanitizer.h"
#include "kiosk/player/player.h"
#include "kiosk/player/silent_sink.h"
#include "tests/support/film_viewer.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>
#include <utility>

using namespace pufa;
using namespace std::chrono_literals;
using player::State;
using test::MediaFolder;
using test::Tone;

namespace {

int rounds() {
    const char* asked = std::getenv("PUFA_LONG");
    return asked != nullptr && std::string{asked} == "1" ? 1000 : 50;
}

constexpr double k_flat_mib = base::k_sanitizer ? 512 : 8; // a sanitizer keeps what is freed

/// What a process holds.
struct Held {
    double own_mib = 0; ///< of this process alone, in memory or swapped out
    int shared = 0;     ///< mappings of pictures and sound
    int descriptors = 0;
};

Held held_by(pid_t process) {
    Held held;
    const std::filesystem::path folder = "/proc/" + std::to_string(process);
    // Not "status", whose sums lag behind by up to some hundred pages.
    std::ifstream sums{folder / "smaps_rollup"};
    for (std::string line; std::getline(sums, line);) {
        for (const std::string_view own : {"Anonymous:", "Swap:"}) {
            if (line.starts_with(own))
                held.own_mib += std::strtod(line.c_str() + own.size(), nullptr) / 1024;
        }
    }
    std::ifstream maps{folder / "maps"};
    for (std::string line; std::getline(maps, line);)
        held.shared += line.find("memfd:pufa-") != std::string::npos ? 1 : 0;
    std::error_code ignored;
    for (auto it = std::filesystem::directory_iterator{folder / "fd", ignored};
         it != std::filesystem::directory_iterator{}; it.increment(ignored))
        ++held.descriptors;
    return held;
}

/// Children of this process that live: those that have been killed are collected a little later.
std::vector<pid_t> living_children() {
    std::vector<pid_t> children;
    std::error_code ignored;
    for (auto it = std::filesystem::directory_iterator{"/proc", ignored};
         it != std::filesystem::directory_iterator{}; it.increment(ignored)) {
        std::ifstream file{it->path() / "stat"};
        std::string line;
        if (!std::getline(file, line)) continue; // no process, or it has gone
        const auto name_end = line.rfind(") ");
        if (name_end == std::string::npos) continue;
        const char state = line[name_end + 2];
        const auto parent = std::strtol(line.c_str() + name_end + 4, nullptr, 10);
        if (parent == ::getpid() && state != 'Z' && state != 'X')
            children.push_back(static_cast<pid_t>(std::strtol(line.c_str(), nullptr, 10)));
    }
    return children;
}

/// Takes the first measure as what is needed for good, and keeps how far later ones lie from it.
class Flatness {
  public:
    void add(double mib) {
        if (m_measures++ == 0) m_first = mib;
        m_last = mib - m_first;
        m_most = std::max(m_most, m_last);
        m_least = std::min(m_least, m_last);
    }
    [[nodiscard]] bool flat() const { return m_first > 0 && m_measures > 3 && m_most < k_flat_mib; }
    [[nodiscard]] std::string text() const {
        char text[96];
        std::snprintf(text, sizeof text, "%.1f MiB, later %+.1f to %+.1f, at last %+.1f", m_first,
                      m_least, m_most, m_last);
        return text;
    }

  private:
    int m_measures = 0;
    double m_first = 0;
    double m_least = 0;
    double m_most = 0;
    double m_last = 0;
};

/// The clip that is measured at comes first: how much memory the pictures share depends on the
/// film.
std::vector<std::filesystem::path> films(const MediaFolder& folder) {
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 100, 25, Tone::one_kilohertz, 50));
    REQUIRE(test::make_numbered_mp4(folder, "silent.mp4", 60, 30, Tone::none, 60));
    REQUIRE(folder.ffmpeg(
        {"-f", "lavfi", "-i", "sine=frequency=500", "-t", "5", "-c:a", "aac", "sound.m4a"}));
    std::vector<std::filesystem::path> all{folder.path("film.mp4"), folder.path("silent.mp4"),
                                           folder.path("sound.m4a")};
    const char* demo = std::getenv("PUFA_DEMO");
    std::error_code ignored;
    for (auto it =
             std::filesystem::directory_iterator{
                 std::filesystem::path{demo != nullptr ? demo : ""} / "media", ignored};
         it != std::filesystem::directory_iterator{}; it.increment(ignored)) {
        if (it->path().extension() == ".mp4") all.push_back(it->path());
    }
    std::sort(all.begin() + 3, all.end());
    if (rounds() < 1000) all.resize(std::min<size_t>(all.size(), 5)); // several passes even then
    return all;
}

struct Stage {
    void show(const std::filesystem::path& film) {
        player.play({film}, {}, now());
        player.pause(now());
        stands(film.string());
    }
    void seek(int percent) {
        player.seek(player.status().duration * percent / 100, now());
        stands("a seek to " + std::to_string(percent) + " %");
    }
    void stands(const std::string& after) {
        const bool paused = until([&] { return player.status().state == State::paused; });
        const auto& status = player.status();
        CAPTURE(after);
        CAPTURE(static_cast<int>(status.state));
        CAPTURE((status.error ? status.error->detail : ""));
        REQUIRE(paused);
    }
    /// What the decoders hold of their own: the one that plays and the one that stands by, once
    /// both have done what they had to do.
    double decoders_at_rest() {
        double held = -1;
        int step = 0;
        const bool at_rest = until([&] {
            if (++step % 50 != 0) return false;
            const auto children = living_children();
            double sum = 0;
            for (const pid_t child : children)
                sum += held_by(child).own_mib;
            return std::exchange(held, sum) == sum && children.size() == 2;
        });
        REQUIRE(at_rest);
        return held;
    }
    template <class Done>
    bool until(Done done) {
        for (int step = 0; step < 20'000; ++step) {
            player.update(now());
            if (done()) return true;
            std::this_thread::sleep_for(1ms); // the loop's own pause
        }
        return false;
    }
    /// A machine that stood still for a while, decoders and all, is no decoder that hangs.
    SteadyTime now() {
        const SteadyTime real = base::steady_now();
        m_now += std::min<SteadyTime::duration>(real - std::exchange(m_real, real), 20ms);
        return m_now;
    }

    std::unique_ptr<player::AudioSink> sink = player::make_silent_sink();
    player::Player player{[] { return media::Link::spawn(test::real_decoder()); }, *sink};

  private:
    SteadyTime m_real = base::steady_now();
    SteadyTime m_now = m_real;
};

} // namespace

TEST_CASE("memory is flat over many openings, in the kiosk and in its decoders") {
    const MediaFolder folder;
    const auto all = films(folder);
    Stage stage;
    Flatness kiosk;
    Flatness decoders;
    std::optional<Held> at_first;
    const int wanted = rounds();
    int round = 0;
    // At the end of each pass the first clip is on; what the first two make for good is made then.
    for (int pass = 0; round < wanted; ++pass) {
        for (size_t film = all.size(); film-- > 0 && round < wanted; ++round) {
            stage.show(all[film]);
            stage.seek(round * 37 % 90);
            if (film != 0 || pass < 2) continue;
            decoders.add(stage.decoders_at_rest());
            const Held own = held_by(::getpid());
            kiosk.add(own.own_mib);
            if (!at_first) at_first = own;
            CHECK(own.descriptors == at_first->descriptors);
            CHECK(own.shared == at_first->shared);
            CHECK(own.shared > 0);
        }
    }
    CHECK(kiosk.flat());
    CHECK(decoders.flat());
    std::printf("ran %d of %d openings of %zu films: kiosk %s; both decoders %s\n", round, wanted,
                all.size(), kiosk.text().c_str(), decoders.text().c_str());
}

TEST_CASE("memory is flat over many seeks and paces, in the kiosk and in its decoder") {
    const MediaFolder folder;
    const auto all = films(folder);
    Stage stage;
    stage.show(all.size() > 3 ? all.back() : all.front());
    Flatness kiosk;
    Flatness decoder;
    const int wanted = rounds();
    for (int round = 0; round < wanted; ++round) {
        stage.seek(round * 37 % 100);
        if (round % 5 == 0) stage.player.set_pace(round % 2 == 0 ? 150 : 100, stage.now());
        if (round < 10 || round % 10 != 9) continue;
        kiosk.add(held_by(::getpid()).own_mib);
        decoder.add(held_by(stage.player.decoder_pid()).own_mib);
    }
    CHECK(kiosk.flat());
    CHECK(decoder.flat());
    std::printf("ran %d of %d seeks: kiosk %s; decoder %s\n", wanted, wanted, kiosk.text().c_str(),
                decoder.text().c_str());
}
