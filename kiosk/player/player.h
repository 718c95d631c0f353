#pragma once
// Plays one item at a time through decoder children: one playing, one warm. Call down, wake up,
// poll: update(now) is a step of the UI thread and decides which picture is due.

#include "content/base/clock.h"
#include "content/media/link.h"
#include "kiosk/player/audio_sink.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace pufa::player {

enum class State { idle, opening, playing, paused, seeking, ended, failed };

struct Status {
    State state = State::idle;
    Micros position{0}; ///< of what is seen and heard now
    Micros duration{0};
    std::optional<Error> error; ///< state failed: UNPLAYABLE, DECODER_DIED, DISK_ERROR ...
    media::Facts facts;         ///< valid from the first picture on
    size_t sound_track = 0;     ///< of facts.sounds, the one chosen
    int pace_percent = 100;     ///< the one chosen
};

/// How an item is to be played.
struct PlayOptions {
    float gain = 1;             ///< linear, from the loudness that the pack build measured
    std::string sound_language; ///< BCP 47 ("yue", "zh", "en"): the track to begin with; "": the
                                ///< file's own default
    std::optional<media::Stated> stated{}; ///< what pack build found: opening does not probe
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
    void play(const media::Source& source, const PlayOptions& options, SteadyTime now);
    void pause(SteadyTime now);
    void resume(SteadyTime now);
    void seek(Micros target, SteadyTime now);
    void stop();
    /// 75, 100, 125, 150 or 200 percent of the item's own pace, the pitch kept; from what is about
    /// to be heard on, without a gap. Each play begins at 100.
    void set_pace(int percent, SteadyTime now);
    /// A track of facts.sounds takes over from what is about to be heard on, without a gap.
    void choose_sound(size_t track, SteadyTime now);

    /// Takes what has come, advances the clock, chooses the picture that is due. True if the
    /// picture or the status changed.
    bool update(SteadyTime now);
    [[nodiscard]] const Status& status() const;
    /// The picture on screen; nullptr before the first. While seeking it may be a preview, which is
    /// of another moment than status().position.
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
