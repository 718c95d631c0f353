#pragma once
// Wrong PINs cost time: five are free, the sixth must wait 60 s, and each further wrong one doubles
// that, up to an hour. The count is kept across restarts; the wait is not a moment of any clock but
// begins anew when the kiosk starts, so that neither a wrong clock nor a pulled plug shortens it.
// Pure but for the two functions that keep the count.

#include "content/base/clock.h"
#include "content/base/result.h"

#include <chrono>
#include <filesystem>

namespace pufa::pin {

class Tries {
  public:
    static constexpr int k_free = 5;
    static constexpr std::chrono::seconds k_first_wait{60};
    static constexpr std::chrono::seconds k_longest_wait{3600};

    /// As kept by an earlier run, or 0.
    explicit Tries(int wrong, SteadyTime now);

    [[nodiscard]] int wrong() const { return m_wrong; }
    /// Whole seconds, rounded up, until the next try is heard; 0: now.
    [[nodiscard]] int seconds_left(SteadyTime now) const;
    /// Before a PIN is judged it counts as wrong, and is kept so: pulling the plug in between
    /// gains nothing.
    void begin(SteadyTime now);
    /// It was right: all is forgotten.
    void right() { m_wrong = 0; }

  private:
    [[nodiscard]] std::chrono::seconds wait() const;

    int m_wrong;
    SteadyTime m_since;
};

/// 0 if nothing is kept. A file that cannot be read counts as k_free: it must not help.
[[nodiscard]] int load_tries(const std::filesystem::path& config_folder);
[[nodiscard]] Result<void> save_tries(const std::filesystem::path& config_folder, int wrong);

} // namespace pufa::pin
