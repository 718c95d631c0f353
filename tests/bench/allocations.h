#pragma once
// Counts what operator new is asked for. Linked, it takes the place of the library's.

#include <cstdint>

namespace pufa::bench {

/// Since the start of the program, of all threads.
[[nodiscard]] uint64_t allocations();

} // namespace pufa::bench
