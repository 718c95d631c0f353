#pragma once
// Turns what the sink has heard into the time of the item, and notices when the sound is over, when
// the device no longer takes any or has gone, and when it is back. Pure but for the sink and ring
// it asks; UI thread.

#include "kiosk/player/audio_sink.h"

#include <optional>
#include <vector>

namespace pufa::player {

class SoundFollower {
  public:
    explicit SoundFollower(AudioSink& sink)
        : m_sink(sink) {}

    /// A new item or place: sound will come from a start that is not known yet.
    void expect_new();
    /// `ring` outlives the following; what lies before the first start is skipped. A further one
    /// holds from its position on: another pace, another track.
    void begin(const media::HasSound& start, media::SoundRing& ring);
    /// The device begins to take; its patience counts from here.
    void running_from(SteadyTime now) { m_heard_at = now; }

    /// What is heard now, which is where the clock should be; nullopt when nothing sounds any more
    /// or nobody listens. Before the start it is `standing`. `ended`: the decoder has written all.
    [[nodiscard]] std::optional<Micros> heard(SteadyTime now, Micros standing, bool ended);
    /// Of what heard() last told.
    [[nodiscard]] int pace_percent() const { return m_pace_percent; }
    /// While nobody hears: makes room in the ring as if all before `position` had been heard, so
    /// that a device that comes back goes on where the picture is.
    void make_room(Micros position);

    [[nodiscard]] bool known() const { return !m_starts.empty(); }
    /// All has been heard, or will never be.
    [[nodiscard]] bool over() const { return m_over || m_device_lost; }

  private:
    void forget_heard(uint64_t position);
    [[nodiscard]] bool somebody_hears(SteadyTime now, uint64_t position);
    void watch_device(SteadyTime now, uint64_t position);
    [[nodiscard]] bool heard_all(SteadyTime now, uint64_t position, bool ended);

    AudioSink& m_sink;
    media::SoundRing* m_ring = nullptr;
    std::vector<media::HasSound> m_starts; ///< by position; the first is what sounds now
    int m_pace_percent = 100;
    bool m_over = false;
    bool m_device_lost = false;
    bool m_nobody_listens = false; ///< there is no device, since it was last asked
    std::optional<uint64_t>
        m_first_heard{}; ///< of a device that is back: its sound comes from here
    SteadyTime m_heard_at{};
    uint64_t m_heard_last = 0;
    std::optional<SteadyTime> m_empty_since;
};

} // namespace pufa::player
