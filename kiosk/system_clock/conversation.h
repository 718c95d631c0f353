#pragma once
// One conversation with timedated, from finding the bus to the answer. For a thread of its own.

#include "kiosk/system_clock/setter.h"

namespace pufa::system_clock {

/// Waits for timedated; `bell` (a descriptor) becoming readable ends it early as `failed`.
/// `asked` is when `to` was meant.
[[nodiscard]] Answer set_time(const SetterOptions& options, WallTime to, SteadyTime asked,
                              int bell);

} // namespace pufa::system_clock
