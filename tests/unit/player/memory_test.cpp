// What opening and seeking for days leaves behind: nothing. 50 rounds, 1,000 with PUFA_LONG=1.
#include "content/base/sanitizer.h"
#include "kiosk/player/player.h"
#include "kiosk/player/silent_sink.h"
#include "tests/support/film_viewer.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <thread>

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

/// Resident memory that belongs to this process alone, in MiB.
double mebibytes(pid_t process) {
    std::ifstream statm{"/proc/" + std::to_string(process) + "/statm"};
    double all = 0;
    double resident = 0;
    double shared = 0;
    statm >> all >> resident >> shared;
    return (resident - shared) * 4096 / (1 << 20);
}

constexpr double k_flat_mib = base::k_sanitizer ? 512 : 8; // a sanitizer keeps what is freed

} // namespace

TEST_CASE("memory is flat over many openings and seeks, in the kiosk and in its decoder") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 100, 25, Tone::one_kilohertz, 50));
    const auto sink = player::make_silent_sink();
    player::Player player{[] { return media::Link::spawn(test::real_decoder()); }, *sink};
    const auto until = [&](State state) {
        const SteadyTime give_up = base::steady_now() + 20s;
        while (player.status().state != state && base::steady_now() < give_up) {
            player.update(base::steady_now());
            std::this_thread::sleep_for(1ms); // the loop's own pause
        }
        return player.status().state == state;
    };
    double kiosk = 0;
    for (int round = 0; round < rounds(); ++round) {
        player.play({folder.path("film.mp4")}, {}, base::steady_now());
        player.pause(base::steady_now());
        REQUIRE(until(State::paused));
        player.seek(round % 90 * 40ms, base::steady_now());
        REQUIRE(until(State::paused));
        // What a first round makes for good is made by then.
        if (round == 9) kiosk = mebibytes(::getpid());
    }
    CHECK(mebibytes(::getpid()) - kiosk < k_flat_mib);

    double decoder = 0;
    for (int round = 0; round < rounds(); ++round) {
        player.seek(round * 37 % 100 * 40ms, base::steady_now());
        if (round % 5 == 0) player.set_pace(round % 2 == 0 ? 150 : 100, base::steady_now());
        REQUIRE(until(State::paused));
        if (round == 9) decoder = mebibytes(player.decoder_pid());
    }
    CHECK(mebibytes(player.decoder_pid()) - decoder < k_flat_mib);
}
