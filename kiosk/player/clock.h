#pragma once
// Where in the item we are. While sound is heard it is the master: the clock runs by itself and is
// drawn towards the sound without a jump that an eye could see; without sound it just runs.

#include "content/base/clock.h"

#include <optional>

namespace pufa::player {

class Clock {
  public:
    /// Stands at `position`.
    void set(Micros position);
    void start(SteadyTime now);
    /// Stands where advance last came to.
    void stop();
    /// So many percent of the item's own pace from here on.
    void set_pace(int percent) { m_percent = percent; }
    /// `sound`: what is heard now; nullopt: nothing sounds. Never goes back.
    Micros advance(SteadyTime now, std::optional<Micros> sound);

    [[nodiscard]] Micros position() const { return m_position; }
    [[nodiscard]] bool running() const { return m_running; }

  private:
    [[nodiscard]] Micros draw(Micros behind, Micros passed);
    void lose_step();

    Micros m_position{0};
    SteadyTime m_last{};
    Micros m_mean{0};    ///< of how far the sound was ahead, as the clock stands now
    Micros m_settled{0}; ///< since when nothing has jumped
    bool m_in_step = false;
    int m_percent = 100;
    bool m_running = false;
};

} // namespace pufa::player
