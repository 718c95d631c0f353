#include "content/base/log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <mutex>

namespace pufa::base {

namespace {

constexpr size_t k_max_kept_warnings = 1000;

struct Warnings {
    std::mutex lock;
    std::vector<std::string> lines; // guarded by lock
};

Warnings& warnings() {
    static Warnings kept;
    return kept;
}

spdlog::logger& logger() {
    static const auto made = [] {
        auto log = std::make_shared<spdlog::logger>(
            "pufa", std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
        log->set_pattern("%H:%M:%S.%e %^%l%$ %v");
        return log;
    }();
    return *made;
}

} // namespace

void log_to_file(const std::filesystem::path& file) {
    try {
        auto sink =
            std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), 1u << 20, 2);
        sink->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
        logger().sinks().push_back(std::move(sink));
        logger().flush_on(spdlog::level::info);
    } catch (const spdlog::spdlog_ex& failed) {
        log_warning("no log file: {}", failed.what());
    }
}

void log_line(LogLevel level, std::string_view line) {
    switch (level) {
    case LogLevel::info:
        logger().info(line);
        return;
    case LogLevel::warning:
        logger().warn(line);
        break;
    case LogLevel::error:
        logger().error(line);
        break;
    }
    const std::lock_guard held{warnings().lock};
    if (warnings().lines.size() < k_max_kept_warnings) warnings().lines.emplace_back(line);
}

std::vector<std::string> take_logged_warnings() {
    const std::lock_guard held{warnings().lock};
    return std::exchange(warnings().lines, {});
}

} // namespace pufa::base
