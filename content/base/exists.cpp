#include "content/base/exists.h"

#include <system_error>

namespace pufa::base {

Result<bool> exists(const std::filesystem::path& path) {
    std::error_code error;
    const bool there = std::filesystem::exists(path, error);
    if (error) return from_errno(error.value(), path.string());
    return there;
}

} // namespace pufa::base
