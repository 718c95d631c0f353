#pragma once
// What the program has on its heap.

#include <malloc.h>

namespace pufa::bench {

inline double heap_bytes() {
    const auto facts = mallinfo2();
    return static_cast<double>(facts.uordblks + facts.hblkhd);
}

} // namespace pufa::bench
