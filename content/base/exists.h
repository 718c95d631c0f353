#pragma once
// Whether something is there, where std::filesystem would throw or take "I may not look" for no.

#include "content/base/result.h"

#include <filesystem>

namespace pufa::base {

/// Follows links. false: nothing of that name is there; what cannot be asked (no permission, a name
/// that is too long) is an errno error, `where` is the path.
[[nodiscard]] Result<bool> exists(const std::filesystem::path& path);

} // namespace pufa::base
