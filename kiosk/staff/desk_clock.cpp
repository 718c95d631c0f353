// The clock: whether it can be believed, and setting it by hand.

#include "kiosk/staff/inner.h"

#include <algorithm>
#include <utility>

namespace pufa::staff {

namespace {

/// What can be chosen; what of it is impossible is refused in words.
constexpr int k_first_year = 2020, k_last_year = 2100;

int days_in(int year, int month) {
    const base::Date first{year, month, 1};
    const base::Date next =
        month == 12 ? base::Date{year + 1, 1, 1} : base::Date{year, month + 1, 1};
    return base::days_between(first, next);
}

/// Around the end: after 59 comes 0.
int turned(int value, int64_t by, int first, int last) {
    const int64_t count = last - first + 1;
    const int64_t at = (value - first + by % count + count) % count;
    return first + static_cast<int>(at);
}

WallTime moment_of(const base::LocalTime& at) {
    return base::start_of(at.date) + std::chrono::hours{at.hour} + std::chrono::minutes{at.minute};
}

std::string_view key_of(system_clock::Outcome outcome) {
    using enum system_clock::Outcome;
    switch (outcome) {
    case set:
        return "staff.clock.done";
    case not_allowed:
        return "staff.clock.not_allowed";
    case synchronised:
        return "staff.clock.synchronised";
    case no_service:
        return "staff.clock.no_service";
    case failed:
        return "staff.clock.failed";
    }
    return "staff.clock.failed";
}

} // namespace

void Desk::Inner::on(const ClockFacts& facts) {
    clock.known = facts.known;
    changed = true;
}

campaign::ClockDoubt Desk::Inner::clock_doubt() const {
    return campaign::doubt(now.wall, clock.known);
}

bool Desk::Inner::act_on_clock(const screens::StaffAct& act) {
    using Verb = screens::StaffVerb;
    switch (act.verb) {
    case Verb::open_clock:
        clock.open = act.value == 1;
        clock.trouble = {};
        if (clock.open) open_clock();
        ask(PageTurned{});
        return true;
    case Verb::clock_year:
    case Verb::clock_month:
    case Verb::clock_day:
    case Verb::clock_hour:
    case Verb::clock_minute:
        step_clock(act.verb, act.value);
        return true;
    case Verb::clock_set:
        set_clock(act);
        return true;
    case Verb::clock_right:
        // What cannot be is not made right by saying so.
        if (campaign::is_impossible(clock_doubt())) return true;
        clock.known.last_seen = now.wall;
        ask(KeepClockSeen{now.wall});
        tell(screens::StaffTone::good, tr("staff.clock.confirmed"));
        return true;
    default:
        return false;
    }
}

/// Begins with what the clock says, or where that cannot be with the earliest that can.
void Desk::Inner::open_clock() {
    part = screens::StaffPart::settings;
    calibrating.reset();
    places_page = -1;
    auto from = now.wall;
    if (campaign::is_impossible(clock_doubt())) {
        const auto& known = clock.known;
        const auto first = std::max(known.floor, base::start_of(campaign::k_first_plausible));
        from = std::max(first, known.last_seen.value_or(first));
        // Whatever was kept by a clock that was beyond belief itself.
        if (campaign::is_impossible(campaign::doubt(from, known))) from = first;
    }
    clock.chosen = base::to_local(from);
    clock.chosen.second = 0;
}

void Desk::Inner::step_clock(screens::StaffVerb verb, int64_t by) {
    using Verb = screens::StaffVerb;
    auto& [date, hour, minute, second, weekday] = clock.chosen;
    switch (verb) {
    case Verb::clock_year:
        date.year =
            static_cast<int>(std::clamp<int64_t>(date.year + by, k_first_year, k_last_year));
        break;
    case Verb::clock_month:
        date.month = turned(date.month, by, 1, 12);
        break;
    case Verb::clock_day:
        date.day = turned(date.day, by, 1, days_in(date.year, date.month));
        break;
    case Verb::clock_hour:
        hour = turned(hour, by, 0, 23);
        break;
    default:
        minute = turned(minute, by, 0, 59);
        break;
    }
    date.day = std::min(date.day, days_in(date.year, date.month));
}

std::string Desk::Inner::clock_refusal() const {
    using enum campaign::ClockDoubt;
    const auto doubt = campaign::doubt(moment_of(clock.chosen), clock.known);
    if (!campaign::is_impossible(doubt)) return {};
    const auto to = moment_words(clock.chosen);
    if (doubt == beyond) return tr("staff.clock.refused.beyond", {{"to", to}});
    const auto first = std::max(clock.known.floor, base::start_of(campaign::k_first_plausible));
    return tr("staff.clock.refused.before",
              {{"to", to}, {"day", base::to_string(base::to_local(first).date)}});
}

void Desk::Inner::set_clock(const screens::StaffAct& act) {
    if (clock.setting) return;
    clock.trouble = {};
    // The page says why.
    if (!clock_refusal().empty()) return tell(screens::StaffTone::bad, tr("staff.clock.refused"));
    if (act.value != 1) {
        question = Question{
            act,
            {tr("staff.clock.ask", {{"to", moment_words(clock.chosen)}}),
             tr("staff.clock.ask.note", {{"from", moment_words(base::to_local(now.wall))}}),
             tr("staff.clock.ask.yes"), tr("staff.ask.no")}};
        return;
    }
    clock.setting = true;
    clock.asked_for = moment_of(clock.chosen);
    ask(SetClock{now.wall, clock.asked_for});
}

void Desk::Inner::on(const ClockAnswered& answered) {
    if (!std::exchange(clock.setting, false)) return;
    changed = true;
    const auto outcome = answered.answer.outcome;
    if (outcome != system_clock::Outcome::set) {
        // What to do about it stays on the page, for longer than a toast does.
        clock.trouble = key_of(outcome);
        return tell(screens::StaffTone::bad, tr("staff.clock.not_set"));
    }
    clock.known.last_seen = clock.asked_for;
    ask(ClockWasSet{clock.asked_for});
    ask(KeepClockSeen{clock.asked_for});
    tell(screens::StaffTone::good,
         tr(key_of(outcome), {{"to", moment_words(base::to_local(clock.asked_for))}}));
}

} // namespace pufa::staff
