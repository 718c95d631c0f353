#pragma once
// Distinct media seconds presented: the ground of 有效参与 and 完整观看. Pure.

#include "content/base/clock.h"

#include <vector>

namespace pufa::tally {

class WatchMeter {
  public:
    explicit WatchMeter(Micros duration);
    /// A picture of this position was presented. A second counts once, however often it is seen.
    void presented(Micros position);
    [[nodiscard]] int distinct_seconds() const { return m_distinct; }
    /// 15 distinct seconds, or all of a shorter video.
    [[nodiscard]] bool engaged() const;
    /// Distinct seconds ≥ 90 % of the duration's.
    [[nodiscard]] bool whole() const;

  private:
    std::vector<bool> m_seen;
    int m_distinct = 0;
};

} // namespace pufa::tally
