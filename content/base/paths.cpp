#include "content/base/paths.h"

#include <cstdlib>

namespace pufa::base {

namespace {

std::filesystem::path from_environment(const char* variable, const char* below_home) {
    if (const char* folder = std::getenv(variable); folder && *folder) return folder;
    const char* home = std::getenv("HOME");
    return std::filesystem::path{home && *home ? home : "/"} / below_home;
}

} // namespace

StatePaths state_paths(const std::filesystem::path& given) {
    if (!given.empty()) return {given};
    return {from_environment("XDG_DATA_HOME", ".local/share") / "pufa"};
}

std::filesystem::path config_folder(const std::filesystem::path& given) {
    if (!given.empty()) return given;
    std::error_code ignored;
    if (std::filesystem::is_directory("/etc/pufa", ignored)) return "/etc/pufa";
    return from_environment("XDG_CONFIG_HOME", ".config") / "pufa";
}

std::filesystem::path program_folder() {
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
}

} // namespace pufa::base
