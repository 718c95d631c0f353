#include "content/pin/files.h"

#include "content/base/file.h"
#include "content/pin/pin.h"

#include <sys/stat.h>

namespace pufa::pin {

Result<void> make_staff_folder(const std::filesystem::path& config_folder) {
    const auto folder = staff_folder(config_folder);
    PUFA_CHECK(base::make_folders(folder));
    if (::chmod(folder.c_str(), S_IRWXU) != 0) return base::from_errno(errno, folder.string());
    return {};
}

Result<void> remove_durably(const std::filesystem::path& file) {
    std::error_code error;
    const bool removed = std::filesystem::remove(file, error);
    if (error) return base::from_errno(error.value(), file.string());
    if (removed) return base::sync_folder(file.parent_path());
    return {};
}

} // namespace pufa::pin
