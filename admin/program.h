#pragma once
// pufa-admin as a function: words in, text on two streams and an exit code out.
// 0 done, 1 the input is at fault, 2 the command line is, 3 the machine is.

#include "admin/context.h"

#include <string>
#include <vector>

namespace pufa::admin {

/// `words` without the program's name.
[[nodiscard]] int run(const std::vector<std::string>& words, const Surroundings& surroundings);

} // namespace pufa::admin
