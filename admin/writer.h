#pragma once
// The store for a command that changes it.

#include "content/base/clock.h"
#include "content/base/paths.h"
#include "content/pack/store.h"

#include <filesystem>

namespace pufa::admin {

/// Holds the state lock for as long as it lives.
struct Writer {
    pack::StateLock lock;
    pack::Store store;
};
/// A store.db that is damaged or lost is made anew on the way, which is logged.
[[nodiscard]] Result<Writer> open_writer(const base::StatePaths& paths, const pack::Trust& trust,
                                         WallTime now);

/// PACK of a command line: BAD_USAGE if it is no "publisher/pack".
[[nodiscard]] Result<model::PackId> pack_argument(const std::string& word);

} // namespace pufa::admin
