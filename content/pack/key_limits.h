#pragma once
// NAME.toml beside NAME.pub in the trust folder. Private to this folder.

#include "content/pack/trust.h"

#include <string>
#include <string_view>

namespace pufa::pack {

/// Fills the limits of `key`. BAD_KEY with "line N: …"; a key that is not known is a fault, since a
/// misspelt limit would be none.
[[nodiscard]] Result<void> parse_limits(std::string_view toml, const std::string& where,
                                        TrustedKey& key);

} // namespace pufa::pack
