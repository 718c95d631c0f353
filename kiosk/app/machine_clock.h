#pragma once
// The two clocks of the running kiosk. --now sets the one on the wall; it goes on from there.

#include "content/base/clock.h"

#include <optional>

namespace pufa::app {

class MachineClock {
  public:
    explicit MachineClock(std::optional<base::WallTime> starts_at = std::nullopt)
        : m_start(base::steady_now())
        , m_wall_start(starts_at) {}

    [[nodiscard]] SteadyTime steady() const { return base::steady_now(); }
    [[nodiscard]] WallTime wall(SteadyTime now) const {
        if (!m_wall_start) return base::wall_now();
        return *m_wall_start + std::chrono::duration_cast<std::chrono::milliseconds>(now - m_start);
    }

  private:
    SteadyTime m_start;
    std::optional<base::WallTime> m_wall_start;
};

} // namespace pufa::app
