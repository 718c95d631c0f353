#pragma once
// The two clocks of the running kiosk. --now sets the one on the wall; it goes on from there.

#include "content/base/clock.h"

#include <functional>
#include <optional>
#include <utility>

namespace pufa::app {

class MachineClock {
  public:
    using Steady = std::function<SteadyTime()>;
    /// `steady` is the machine's own but in tests, where time is made to pass.
    explicit MachineClock(std::optional<base::WallTime> starts_at = std::nullopt,
                          Steady steady = &base::steady_now)
        : m_steady(std::move(steady))
        , m_start(m_steady())
        , m_wall_start(starts_at) {}

    [[nodiscard]] SteadyTime steady() const { return m_steady(); }
    [[nodiscard]] WallTime wall(SteadyTime now) const {
        if (!m_wall_start) return base::wall_now();
        return *m_wall_start + std::chrono::duration_cast<std::chrono::milliseconds>(now - m_start);
    }

    /// The machine's clock was set. One that --now began goes there with it; the machine's own is
    /// there already.
    void was_set(WallTime to) {
        if (!m_wall_start) return;
        m_wall_start = to;
        m_start = m_steady();
    }

  private:
    Steady m_steady;
    SteadyTime m_start;
    std::optional<base::WallTime> m_wall_start;
};

} // namespace pufa::app
