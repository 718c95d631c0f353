#pragma once
// What reading, writing and installing a pack share.

#include "content/pack/archive.h"
#include "content/pack/manifest.h"

#include <optional>
#include <string>
#include <vector>

namespace pufa::pack {

/// All members in order, the two first ones included; without a signature the first one only.
[[nodiscard]] std::vector<Entry> entries_of(const std::string& manifest,
                                            const std::optional<std::string>& signature,
                                            const std::vector<Member>& members);
/// The error of a member whose bytes are not those that were signed.
[[nodiscard]] Error damaged_member(const Member& member, const std::string& where);

} // namespace pufa::pack
