#pragma once
// The kiosk goes on when participation cannot be written: a full or read-only disk is logged once,
// events wait (bounded) and the recorder is tried again. Tickets are those of flow::Count. UI
// thread.

#include "content/base/clock.h"
#include "content/tally/recorder.h"

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace pufa::app {

class TallyKeeper {
  public:
    using Open = std::function<Result<std::unique_ptr<tally::Recorder>>(WallTime now)>;
    static constexpr std::chrono::seconds k_retry{30};
    static constexpr std::chrono::seconds k_tend{60}; ///< files are looked after this often
    static constexpr size_t k_most_waiting = 50'000;  ///< as many as a recorder keeps

    explicit TallyKeeper(Open open);

    /// Before the first frame or after, as the caller likes; errors are logged, not returned.
    /// `clock_floor`: a wall clock before it cannot be believed.
    void update(SteadyTime now, WallTime wall, WallTime clock_floor = {});
    /// The next update looks after the files at once: another day may have begun.
    void clock_was_set() { m_tended.reset(); }
    void record(const tally::Event& event);
    [[nodiscard]] tally::Ticket durable() const;
    /// Something was recorded that will be durable in a moment.
    [[nodiscard]] bool waiting() const { return !trouble() && m_given > durable(); }
    /// For staff: why nothing can be written now.
    [[nodiscard]] std::optional<Error> trouble() const;
    /// All that was recorded is durable, or why not.
    [[nodiscard]] Result<void> flush();

  private:
    void report(const std::optional<Error>& trouble);

    Open m_open;
    std::unique_ptr<tally::Recorder> m_recorder;
    std::deque<tally::Event> m_before; ///< recorded before there was a recorder
    std::optional<Error> m_trouble;    ///< of opening
    std::optional<base::Code> m_reported;
    std::optional<SteadyTime> m_tried;
    std::optional<SteadyTime> m_tended;
    tally::Ticket m_given = 0;
    bool m_losing = false;
};

} // namespace pufa::app
