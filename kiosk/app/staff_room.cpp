#include "kiosk/app/staff_room.h"

#include "content/base/log.h"
#include "content/checkup/hands.h"
#include "kiosk/app/cases.h"

#include <algorithm>
#include <utility>

namespace pufa::app {

namespace {

constexpr std::chrono::milliseconds k_while_running{50}; ///< between two looks at the children
constexpr std::chrono::milliseconds k_sticks{500};

} // namespace

StaffRoom::StaffRoom(Doors doors, staff::Now now)
    : m_doors(std::move(doors))
    , m_pin(m_doors.config_folder, now.steady)
    , m_settings(m_doors.settings_file)
    , m_runs(m_doors.admin, {})
    , m_desk(m_doors.settings, now)
    , m_clock(m_doors.clock_file, now.steady)
    , m_hands(m_doors.hands_file) {
    m_runs.speak(arguments());
    clock_floor_is({}, {}, now);
    if (m_doors.hands_file.empty()) return;
    if (const auto hands = checkup::load_hands(m_doors.hands_file))
        send(staff::HandsKnown{*hands}, now);
    else
        base::log_warning("staff: what was found at the check cannot be read: {} ({})",
                          hands.error().where, hands.error().detail);
}

void StaffRoom::clock_floor_is(WallTime built, WallTime floor, staff::Now now) {
    m_clock.floor_is(built, floor);
    m_told_seen = m_clock.known().last_seen;
    send(staff::ClockFacts{m_clock.known()}, now);
}

std::vector<std::string> StaffRoom::arguments() const {
    auto all = m_doors.admin_arguments;
    all.insert(all.end(), {"--language", std::string{model::tag(m_desk.language())}});
    return all;
}

StaffRoom::Finger StaffRoom::look_at(const platform::PointerEvent& event,
                                     const staff::Hold::Panel& panel, staff::Now now) {
    using Kind = ui::PointerInput::Kind;
    const bool goes = event.kind == Kind::up || event.kind == Kind::cancel;
    // The finger that came in leaves the panel while the desk has it.
    if (m_desk.open() && goes) m_hold.up(event.finger);
    if (std::holds_alternative<screens::CleaningModel>(m_desk.page())) return Finger::nobody;
    if (fills_panel()) {
        sweep(event, panel, now);
        return Finger::nobody;
    }
    if (m_desk.open()) {
        if (event.kind == Kind::down) {
            using Shape = staff::PanelStands::Shape;
            send(
                staff::PanelStands{panel.width < panel.height ? Shape::portrait : Shape::landscape},
                now);
            send(staff::Touched{}, now);
        }
        return Finger::page;
    }
    switch (event.kind) {
    case Kind::down:
        m_hold.down(event.finger, event.at.x, event.at.y, panel, now.steady);
        break;
    case Kind::move:
        m_hold.move(event.finger, event.at.x, event.at.y, panel);
        break;
    case Kind::up:
    case Kind::cancel:
        m_hold.up(event.finger);
        break;
    }
    const bool rests = m_hold.due().has_value();
    if (m_kept && !rests) m_let_go = true;
    m_kept = rests;
    return rests ? Finger::resting : Finger::page;
}

/// A page of the check, which no target of the screen's could cover to its edges.
bool StaffRoom::fills_panel() const {
    return std::holds_alternative<screens::ColorModel>(m_desk.page()) ||
           std::holds_alternative<screens::WipeModel>(m_desk.page());
}

void StaffRoom::sweep(const platform::PointerEvent& event, const staff::Hold::Panel& panel,
                      staff::Now now) {
    using Kind = ui::PointerInput::Kind;
    if (event.kind != Kind::down && event.kind != Kind::move) return;
    send(staff::Swept{event.at.x / panel.width, event.at.y / panel.height,
                      event.kind == Kind::down ? staff::Swept::Kind::touched
                                               : staff::Swept::Kind::moved},
         now);
}

bool StaffRoom::lets_go() {
    return std::exchange(m_let_go, false);
}

void StaffRoom::begin_first_start(staff::Now now) {
    const auto facts = m_pin.facts(now.steady);
    if (facts.set || !facts.may_set) return;
    send(facts, now);
    send(staff::FirstStart{}, now);
}

void StaffRoom::send(const staff::Event& event, staff::Now now) {
    for (const auto& effect : m_desk.update(event, now))
        carry_out(effect, now);
}

void StaffRoom::update(staff::Now now) {
    m_looked = now.steady;
    if (m_hold.done(now.steady)) {
        m_kept = false;
        base::log_info("staff: the way in was held");
        send(m_pin.facts(now.steady), now);
        send(staff::Opened{}, now);
    }
    if (const auto revision = m_doors.sticks->revision();
        std::exchange(m_sticks_seen, revision) != revision)
        send(staff::SticksSeen{m_doors.sticks->present()}, now);
    for (const auto& news : m_pin.poll(now.steady))
        send(news, now);
    look_at_settings(now);
    for (const auto& news : m_runs.poll())
        std::visit([&](const auto& one) { send(one, now); }, news);
    look_at_clock(now);
    look_at_hands(now);
    if (now.steady >= m_desk.next_tick()) send(staff::Tick{}, now);
}

void StaffRoom::look_at_settings(staff::Now now) {
    const auto kept = m_settings.poll(now.steady);
    if (!kept) return;
    if (!*kept)
        base::log_warning("staff: settings cannot be kept: {} ({})", kept->error().where,
                          kept->error().detail);
    send(staff::SettingsKept{*kept ? std::nullopt : std::optional{kept->error()}}, now);
}

void StaffRoom::look_at_clock(staff::Now now) {
    if (m_doors.clock)
        if (const auto answer = m_doors.clock->poll()) {
            if (answer->outcome != system_clock::Outcome::set)
                base::log_warning("staff: the clock was not set ({})", answer->detail);
            send(staff::ClockAnswered{*answer}, now);
        }
    m_clock.update(now.steady, now.wall);
    if (std::exchange(m_told_seen, m_clock.known().last_seen) != m_clock.known().last_seen)
        send(staff::ClockFacts{m_clock.known()}, now);
}

void StaffRoom::look_at_hands(staff::Now now) {
    const auto kept = m_hands.poll(now.steady);
    if (!kept) return;
    if (!*kept)
        base::log_warning("staff: what was found at the check cannot be kept: {} ({})",
                          kept->error().where, kept->error().detail);
    send(staff::HandsKept{*kept ? std::nullopt : std::optional{kept->error()}}, now);
}

void StaffRoom::set_clock(const staff::SetClock& order, staff::Now now) {
    base::log_info("staff: the clock is to be set from {} to {}", base::to_iso(order.from),
                   base::to_iso(order.to));
    if (m_doors.clock)
        m_doors.clock->set(order.to);
    else
        send(staff::ClockAnswered{{system_clock::Outcome::no_service, "none of this run's"}}, now);
}

std::optional<SteadyTime> StaffRoom::next_due(SteadyTime now) const {
    std::optional<SteadyTime> due;
    const auto at = [&](SteadyTime when) { due = due ? std::min(*due, when) : when; };
    if (const auto hold = m_hold.due()) at(*hold);
    if (const auto pin = m_pin.next_due()) at(*pin);
    if (const auto kept = m_settings.next_due()) at(*kept);
    if (m_runs.any()) at(m_looked + k_while_running);
    // It wakes the window as well.
    if (m_doors.clock && m_doors.clock->busy()) at(m_looked + k_while_running);
    if (const auto clock = m_clock.next_due()) at(*clock);
    if (const auto hands = m_hands.next_due()) at(*hands);
    if (m_desk.next_tick() != SteadyTime::max()) at(m_desk.next_tick());
    // The watch wakes the window as well; this is for one that cannot.
    if (m_desk.open() || m_doors.sticks->revision() != m_sticks_seen) at(now + k_sticks);
    return due;
}

void StaffRoom::carry_out(const staff::Effect& effect, staff::Now now) {
    std::visit(
        Cases{[&](const staff::RunAdmin& run) { m_runs.start(run.job, run.arguments); },
              [&](const staff::CancelAdmin& cancel) { m_runs.cancel(cancel.job); },
              [&](const staff::OpenStick& open) { m_doors.sticks->open(open.id, open.access); },
              [&](const staff::ReleaseStick& release) { m_doors.sticks->release(release.id); },
              [&](const staff::JudgePin& judge) { m_pin.judge(judge.pin, now.steady); },
              [&](const staff::KeepPin& keep) { m_pin.keep(keep.pin, now.steady); },
              [&](const staff::AskResetCode&) { m_pin.ask_code(now.steady); },
              [&](const staff::ApplySettings& apply) {
                  m_runs.speak(arguments());
                  m_settings.write(settings::text_of(apply.settings), now.steady);
                  m_requests.emplace_back(apply);
              },
              [&](const staff::DeskOpened& opened) {
                  base::log_info("staff: the desk has the screen");
                  m_requests.emplace_back(opened);
              },
              [&](const staff::DeskClosed& closed) {
                  base::log_info("staff: the desk is closed");
                  m_requests.emplace_back(closed);
              },
              [&](const staff::SetClock& order) { set_clock(order, now); },
              [&](const staff::ClockWasSet& set) {
                  base::log_info("staff: the clock was set to {}", base::to_iso(set.to));
                  m_requests.emplace_back(set);
              },
              [&](const staff::KeepClockSeen& keep) { m_clock.keep(keep.seen, now.steady); },
              [&](const staff::KeepHands& keep) {
                  m_hands.write(checkup::to_json(keep.hands), now.steady);
              },
              [&](const auto& request) { m_requests.emplace_back(request); }},
        effect);
}

} // namespace pufa::app
