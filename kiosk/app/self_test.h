#pragma once
// pufa-kiosk --self-test: the real kiosk on an offscreen screen, walked by injected touches. Judged
// is only what came out: the presented picture, the sound that was taken, the rows on the disk.

#include "kiosk/app/assemble.h"
#include "kiosk/app/options.h"

namespace pufa::app {

/// Prints the report; 0 only if all of it held, 1 if not, 3 if the machine is at fault.
[[nodiscard]] int run_self_test(const Options& options, const Ground& ground);

} // namespace pufa::app
