#include "kiosk/app/staff_room.h"

#include "content/base/log.h"
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
    , m_desk(m_doors.settings, now) {
    m_runs.speak(arguments());
}

std::vector<std::string> StaffRoom::arguments() const {
    auto all = m_doors.admin_arguments;
    all.insert(all.end(), {"--language", std::string{model::tag(m_desk.language())}});
    return all;
}

StaffRoom::Finger StaffRoom::look_at(const platform::PointerEvent& event,
                                     const staff::Hold::Panel& panel, staff::Now now) {
    using Kind = ui::PointerInput::Kind;
    if (std::holds_alternative<screens::CleaningModel>(m_desk.page())) return Finger::nobody;
    if (m_desk.open()) {
        if (event.kind == Kind::down) send(staff::Touched{}, now);
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
    if (const auto kept = m_settings.poll(now.steady)) send(staff::SettingsKept{kept->error}, now);
    for (const auto& news : m_runs.poll())
        std::visit([&](const auto& one) { send(one, now); }, news);
    if (now.steady >= m_desk.next_tick()) send(staff::Tick{}, now);
}

std::optional<SteadyTime> StaffRoom::next_due(SteadyTime now) const {
    std::optional<SteadyTime> due;
    const auto at = [&](SteadyTime when) { due = due ? std::min(*due, when) : when; };
    if (const auto hold = m_hold.due()) at(*hold);
    if (const auto pin = m_pin.next_due()) at(*pin);
    if (const auto kept = m_settings.next_due()) at(*kept);
    if (m_runs.any()) at(m_looked + k_while_running);
    if (m_desk.next_tick() != SteadyTime::max()) at(m_desk.next_tick());
    // The watch wakes the window as well; this is for one that cannot.
    if (m_desk.open() || m_doors.sticks->revision() != m_sticks_seen) at(now + k_sticks);
    return due;
}

void StaffRoom::carry_out(const staff::Effect& effect, staff::Now now) {
    std::visit(
        Cases{[&](const staff::RunAdmin& run) { m_runs.start(run.job, run.arguments, run.secret); },
              [&](const staff::CancelAdmin& cancel) { m_runs.cancel(cancel.job); },
              [&](const staff::OpenStick& open) { m_doors.sticks->open(open.id, open.access); },
              [&](const staff::ReleaseStick& release) { m_doors.sticks->release(release.id); },
              [&](const staff::JudgePin& judge) { m_pin.judge(judge.pin, now.steady); },
              [&](const staff::KeepPin& keep) { m_pin.keep(keep.pin, now.steady); },
              [&](const staff::AskResetCode&) { m_pin.ask_code(now.steady); },
              [&](const staff::ApplySettings& apply) {
                  m_runs.speak(arguments());
                  m_settings.keep(apply.settings, now.steady);
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
              [&](const auto& request) { m_requests.emplace_back(request); }},
        effect);
}

} // namespace pufa::app
