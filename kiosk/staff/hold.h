#pragma once
// The hidden way in: one finger rests in the upper right corner of the panel for four seconds. No
// picture tells of it. Pure; panel pixels and the time of each input.

#include "content/base/clock.h"

#include <cstdint>
#include <optional>
#include <set>

namespace pufa::staff {

class Hold {
  public:
    static constexpr std::chrono::seconds k_rests{4};
    static constexpr float k_corner_mm = 25; ///< the side of the corner's square
    static constexpr float k_still_mm = 6;   ///< a finger may roll so far

    struct Panel {
        float width = 0, height = 0; ///< pixels as the page is seen
        float per_mm = 1;            ///< pixels in a millimetre
    };

    void down(int64_t finger, float x, float y, const Panel& panel, SteadyTime now);
    void move(int64_t finger, float x, float y, const Panel& panel);
    /// Of any finger, wherever it came down: one that is never told to have gone keeps the way in
    /// shut.
    void up(int64_t finger);
    /// True once, when the finger has rested long enough.
    [[nodiscard]] bool done(SteadyTime now);
    /// When done() should be asked.
    [[nodiscard]] std::optional<SteadyTime> due() const;

  private:
    struct Resting {
        int64_t finger;
        float x, y;
        SteadyTime since;
    };
    std::optional<Resting> m_resting;
    std::set<int64_t> m_fingers; ///< on the panel
};

} // namespace pufa::staff
