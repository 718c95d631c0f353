#pragma once
// The player and the sound sink at the flow's service: its effects in, its PlayerUpdate out. UI
// thread.

#include "kiosk/flow/flow.h"
#include "kiosk/player/player.h"

#include <memory>
#include <optional>
#include <utility>

namespace pufa::app {

/// Linear gain of a volume step: 6 dB each, 0 is silence.
[[nodiscard]] float gain_of(int volume);

/// What the flow is told of a player. `before` is the state it was told last: seeking is not one of
/// its own, the visitor still watches or has paused.
[[nodiscard]] flow::PlayerUpdate::State told_state(player::State state,
                                                   flow::PlayerUpdate::State before);

/// Width by height as a visitor sees it: a phone's film that is turned by 90° stands upright. 0 for
/// a sound without pictures and for what has not been opened.
[[nodiscard]] float shape_of(const media::Facts& facts);

/// What the flow knows of a player.
[[nodiscard]] flow::PlayerUpdate update_of(const player::Status& status,
                                           flow::PlayerUpdate::State before, bool pictured = false);

class Playback {
  public:
    /// Owns both; the sink goes last.
    Playback(player::SpawnLink spawn, std::unique_ptr<player::AudioSink> sink);

    void play(const flow::PlayVideo& effect, SteadyTime now);
    void pause(SteadyTime now) { m_player.pause(now); }
    void resume(SteadyTime now) { m_player.resume(now); }
    void seek(Micros target, SteadyTime now) { m_player.seek(target, now); }
    void set_pace(int percent, SteadyTime now) { m_player.set_pace(percent, now); }
    void choose_sound(size_t track, SteadyTime now) { m_player.choose_sound(track, now); }
    void stop() { m_player.stop(); }
    void tick() { m_sink->tick(); }
    /// At a step of the volume, whatever the visitor's is.
    void chime(int volume) { m_sink->chime(gain_of(volume)); }
    void set_volume(int volume) { m_sink->set_gain(gain_of(volume)); }

    void update(SteadyTime now);
    /// The picture with this serial was presented. A preview counts as none.
    void presented(uint64_t serial);
    /// What changed since the last call, if anything.
    [[nodiscard]] std::optional<flow::PlayerUpdate> take_update();

    /// How an item ended, told once.
    struct Outcome {
        model::ItemId item;
        std::optional<Error> error; ///< none: it played to its end
    };
    [[nodiscard]] std::optional<Outcome> take_outcome() { return std::exchange(m_outcome, {}); }

    [[nodiscard]] const player::Player& player() const { return m_player; }
    [[nodiscard]] const player::AudioSink& sink() const { return *m_sink; }

  private:
    void note_outcome(const player::Status& status);

    std::unique_ptr<player::AudioSink> m_sink;
    player::Player m_player;
    std::string m_item;
    uint64_t m_presented = 0;
    bool m_new_picture = false; ///< presented since the last update that was taken
    flow::PlayerUpdate m_told;
    std::optional<Outcome> m_outcome;
};

} // namespace pufa::app
