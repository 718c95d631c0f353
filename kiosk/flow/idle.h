#pragma once
// When a visit is over: menus 60 s, reading 120 s, 30 s after a video's end, never while one plays;
// then 20 s of asking; all of it half as long again for whoever reads large text. Pure.

#include "content/base/clock.h"

namespace pufa::flow {

/// What the visitor is doing, which decides how long silence is fine.
enum class Activity { menu, reading, playing, video_over };

class IdleClock {
  public:
    static constexpr std::chrono::seconds k_menu{60};
    static constexpr std::chrono::seconds k_reading{120};
    static constexpr std::chrono::seconds k_video_over{30};
    static constexpr std::chrono::seconds k_asking{20};
    /// Without a touch for so long, what plays is counted as unattended.
    static constexpr std::chrono::seconds k_unattended{300};

    explicit IdleClock(SteadyTime now)
        : m_touched(now)
        , m_since(now) {}

    void touched(SteadyTime now);
    /// Silence starts afresh without a touch: a video has just ended.
    void restart(SteadyTime now) { m_since = now; }

    enum class Pace { usual, unhurried };
    void set_pace(Pace pace) { m_pace = pace; }

    enum class Phase { quiet, asking, over };
    [[nodiscard]] Phase phase(Activity activity, SteadyTime now) const;
    /// While asking: whole seconds until the visit is over, 20 (unhurried 30) to 1.
    [[nodiscard]] int seconds_left(Activity activity, SteadyTime now) const;
    /// When phase or seconds_left changes next; SteadyTime::max() while playing.
    [[nodiscard]] SteadyTime next_change(Activity activity, SteadyTime now) const;
    [[nodiscard]] bool unattended(SteadyTime now) const { return now - m_touched >= k_unattended; }

  private:
    [[nodiscard]] SteadyTime asking_from(Activity activity) const;
    [[nodiscard]] std::chrono::seconds paced(std::chrono::seconds span) const {
        return m_pace == Pace::unhurried ? span * 3 / 2 : span;
    }
    Pace m_pace = Pace::usual;
    SteadyTime m_touched;
    SteadyTime m_since;
};

} // namespace pufa::flow
