#pragma once
// How loud a film is played, so that a visitor need not touch the volume between two of them.

#include "content/model/items.h"

#include <algorithm>
#include <cmath>

namespace pufa::model {

inline constexpr double k_even_lufs = -16;   ///< what all are brought towards
inline constexpr double k_most_dbtp = -1;    ///< the true peak that none is brought above
inline constexpr double k_most_lift_db = 20; ///< what is quieter yet is noise more than speech

/// Linear. Of what is too loud it is below 1 even if the peak would allow more.
[[nodiscard]] inline float even_gain(const Loudness& measured) {
    const double lift =
        std::min({k_even_lufs - measured.lufs, k_most_dbtp - measured.peak_dbtp, k_most_lift_db});
    return static_cast<float>(std::pow(10.0, lift / 20));
}

} // namespace pufa::model
