#pragma once

#include "content/base/clock.h"

namespace pufa::catalog {

/// Midnight (UTC+8) of the day on which this program was built; no true clock is before it.
[[nodiscard]] WallTime built();

} // namespace pufa::catalog
