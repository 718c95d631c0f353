#pragma once
// Whether a version may be installed, by what was seen before: shared by plan and install.

#include "content/pack/pack.h"
#include "content/pack/store_rows.h"

namespace pufa::pack {

/// ROLLBACK for a version below the highest ever seen, or for another content under its number.
[[nodiscard]] Result<void> check_sequence(const OpenPack& offered,
                                          const std::optional<KnownPack>& pack,
                                          const std::optional<KnownVersion>& version);

} // namespace pufa::pack
