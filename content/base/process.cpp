#include "content/base/process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

extern char** environ;

namespace pufa::base {

namespace {

constexpr int k_channel = 3;
constexpr size_t k_max_output = 16u << 20;

int to_exit_code(int status) {
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

class FileActions {
  public:
    FileActions() { posix_spawn_file_actions_init(&m_actions); }
    ~FileActions() { posix_spawn_file_actions_destroy(&m_actions); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;
    posix_spawn_file_actions_t* get() { return &m_actions; }

  private:
    posix_spawn_file_actions_t m_actions{};
};

/// `output` becomes descriptor 1 unless it is -1.
Result<Child> spawn_with(const std::filesystem::path& program,
                         const std::vector<std::string>& arguments, int channel, int output) {
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (auto& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    FileActions actions;
    posix_spawn_file_actions_addopen(actions.get(), 0, "/dev/null", O_RDONLY, 0);
    if (output >= 0) posix_spawn_file_actions_adddup2(actions.get(), output, 1);
    if (channel >= 0) posix_spawn_file_actions_adddup2(actions.get(), channel, k_channel);
    // Everything else is closed even where a library forgot O_CLOEXEC.
    posix_spawn_file_actions_addclosefrom_np(actions.get(), channel >= 0 ? k_channel + 1 : 3);

    pid_t pid = -1;
    const int failed =
        ::posix_spawn(&pid, program.c_str(), actions.get(), nullptr, argv.data(), environ);
    if (failed != 0) return from_errno(failed, program.string());
    return Child{pid};
}

} // namespace

Child& Child::operator=(Child&& other) noexcept {
    if (this != &other) {
        kill();
        m_pid = std::exchange(other.m_pid, -1);
    }
    return *this;
}

std::optional<int> Child::poll_exit() {
    if (m_pid <= 0) return std::nullopt;
    int status = 0;
    if (::waitpid(m_pid, &status, WNOHANG) != m_pid) return std::nullopt;
    m_pid = -1;
    return to_exit_code(status);
}

int Child::wait() {
    PUFA_ASSERT(m_pid > 0);
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
    return to_exit_code(status);
}

void Child::kill() {
    if (m_pid <= 0) return;
    ::kill(m_pid, SIGKILL);
    wait();
}

Result<Child> spawn(const std::filesystem::path& program, const SpawnOptions& options) {
    UniqueFd null;
    if (options.null_output) {
        PUFA_TRY(null, open_file("/dev/null", O_WRONLY));
    }
    // dup2 of a descriptor onto itself keeps FD_CLOEXEC, so the channel must not be 3 already.
    UniqueFd moved;
    if (options.channel == k_channel) {
        moved.reset(::fcntl(options.channel, F_DUPFD_CLOEXEC, k_channel + 1));
        if (!moved) return from_errno(errno, program.string());
    }
    return spawn_with(program, options.arguments, moved ? moved.get() : options.channel,
                      null ? null.get() : -1);
}

Result<Finished> run(const std::filesystem::path& program,
                     const std::vector<std::string>& arguments) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return from_errno(errno, program.string());
    UniqueFd reading{ends[0]};
    UniqueFd writing{ends[1]};
    PUFA_TRY(auto child, spawn_with(program, arguments, -1, writing.get()));
    writing.reset();
    Finished finished{0, {}};
    char block[4096];
    while (true) {
        const ssize_t got = ::read(reading.get(), block, sizeof block);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        if (finished.output.size() < k_max_output)
            finished.output.append(block, static_cast<size_t>(got));
    }
    finished.exit_code = child.wait();
    return finished;
}

} // namespace pufa::base
