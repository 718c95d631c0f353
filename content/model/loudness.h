#pragma once
// How loud a film is played, so that a visitor need not touch the volume between two of them.

#include "content/model/items.h"

#include <algorithm>
#include <cmath>

namespace pufa::model {

/// What all films are brought towards: integrated loudness after EBU R 128. AES TD1008 asks for -16
/// to -18 LUFS of speech that people hear where others talk.
inline constexpr double k_even_lufs = -16;
/// No true peak goes above this, or the converter behind the loudspeaker clips it.
inline constexpr double k_most_dbtp = -1;
/// Neither way by more than this: what is quieter yet is noise more than speech.
inline constexpr double k_most_change_db = 12;

/// Linear, to be multiplied with the samples. Below 1 where a film is too loud or its peaks too
/// high.
[[nodiscard]] inline float even_gain(const Loudness& measured) {
    const double wanted = std::min(k_even_lufs - measured.lufs, k_most_dbtp - measured.peak_dbtp);
    const double change = std::clamp(wanted, -k_most_change_db, k_most_change_db);
    return static_cast<float>(std::pow(10.0, change / 20));
}

} // namespace pufa::model
