#pragma once
// The PIN beside the configuration: judged and kept on a thread of its own, since Argon2id is dear.
// UI thread.

#include "content/base/clock.h"
#include "content/pin/tries.h"
#include "kiosk/staff/desk.h"

#include <filesystem>
#include <future>
#include <optional>
#include <string>
#include <vector>

namespace pufa::app {

class PinKeeper {
  public:
    static constexpr std::chrono::milliseconds k_while_working{30};

    /// Makes the folder of the PIN if it is not there yet; then this is the first start.
    PinKeeper(std::filesystem::path config_folder, SteadyTime now);

    /// As it is on the disk now: a technician may have set one meanwhile.
    [[nodiscard]] staff::PinFacts facts(SteadyTime now) const;
    void judge(const std::string& pin, SteadyTime now);
    void keep(const std::string& pin, SteadyTime now);
    /// The code for a ticket, made if there is none; ResetCode follows.
    void ask_code(SteadyTime now);
    /// What has been judged, kept or made since.
    [[nodiscard]] std::vector<staff::Event> poll(SteadyTime now);
    [[nodiscard]] std::optional<SteadyTime> next_due() const;

  private:
    struct Judged {
        bool right = false;
        std::optional<Error> error;
    };

    std::filesystem::path m_folder;
    bool m_may_set = false;
    std::optional<Error> m_no_folder;
    pin::Tries m_tries;
    std::future<Judged> m_judging;
    std::future<std::optional<Error>> m_keeping;
    std::future<staff::ResetCode> m_coding;
    SteadyTime m_looked{};
};

} // namespace pufa::app
