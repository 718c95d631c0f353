// The player over real decoders, in real time: deaths, and what follows them.
#include "kiosk/player/player.h"

#include "kiosk/player/silent_sink.h"
#include "tests/support/film_viewer.h"

#include <algorithm>
#include <csignal>
#include <thread>

using namespace pufa;
using namespace std::chrono_literals;
using player::State;
using test::MediaFolder;
using test::Tone;

namespace {

/// Drives a player as the frame loop does, until `done` or for twenty seconds.
struct Cinema {
    template <class Done>
    bool until(Done done) {
        const SteadyTime give_up = base::steady_now() + 20s;
        while (!done()) {
            const SteadyTime now = base::steady_now();
            if (now > give_up) return false;
            player.update(now);
            const auto due = player.next_due(now);
            // The loop's own pause between two frames.
            std::this_thread::sleep_for(due ? std::clamp<Micros>(*due - now, 1ms, 16ms) : 5ms);
        }
        return true;
    }
    [[nodiscard]] State state() const { return player.status().state; }
    [[nodiscard]] int number() const {
        const media::Picture& picture = *player.picture();
        return test::read_number(picture.plane[0], picture.stride[0], picture.width,
                                 picture.height);
    }
    void play(const std::filesystem::path& file) { player.play({file}, {}, base::steady_now()); }

    std::unique_ptr<player::AudioSink> sink = player::make_silent_sink();
    player::Player player{[] { return media::Link::spawn(test::real_decoder()); }, *sink};
};

} // namespace

TEST_CASE("a film with sound plays to its end, its numbers keep to the clock") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 50, 25, Tone::one_kilohertz));
    Cinema cinema;
    cinema.play(folder.path("film.mp4"));
    int seen = 0;
    int near = 0;
    CHECK(cinema.until([&] {
        if (cinema.state() == State::playing && cinema.player.picture() != nullptr) {
            const auto due = static_cast<int>(cinema.player.status().position / 40ms);
            ++seen;
            near += std::abs(due - cinema.number()) <= 2 ? 1 : 0;
        }
        return cinema.state() == State::ended;
    }));
    CHECK(seen > 30);
    CHECK(near * 100 >= seen * 95);
    CHECK(cinema.number() == 49);
    CHECK(cinema.player.status().position == cinema.player.status().duration);
    const auto taken = cinema.sink->taken();
    CHECK(taken.frames > 48'000);
    CHECK(taken.energy > 0.001 * static_cast<double>(taken.frames));
}

TEST_CASE("kill -9 while it plays costs that film only: the next plays with the warm decoder") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 250, 25, Tone::one_kilohertz));
    Cinema cinema;
    cinema.play(folder.path("film.mp4"));
    REQUIRE(cinema.until([&] { return cinema.player.status().position > 300ms; }));
    REQUIRE(::kill(cinema.player.decoder_pid(), SIGKILL) == 0);
    REQUIRE(cinema.until([&] { return cinema.state() == State::failed; }));
    CHECK(cinema.player.status().error->code == Code::DECODER_DIED);
    CHECK(cinema.player.picture() == nullptr);
    cinema.play(folder.path("film.mp4"));
    REQUIRE(cinema.until([&] { return cinema.player.status().position > 300ms; }));
    CHECK(cinema.state() == State::playing);
}

TEST_CASE("a decoder that stands still is killed, and the next film begins at once") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 250, 25, Tone::one_kilohertz));
    Cinema cinema;
    cinema.play(folder.path("film.mp4"));
    REQUIRE(cinema.until([&] { return cinema.player.status().position > 300ms; }));
    const pid_t stuck = cinema.player.decoder_pid();
    REQUIRE(::kill(stuck, SIGSTOP) == 0);
    const SteadyTime stopped = base::steady_now();
    REQUIRE(cinema.until([&] { return cinema.state() == State::failed; }));
    const SteadyTime noticed = base::steady_now();
    CHECK(cinema.player.status().error->code == Code::DECODER_DIED);
    cinema.play(folder.path("film.mp4"));
    REQUIRE(cinema.until([&] { return cinema.player.picture() != nullptr; }));
    const SteadyTime again = base::steady_now();
    CHECK(cinema.player.decoder_pid() != stuck);
    const auto ms = [](Micros span) { return static_cast<long long>(span.count() / 1000); };
    std::printf(
        "a stopped decoder was given up after %lld ms, the next film showed %lld ms later\n",
        ms(noticed - stopped), ms(again - noticed));
}

TEST_CASE("a seek while paused shows exactly the frame of its target") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 250, 25, Tone::one_kilohertz, 100));
    Cinema cinema;
    cinema.play(folder.path("film.mp4"));
    REQUIRE(cinema.until([&] { return cinema.state() == State::playing; }));
    cinema.player.pause(base::steady_now());
    for (const int number : {200, 7, 99, 100}) {
        cinema.player.seek(number * 40ms + 20ms, base::steady_now());
        REQUIRE(cinema.until([&] { return cinema.state() == State::paused; }));
        CHECK(cinema.number() == number);
    }
    const auto before = cinema.sink->taken().frames;
    for (int i = 0; i < 20; ++i)
        cinema.player.update(base::steady_now());
    CHECK(cinema.sink->taken().frames == before);
}

TEST_CASE("a file that cannot be decoded fails and the next one plays") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 25, 25, Tone::none));
    folder.write("broken.mp4", std::string(10'000, 'x'));
    Cinema cinema;
    cinema.play(folder.path("broken.mp4"));
    REQUIRE(cinema.until([&] { return cinema.state() == State::failed; }));
    CHECK(cinema.player.status().error->code == Code::UNPLAYABLE);
    cinema.play(folder.path("film.mp4"));
    REQUIRE(cinema.until([&] { return cinema.state() == State::ended; }));
    CHECK(cinema.number() == 24);
}
