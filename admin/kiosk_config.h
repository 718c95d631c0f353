#pragma once
// The one key of kiosk.toml that staff commands share with the kiosk: where the state is.

#include "content/base/result.h"

#include <filesystem>

namespace pufa::admin {

enum class Missing { is_default, is_error };

/// `state` of the file; empty if it names none, or if the file is not there and need not be.
/// BAD_CONFIG with the line.
[[nodiscard]] Result<std::filesystem::path> state_of_config(const std::filesystem::path& file,
                                                            Missing missing);

} // namespace pufa::admin
