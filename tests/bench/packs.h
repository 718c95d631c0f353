#pragma once
// A state folder with packs in it, as an office with much material has one; made by the real
// writer and the real store. The films are words: nothing can play them.

#include "content/base/paths.h"
#include "content/base/result.h"

#include <filesystem>

namespace pufa::bench {

/// The day on which the packs are valid.
inline constexpr const char* k_bench_day = "2026-11-23T15:20:00";

/// Each of 6 films with posters, 20 questions, 2 quizzes and 3 articles. `sources` keeps the files
/// that they are made of; nothing is written there for none.
[[nodiscard]] Result<void> install_packs(const base::StatePaths& paths,
                                         const std::filesystem::path& sources, int count);

} // namespace pufa::bench
