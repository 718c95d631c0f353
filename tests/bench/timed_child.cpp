#include "tests/bench/timed_child.h"

#include "content/base/clock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <string_view>

namespace pufa::bench {

namespace {

constexpr int k_look_every_ms = 1;

} // namespace

std::optional<double> peak_mib_of(const std::string& process) {
    constexpr std::string_view k_field = "VmHWM:";
    constexpr double k_kib_per_mib = 1024;
    std::ifstream status{"/proc/" + process + "/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(k_field))
            return std::stod(line.substr(k_field.size())) / k_kib_per_mib;
    }
    return std::nullopt;
}

Result<Ran> run_timed(const std::vector<std::string>& command) {
    std::vector<char*> words;
    for (const auto& word : command)
        words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    for (const int fd : {STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_WRONLY, 0);
    const auto began = base::steady_now();
    pid_t child = 0;
    const int failed = ::posix_spawnp(&child, words[0], &files, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (failed != 0) return base::from_errno(failed, command[0]);
    int status = 0;
    double peak = 0;
    const auto process = std::to_string(child);
    for (;;) {
        if (const auto now = peak_mib_of(process)) peak = std::max(peak, *now);
        const auto ended = ::waitpid(child, &status, WNOHANG);
        if (ended == child || (ended < 0 && errno != EINTR)) break;
        ::poll(nullptr, 0, k_look_every_ms);
    }
    const auto took = std::chrono::duration<double>(base::steady_now() - began);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return Error{Code::UNPLAYABLE, fmt::format("{}", fmt::join(command, " ")),
                     fmt::format("ended with status {}", status)};
    return Ran{took.count(), peak};
}

} // namespace pufa::bench
