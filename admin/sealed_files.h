#pragma once
// A signed text as two files, X and X.minisig: statements about keys, tickets.

#include "content/base/result.h"

#include <filesystem>
#include <string_view>

namespace pufa::admin {

/// Neither is ever overwritten: ALREADY_EXISTS. Errno errors.
[[nodiscard]] Result<void> write_sealed_files(const std::filesystem::path& file,
                                              std::string_view text, std::string_view signature);

} // namespace pufa::admin
