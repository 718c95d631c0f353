#pragma once
// Ends children without waiting for them: a killed process may still sit in a read from a bad
// disk, and the screen must not sit there with it. Any thread.

#include "content/base/process.h"

namespace pufa::media {

/// SIGKILL now; the zombie is collected by a later call of dismiss.
void dismiss(base::Child child);

} // namespace pufa::media
