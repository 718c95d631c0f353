#pragma once
// For which machines a pack is, and which other packs it builds on.

#include "content/pack/manifest.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::pack {

/// A machine's name (`site` of kiosk.toml): 1 to 64 of a-z 0-9 and '-', first one a letter or
/// digit.
[[nodiscard]] bool is_site(std::string_view name);
/// An entry of `sites`: a name, or the beginning of names with a '*' behind it.
[[nodiscard]] bool is_site_pattern(std::string_view pattern);
/// True if one of the patterns names this site; a machine without a name ("") is none.
[[nodiscard]] bool is_meant_for(const std::vector<std::string>& patterns, std::string_view site);

/// The packs that are needed but not active in at least that version; what they would have given is
/// left out on the screen, so this is told and refuses nothing.
[[nodiscard]] std::vector<NeededPack> unmet(const Manifest& manifest,
                                            const std::map<model::PackId, int64_t>& active);

} // namespace pufa::pack
