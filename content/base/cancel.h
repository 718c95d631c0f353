#pragma once
// Whether this program was asked to stop what it is doing. Work that can be given up asks between
// two steps; nothing is interrupted. One answer for the whole program, since signals are.
// Threads: any.

#include "content/base/result.h"

#include <string>

namespace pufa::base {

/// From now on SIGINT, SIGTERM and SIGHUP are remembered instead of ending the program; the second
/// one of a kind ends it as ever. For main programs.
void remember_cancelling_signals();

void ask_to_cancel();
[[nodiscard]] bool cancel_asked();
/// CANCELLED with `where` if so.
[[nodiscard]] Result<void> check_cancelled(const std::string& where);

/// For tests: nobody has asked.
void forget_cancelling();

} // namespace pufa::base
