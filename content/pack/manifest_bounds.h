#pragma once
// Bounds that pack.json must keep before a tree is built from it: one pass that holds nothing but
// the keys of the open objects.

#include "content/base/result.h"

#include <string>
#include <string_view>

namespace pufa::pack {

inline constexpr size_t k_max_depth = 32;
inline constexpr size_t k_max_values = 4'000'000;
inline constexpr size_t k_max_keys = 256; // of one object

/// BAD_MANIFEST names the byte: not JSON, invalid UTF-8, nested deeper than k_max_depth, an object
/// with a key twice, a byte order mark; TOO_LARGE for more values or keys than the bounds.
[[nodiscard]] Result<void> check_bounds(std::string_view json, const std::string& where);

} // namespace pufa::pack
