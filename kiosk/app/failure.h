#pragma once
// How pufa-kiosk ends when it cannot go on: one sentence for people, one line with the code for the
// log, the exit code of the fault.

#include "content/base/error.h"
#include "content/model/text.h"

namespace pufa::app {

[[nodiscard]] int end_with(model::Language language, const Error& error);

} // namespace pufa::app
