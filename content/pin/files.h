#pragma once
// Files of the staff folder. Only for the .cpp files of this folder.

#include "content/base/result.h"

#include <filesystem>

namespace pufa::pin {

inline constexpr unsigned k_owner_only = 0600;

/// 0700, with the folders above it.
[[nodiscard]] Result<void> make_staff_folder(const std::filesystem::path& config_folder);
/// One that is not there is none to be removed.
[[nodiscard]] Result<void> remove_durably(const std::filesystem::path& file);

} // namespace pufa::pin
