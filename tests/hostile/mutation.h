#pragma once
// Seeded damage: the same seed does the same to the same bytes, on every machine.

#include "tests/hostile/clips.h"

#include <cstdint>
#include <string>
#include <vector>

namespace pufa::hostile {

struct Mutant {
    std::string clip; ///< the one it was made of
    std::string how;  ///< "flip 12 bits, truncate"
    std::string bytes;
};

/// One to three kinds of damage to one of `clips`.
[[nodiscard]] Mutant mutate(const std::vector<Clip>& clips, uint64_t seed);

} // namespace pufa::hostile
