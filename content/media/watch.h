#pragma once
// When to give up on a decoder that owes something. It cannot tell by itself: a library that hangs
// sends nothing. Pure: time is an argument.

#include "content/base/clock.h"

#include <cstdint>
#include <string_view>

namespace pufa::media {

class Watch {
  public:
    /// A decoder at work speaks about every second, so one that is silent for this long hangs.
    static constexpr base::Micros k_silence{5'000'000};
    /// One that says it is at work and has nothing to show for it is given this long.
    static constexpr base::Micros k_fruitless{10'000'000};
    /// Whoever looks less often than this was held up itself (a machine that stood still, a disk
    /// that was waited for), and the decoder most likely as well: what is beyond does not count.
    static constexpr base::Micros k_longest_look{1'000'000};

    enum class Verdict { well, silent, fruitless };

    /// Something new is asked for: what was before does not count against it.
    void begin(SteadyTime now) { m_looked_at = m_sign_at = m_fruit_at = now; }
    /// `owes`: something is awaited from it now. `heartbeats` and `fruits` count what came from it
    /// (Link::heartbeats; reports, sound); any change is a sign of life.
    [[nodiscard]] Verdict look(SteadyTime now, bool owes, uint64_t heartbeats, uint64_t fruits);

  private:
    SteadyTime m_looked_at{};
    SteadyTime m_sign_at{};
    SteadyTime m_fruit_at{};
    uint64_t m_heartbeats = 0;
    uint64_t m_fruits = 0;
};

/// For errors and the log; English. Not for `well`.
[[nodiscard]] std::string_view sentence(Watch::Verdict verdict);

} // namespace pufa::media
