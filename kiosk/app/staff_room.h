#pragma once
// What stands around the desk: the way in, the PIN, the sticks, pufa-admin and the settings' file.
// The desk decides, this carries out; what concerns the visitors' side goes up as Requests. UI
// thread.

#include "kiosk/app/clock_memory.h"
#include "kiosk/app/file_aside.h"
#include "kiosk/app/pin_keeper.h"
#include "kiosk/platform/window.h"
#include "kiosk/removable/sticks.h"
#include "kiosk/staff/admin_runs.h"
#include "kiosk/staff/desk.h"
#include "kiosk/staff/hold.h"
#include "kiosk/system_clock/setter.h"

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace pufa::app {

class StaffRoom {
  public:
    struct Doors {
        std::filesystem::path config_folder; ///< of kiosk.toml; the PIN lies in its staff/
        std::filesystem::path settings_file;
        std::filesystem::path admin;              ///< the program
        std::vector<std::string> admin_arguments; ///< of every run, without the language
        std::unique_ptr<removable::Sticks> sticks;
        staff::Settings settings;
        std::filesystem::path clock_file{}; ///< what the clock said last; empty: not kept
        std::filesystem::path hands_file{}; ///< what people found at the check; empty: not kept
        std::unique_ptr<system_clock::Setter> clock{}; ///< none: it cannot be set here
    };
    /// Of what the desk asks, what is for the visitors' side.
    using Request =
        std::variant<staff::DeskOpened, staff::DeskClosed, staff::PageTurned, staff::ApplySettings,
                     staff::PreviewDay, staff::PreviewItem, staff::ForgetAside, staff::RestartKiosk,
                     staff::ClockWasSet, staff::PlayTone>;

    StaffRoom(Doors doors, staff::Now now);

    /// Whom a finger is for. One that rests where the way in is may still be a visitor's: it shows
    /// its press, but nobody is told of a touch before it is known.
    enum class Finger { page, resting, nobody };
    /// Before anything else hears of it.
    [[nodiscard]] Finger look_at(const platform::PointerEvent& event,
                                 const staff::Hold::Panel& panel, staff::Now now);
    /// A finger that rested was no way in: a touch is to be told after all. Once.
    [[nodiscard]] bool lets_go();

    void send(const staff::Event& event, staff::Now now);
    /// Sticks, children and time.
    void update(staff::Now now);
    /// Nobody has chosen a PIN, and this is the first start.
    void begin_first_start(staff::Now now);
    /// What no true clock is before: the day of this program, and that of its newest content.
    void clock_floor_is(WallTime built, WallTime floor, staff::Now now);
    [[nodiscard]] std::vector<Request> take_requests() { return std::exchange(m_requests, {}); }

    [[nodiscard]] const staff::Desk& desk() const { return m_desk; }
    [[nodiscard]] std::optional<SteadyTime> next_due(SteadyTime now) const;

  private:
    void carry_out(const staff::Effect& effect, staff::Now now);
    [[nodiscard]] std::vector<std::string> arguments() const;
    [[nodiscard]] bool fills_panel() const;
    void sweep(const platform::PointerEvent& event, const staff::Hold::Panel& panel,
               staff::Now now);
    void set_clock(const staff::SetClock& order, staff::Now now);
    void look_at_settings(staff::Now now);
    void look_at_clock(staff::Now now);
    void look_at_hands(staff::Now now);

    Doors m_doors;
    PinKeeper m_pin;
    FileAside m_settings;
    staff::AdminRuns m_runs;
    staff::Desk m_desk;
    staff::Hold m_hold;
    ClockMemory m_clock;
    std::optional<WallTime> m_told_seen; ///< to the desk
    FileAside m_hands;
    uint64_t m_sticks_seen = 0;
    bool m_kept = false;   ///< a finger that may be the way in
    bool m_let_go = false; ///< ... and was not
    SteadyTime m_looked{};
    std::vector<Request> m_requests;
};

} // namespace pufa::app
