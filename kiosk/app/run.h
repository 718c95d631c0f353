#pragma once
// pufa-kiosk from its command line to its exit code: 0 done, 1 the input is at fault (or the
// self-test did not hold), 2 usage, 3 the machine.

#include <string>
#include <vector>

namespace pufa::app {

/// `arguments` without the program's name.
[[nodiscard]] int run(const std::vector<std::string>& arguments);

} // namespace pufa::app
