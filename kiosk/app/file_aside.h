#pragma once
// A small file that is made durable on a thread of its own, the last text winning: a disk that
// takes seconds to sync costs the screen nothing. UI thread.

#include "content/base/clock.h"
#include "content/base/result.h"

#include <filesystem>
#include <future>
#include <optional>
#include <string>

namespace pufa::app {

class FileAside {
  public:
    static constexpr std::chrono::milliseconds k_while_writing{30};

    /// Empty: nothing is ever written, and that is no fault.
    explicit FileAside(std::filesystem::path file);
    /// Waits until what was said last is written, or could not be.
    ~FileAside();
    FileAside(const FileAside&) = delete;
    FileAside& operator=(const FileAside&) = delete;

    void write(std::string text, SteadyTime now);
    /// How the last writing ended, once; text that came meanwhile is begun.
    [[nodiscard]] std::optional<Result<void>> poll(SteadyTime now);
    [[nodiscard]] std::optional<SteadyTime> next_due() const;

  private:
    void begin(SteadyTime now);

    std::filesystem::path m_file;
    std::optional<std::string> m_next; ///< waits for the writing that is under way
    std::future<Result<void>> m_writing;
    SteadyTime m_looked{};
};

} // namespace pufa::app
