#pragma once
// Whether whole pages are drawn quickly enough to slide, judged by the first few of them. Pure.

#include "content/base/clock.h"

#include <vector>

namespace pufa::platform {

class SpeedMeter {
  public:
    static constexpr size_t k_pages = 5;
    /// Less than this leaves 30 steps a second for motion.
    static constexpr base::Micros k_quick{20'000};

    [[nodiscard]] bool measures() const { return m_pages.size() < k_pages; }
    void add(base::Micros page);
    /// By the median; nothing is slow before anything was measured.
    [[nodiscard]] bool slow() const;

  private:
    std::vector<base::Micros> m_pages;
};

} // namespace pufa::platform
