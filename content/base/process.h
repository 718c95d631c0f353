#pragma once
// Children: started by posix_spawn with exactly the descriptors they are given, never by a shell.

#include "content/base/file.h"
#include "content/base/result.h"

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pufa::base {

struct SpawnOptions {
    std::vector<std::string> arguments; ///< without the program's name
    int channel = -1;                   ///< becomes descriptor 3 of the child; -1: none
    bool null_output = false;           ///< standard output goes to /dev/null
};

/// Owns a child: the destructor kills it and reaps it.
class Child {
  public:
    Child() = default;
    explicit Child(pid_t pid)
        : m_pid(pid) {}
    Child(Child&& other) noexcept
        : m_pid(std::exchange(other.m_pid, -1)) {}
    Child& operator=(Child&& other) noexcept;
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() { kill(); }

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] bool started() const { return m_pid > 0; }
    /// Exit status if it has ended (128 + signal for a killed one), without waiting.
    [[nodiscard]] std::optional<int> poll_exit();
    /// Waits for the end.
    int wait();
    /// It goes on by itself; this object knows nothing of it any more.
    void leave() { m_pid = -1; }
    /// SIGKILL and reap; nothing if it has ended.
    void kill();

  private:
    pid_t m_pid = -1;
};

/// NO_DECODER is the caller's to say: here a missing program is NOT_FOUND.
[[nodiscard]] Result<Child> spawn(const std::filesystem::path& program,
                                  const SpawnOptions& options);

struct Finished {
    int exit_code;
    std::string output; ///< standard output, at most 16 MiB
};
/// Runs a program to its end and returns what it printed; standard error passes through.
[[nodiscard]] Result<Finished> run(const std::filesystem::path& program,
                                   const std::vector<std::string>& arguments);

} // namespace pufa::base
