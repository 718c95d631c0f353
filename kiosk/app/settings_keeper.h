#pragma once
// settings.json, written durably on a thread of its own: no frame waits for the disk. UI thread.

#include "content/base/clock.h"
#include "content/settings/settings.h"

#include <filesystem>
#include <future>
#include <optional>
#include <utility>

namespace pufa::app {

class SettingsKeeper {
  public:
    static constexpr std::chrono::milliseconds k_while_writing{30};
    struct Kept {
        std::optional<Error> error;
    };

    explicit SettingsKeeper(std::filesystem::path file)
        : m_file(std::move(file)) {}
    /// What was asked for is on the disk then, or could not be written.
    ~SettingsKeeper();
    SettingsKeeper(const SettingsKeeper&) = delete;
    SettingsKeeper& operator=(const SettingsKeeper&) = delete;

    /// While one is being written the newest of the next ones waits.
    void keep(const settings::Settings& settings, SteadyTime now);
    /// The newest that was asked for is on the disk, or one could not be written (and is logged).
    [[nodiscard]] std::optional<Kept> poll(SteadyTime now);
    [[nodiscard]] std::optional<SteadyTime> next_due() const;

  private:
    void write(settings::Settings settings);

    std::filesystem::path m_file;
    std::future<std::optional<Error>> m_writing;
    std::optional<settings::Settings> m_next;
    SteadyTime m_looked{};
};

} // namespace pufa::app
