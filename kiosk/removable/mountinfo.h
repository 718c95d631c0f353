#pragma once
// /proc/self/mountinfo (proc(5)): what is mounted where, and how.

#include "content/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::removable {

struct Mount {
    uint64_t number = 0; ///< given out again after the mount is gone
    std::string device;  ///< "8:17"
    std::string source;  ///< "/dev/sdb1"
    std::string file_system;
    std::filesystem::path folder;
    bool read_only = false; ///< for this mount, or of the file system

    bool operator==(const Mount&) const = default;
};

/// Lines that are not as they should be are left out.
[[nodiscard]] std::vector<Mount> parse_mountinfo(std::string_view text);
[[nodiscard]] Result<std::vector<Mount>> read_mountinfo(const std::filesystem::path& file);
/// False also if the file cannot be read.
[[nodiscard]] bool is_mounted(const std::filesystem::path& mountinfo,
                              const std::filesystem::path& folder);

} // namespace pufa::removable
