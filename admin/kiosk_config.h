#pragma once
// The keys of kiosk.toml that staff commands need: where the state is, what this machine is called.

#include "content/base/result.h"

#include <filesystem>
#include <string>

namespace pufa::admin {

enum class Missing { is_default, is_error };

struct KioskConfig {
    std::filesystem::path state; ///< empty: the default folder
    std::string site;            ///< empty: no name
    std::string place;           ///< where it stands, for people; may be empty
};

/// Empty if the file is not there and need not be. BAD_CONFIG with the line.
[[nodiscard]] Result<KioskConfig> read_kiosk_config(const std::filesystem::path& file,
                                                    Missing missing);

} // namespace pufa::admin
