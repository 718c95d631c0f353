#pragma once
// One log for a program: stderr, and a capped file in the state folder when there is one.
// Threads: any. Tests read what was logged and fail on warnings they did not expect.

#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::base {

enum class LogLevel { info, warning, error };

/// Also writes to `file`, at most three files of 1 MiB. An unwritable file is noted, not fatal.
void log_to_file(const std::filesystem::path& file);
void log_line(LogLevel level, std::string_view line);

template <class... Args>
void log_info(fmt::format_string<Args...> format, Args&&... args) {
    log_line(LogLevel::info, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void log_warning(fmt::format_string<Args...> format, Args&&... args) {
    log_line(LogLevel::warning, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void log_error(fmt::format_string<Args...> format, Args&&... args) {
    log_line(LogLevel::error, fmt::format(format, std::forward<Args>(args)...));
}

/// For tests: the warnings and errors since the last call, oldest first.
[[nodiscard]] std::vector<std::string> take_logged_warnings();

} // namespace pufa::base
