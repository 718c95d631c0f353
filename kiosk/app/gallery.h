#pragma once
// pufa-kiosk --gallery: the kit in a window of its own, without packs, flow or films.

#include "kiosk/app/assemble.h"

namespace pufa::app {

/// Until the window is closed; the program's exit code.
[[nodiscard]] int run_gallery(const Options& options, const Ground& ground);

} // namespace pufa::app
