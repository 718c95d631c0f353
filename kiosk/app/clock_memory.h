#pragma once
// What the clock said when the kiosk last ran (content/checkup/clock_seen.h), kept every few
// minutes while nothing speaks against the clock. So a clock that jumped while the machine was off
// is noticed, and goes on being noticed until staff have set it or said that it is right. UI
// thread.

#include "content/campaign/clock_doubt.h"
#include "kiosk/app/file_aside.h"

namespace pufa::app {

class ClockMemory {
  public:
    static constexpr std::chrono::minutes k_keep_every{10};

    /// Reads what the run before kept. Empty: nothing is kept.
    ClockMemory(std::filesystem::path file, SteadyTime now);

    /// Of the content; a clock before it is not kept.
    void floor_is(WallTime built, WallTime floor);
    [[nodiscard]] const campaign::ClockKnown& known() const { return m_known; }

    void update(SteadyTime now, WallTime wall);
    /// Staff have set it to this, or said that this is right.
    void keep(WallTime seen, SteadyTime now);
    [[nodiscard]] std::optional<SteadyTime> next_due() const;

  private:
    campaign::ClockKnown m_known;
    FileAside m_file;
    SteadyTime m_kept; ///< or the start
    bool m_failing = false;
};

} // namespace pufa::app
