#pragma once
// Reading from the medium and not from memory, and renaming that never replaces. Private to this
// folder.

#include "content/base/result.h"

#include <filesystem>
#include <string>

namespace pufa::stick {

/// Of a file as the stick gives it: what the machine has in memory of it is dropped first.
/// CANCELLED where it was asked for.
[[nodiscard]] Result<std::string> sha256_from_medium(const std::filesystem::path& file);
/// ALREADY_EXISTS if `to` is there.
[[nodiscard]] Result<void> rename_to_new(const std::filesystem::path& from,
                                         const std::filesystem::path& to);
/// Everything on the file system of this folder.
[[nodiscard]] Result<void> sync_all(const std::filesystem::path& folder);
/// As base::sync_folder, where the file system knows that.
[[nodiscard]] Result<void> sync_names(const std::filesystem::path& folder);

} // namespace pufa::stick
