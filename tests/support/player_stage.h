#pragma once
// A player whose decoders are scripted, in fake time: 25 frames a second.

#include "content/base/log.h"
#include "kiosk/player/player.h"
#include "tests/support/scripted_media.h"

#include <doctest/doctest.h>

#include <memory>
#include <vector>

namespace pufa::test {

using namespace std::chrono_literals;

inline constexpr Micros k_frame = 40ms;

struct PlayerStage {
    ~PlayerStage() { CHECK(base::take_logged_warnings().empty()); }

    Result<std::unique_ptr<media::Link>> spawn() {
        if (missing) return Error{Code::NO_DECODER, "pufa-decoder", "No such file"};
        logs.push_back(std::make_unique<ScriptedLink::Log>());
        auto link = std::make_unique<ScriptedLink>(*logs.back());
        links.push_back(link.get());
        return std::unique_ptr<media::Link>{std::move(link)};
    }
    /// The film that is on: 25 frames a second, `length` long.
    void open_film(Micros length, bool sound) {
        media::Facts facts;
        facts.duration = length;
        facts.width = 320;
        facts.height = 240;
        facts.frames_per_second = 25;
        facts.has_sound = sound;
        on().opens(facts);
    }
    ScriptedLink& on() { return *links.at(playing); }
    void play() {
        player.play({"film.mp4"}, {}, now);
        playing = links.size() - 1; // the warm one, or one that was spawned for want of it
    }
    /// Time passes in steps of 8 ms; the decoder keeps six pictures ahead from `from` on.
    void pass(Micros time) {
        for (Micros step = 0ms; step < time; step += 8ms) {
            now += 8ms;
            sink.pass(8ms);
            while (next_picture < film_end &&
                   next_picture < player.status().position + 6 * k_frame) {
                on().shows(next_picture);
                next_picture += k_frame;
            }
            if (next_picture >= film_end && !told_end && film_end.count() > 0) {
                told_end = true;
                on().ends();
            }
            player.update(now);
        }
    }
    void start_film(Micros length, bool sound) {
        play();
        open_film(length, sound);
        film_end = length;
        next_picture = 0ms;
        told_end = false;
        if (sound) on().sounds(0ms, length);
        player.update(now);
        pass(8ms);
    }
    [[nodiscard]] Micros shown() const { return player.picture()->pts; }
    [[nodiscard]] player::State state() const { return player.status().state; }

    SteadyTime now{1h};
    bool missing = false;
    std::vector<std::unique_ptr<ScriptedLink::Log>> logs;
    std::vector<ScriptedLink*> links;
    size_t playing = 0;
    Micros next_picture{0};
    Micros film_end{0};
    bool told_end = false;
    test::ScriptedSink sink;
    player::Player player{[this] { return spawn(); }, sink};
};

} // namespace pufa::test
