#pragma once
// What the thread itself cost: a machine that others use as well does not count.

#include <ctime>

namespace pufa::bench {

/// Microseconds of processor time of this thread.
inline double thread_us() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

} // namespace pufa::bench
