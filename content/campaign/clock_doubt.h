#pragma once
// Whether a wall clock can be believed. Offline machines have no other clock to ask, so it is
// judged by what it cannot be: earlier than this program or its newest content, later than anybody
// plans, or far from what this very machine last saw. Pure.

#include "content/base/clock.h"

#include <optional>

namespace pufa::campaign {

/// Events of such a clock are counted as of a sure day. `floor`: pack/clock_floor.h.
[[nodiscard]] bool is_believed(WallTime now, WallTime floor);

struct ClockKnown {
    WallTime built{};                    ///< the day of this program
    WallTime floor{};                    ///< the later of that and of the newest content
    std::optional<WallTime> last_seen{}; ///< by the run before this one, or what staff have set
};

/// In the order in which it is looked at; the first that holds.
enum class ClockDoubt {
    none,
    before_build,   ///< not believed
    before_content, ///< not believed: older than a pack or statement that was taken
    beyond,         ///< not believed: campaign::k_first_beyond or later
    set_back,       ///< believed, but more than a day before last_seen
    far_ahead       ///< believed, but more than k_far_ahead after last_seen
};
/// A machine that stood in a store for longer is worth a look at its clock.
inline constexpr std::chrono::days k_far_ahead{60};
inline constexpr std::chrono::days k_set_back{1};

[[nodiscard]] ClockDoubt doubt(WallTime now, const ClockKnown& known);
/// Nothing may be set to it, and nothing is counted as sure.
[[nodiscard]] bool is_impossible(ClockDoubt doubt);

} // namespace pufa::campaign
