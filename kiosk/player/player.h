#pragma once
// Plays one item at a time through decoder children: one playing, one warm. Call down, wake up,
// poll: update(now) is a step of the UI thread and decides which picture is due.

#include "content/base/clock.h"
#include "content/media/link.h"
#include "kiosk/player/audio_sink.h"

#include <functional>
#include <memory>
#include <optional>

namespace pufa::player {

enum class State { idle, opening, playing, paused, seeking, ended, failed };

struct Status {
    State state = State::idle;
    Micros position{0}; ///< of what is seen and heard now
    Micros duration{0};
    std::optional<Error> error; ///< state failed: UNPLAYABLE, DECODER_DIED, NO_DECODER
    media::Facts facts;         ///< valid from the first picture on
};

/// Where decoders come from; a test hands scripted links.
using SpawnLink = std::function<Result<std::unique_ptr<media::Link>>()>;

class Player {
  public:
    /// `sink` outlives the player.
    Player(SpawnLink spawn, AudioSink& sink);
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    /// Stops what plays and starts `source` from the beginning with the warm decoder; a new one
    /// warms up behind it.
    void play(const media::Source& source, SteadyTime now);
    void pause(SteadyTime now);
    void resume(SteadyTime now);
    void seek(Micros target, SteadyTime now);
    void stop();

    /// Takes what has come, advances the clock, chooses the picture that is due. True if the
    /// picture or the status changed.
    bool update(SteadyTime now);
    [[nodiscard]] const Status& status() const;
    /// The picture on screen; nullptr before the first.
    [[nodiscard]] const media::Picture* picture() const;
    /// Raised with every new picture.
    [[nodiscard]] uint64_t picture_serial() const;
    /// When update should be called next while playing; nullopt: nothing is going on.
    [[nodiscard]] std::optional<SteadyTime> next_due(SteadyTime now) const;
    /// The playing child, for fault tests; -1 if none.
    [[nodiscard]] pid_t decoder_pid() const;

  private:
    struct Inner;
    std::unique_ptr<Inner> m;
};

} // namespace pufa::player
