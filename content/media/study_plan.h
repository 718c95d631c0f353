#pragma once
// Which moments of a film get a small picture: both ends of the wire count them alike.

#include "content/base/clock.h"

#include <algorithm>
#include <cstdint>

namespace pufa::media {

struct StudyPlan {
    base::Micros every{0};
    uint32_t count = 0; ///< the n-th picture shows n * every
};

/// At most 100 pictures, at least two seconds apart; none of what has no length.
[[nodiscard]] inline StudyPlan plan_of(base::Micros duration) {
    constexpr int64_t least_us = 2'000'000, most = 100, tenth_us = 100'000;
    if (duration.count() <= 0) return {};
    const int64_t shared = (duration.count() + most - 1) / most;
    const int64_t every = std::max(least_us, (shared + tenth_us - 1) / tenth_us * tenth_us);
    return {base::Micros{every}, static_cast<uint32_t>((duration.count() + every - 1) / every)};
}

} // namespace pufa::media
