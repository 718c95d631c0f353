#pragma once
// A clock that was set back must not make valid what has expired. Whoever judges days takes the
// later of the clock and of a floor that only rises: the day this program was built, the latest
// `created` of a pack that was ever installed and the latest `issued` of a statement that was
// taken. Both are refused when they are more than ten years after the build, so that nobody can
// push the floor out of reach.

#include "content/base/clock.h"

#include <optional>

namespace pufa::pack {

/// Midnight (UTC+8) of the day on which this program was built; honours SOURCE_DATE_EPOCH.
[[nodiscard]] WallTime build_time();
/// The last moment that `created` and `issued` may name.
[[nodiscard]] WallTime latest_plausible();
/// The floor when `kept` is what the database has; never after latest_plausible().
[[nodiscard]] WallTime clock_floor(std::optional<WallTime> kept);
/// The moment by which days are judged.
[[nodiscard]] WallTime judge_time(WallTime now, WallTime floor);

} // namespace pufa::pack
