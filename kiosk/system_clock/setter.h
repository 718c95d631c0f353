#pragma once
// Setting the machine's clock through systemd-timedated (org.freedesktop.timedate1, systemd 252's
// org.freedesktop.timedate1(5)). The kiosk's user may do so by a rule of polkit
// (assets/deploy/polkit); nobody is ever asked for a password.
//
// Call down, wake up, poll. A thread of its own talks to the bus while there is something to set;
// every function here is for one thread, the UI's, and never waits for the bus.

#include "content/base/clock.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace pufa::system_clock {

enum class Outcome {
    set,
    not_allowed,  ///< polkit refused: the rule is not installed
    synchronised, ///< the network's time is on, and could not be switched off
    no_service,   ///< no bus, or no timedated on it
    failed        ///< anything else; `detail` says what
};
struct Answer {
    Outcome outcome = Outcome::failed;
    std::string detail{}; ///< as timedated or the bus said it, for the log; may be empty
};

class Setter {
  public:
    /// Gives up what is under way: the clock may or may not be set then.
    virtual ~Setter() = default;
    /// Switches synchronising with the network off if it is on (the kiosk has no network, and
    /// timedated refuses as long as it is on), then sets the time. The way there counts: what is
    /// set is `to` and the time that has passed since this call. One at a time; another is left
    /// out.
    virtual void set(WallTime to) = 0;
    /// The answer to set(), once.
    [[nodiscard]] virtual std::optional<Answer> poll() = 0;
    [[nodiscard]] virtual bool busy() const = 0;
};

struct SetterOptions {
    /// D-Bus address; empty: the system bus.
    std::string bus{};
    /// Called by the thread when poll() has something; may be empty.
    std::function<void()> wake{};
    /// Each question to timedated; it starts when it is asked first.
    std::chrono::milliseconds answer_within{10'000};
    /// Switching off is a job of systemd's: so long timedated may go on refusing.
    std::chrono::milliseconds switched_off_within{5'000};
};
[[nodiscard]] std::unique_ptr<Setter> open_setter(SetterOptions options = {});

} // namespace pufa::system_clock
