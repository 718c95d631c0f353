#pragma once
// What every command is handed: where it works, in which language it speaks, where its report goes.

#include "admin/kiosk_config.h"
#include "content/base/clock.h"
#include "content/base/paths.h"
#include "content/base/result.h"
#include "content/model/text.h"

#include <nlohmann/json_fwd.hpp>

#include <algorithm>
#include <concepts>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

namespace pufa::admin {

enum class Terminal { no, yes };

struct Surroundings {
    std::ostream& out; ///< reports
    std::ostream& err; ///< faults and progress
    Terminal err_is;   ///< whether somebody watches `err`
    WallTime now;
};

/// A command returns a struct with these: the whole of what it did, for people and for machines.
template <class T>
concept Report = requires(const T& report, model::Language language) {
    { report.text(language) } -> std::convertible_to<std::string>; // lines, each ended by '\n'
    { report.json() } -> std::convertible_to<nlohmann::ordered_json>;
};
/// A report over several inputs also has the faults of those that failed.
template <class T>
concept PartialReport = Report<T> && requires(const T& report) {
    { report.faults() } -> std::convertible_to<std::vector<Error>>;
};

/// A report that says itself how the command ends, since its text names the faults.
template <class T>
concept JudgingReport = Report<T> && requires(const T& report) {
    { report.exit_code() } -> std::convertible_to<int>;
};

class Context {
  public:
    Context(const Surroundings& surroundings, model::Language language)
        : m_surroundings(surroundings)
        , m_now(surroundings.now)
        , m_language(language) {}

    // Options of every command, filled in before a command runs.
    std::filesystem::path state_option;
    std::filesystem::path config_option; ///< kiosk.toml
    std::filesystem::path trust_option;
    bool json = false;
    /// --channel: reports, faults and progress go there as JSON lines, for whoever started this
    /// program; -1: none.
    int channel = -1;

    [[nodiscard]] model::Language language() const { return m_language; }
    [[nodiscard]] WallTime now() const { return m_now; }
    void set_now(WallTime now) { m_now = now; }
    /// --state, else `state` of kiosk.toml, else the default folder. BAD_CONFIG.
    [[nodiscard]] Result<base::StatePaths> state() const;
    /// What kiosk.toml says. BAD_CONFIG.
    [[nodiscard]] Result<KioskConfig> kiosk_config() const;
    /// --trust, else trust/ beside kiosk.toml.
    [[nodiscard]] std::filesystem::path trust_folder() const;
    /// The folder of kiosk.toml.
    [[nodiscard]] std::filesystem::path config_folder() const;
    /// The words of a key in the language of this run.
    [[nodiscard]] const std::string& words(std::string_view key) const;

    /// A bar on the terminal that goes when the last copy of the function does, or lines on the
    /// channel; empty with --json or without a terminal.
    using Progress = std::function<void(uint64_t done_bytes, uint64_t total_bytes)>;
    [[nodiscard]] Progress progress(const std::string& what) const;
    /// The same for work whose parts have names.
    using Steps = std::function<void(const std::string& what, int percent)>;
    [[nodiscard]] Steps steps() const;

    /// Ends the command: prints its report, or what is at fault, and sets the exit code.
    template <Report T>
    void finish(const Result<T>& result) {
        if (!result) return fail(result.error());
        if (channel >= 0)
            send_report(result->json());
        else if (json)
            print(result->json());
        else
            print(result->text(m_language));
        if constexpr (PartialReport<T>) conclude(result->faults());
        if constexpr (JudgingReport<T>) m_exit_code = std::max(m_exit_code, result->exit_code());
    }
    void fail(const Error& error);
    [[nodiscard]] int exit_code() const { return m_exit_code; }

    /// To the stream of reports, as it is.
    void print(const std::string& text);

  private:
    void print(const nlohmann::ordered_json& json_report);
    void send_report(const nlohmann::ordered_json& json_report);
    void conclude(const std::vector<Error>& faults);

    Surroundings m_surroundings;
    WallTime m_now;
    model::Language m_language;
    int m_exit_code = 0;
};

/// {"code", "where", "detail", "sentence"}
[[nodiscard]] nlohmann::ordered_json to_json(const Error& error, model::Language language);

} // namespace pufa::admin
