// Packs, figures, settings and the check.

#include "kiosk/staff/inner.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pufa::staff {

namespace {

constexpr std::array<std::optional<campaign::DailySpan>, 5> k_quiet_steps{
    std::nullopt, campaign::DailySpan{12 * 60, 14 * 60}, campaign::DailySpan{18 * 60, 8 * 60},
    campaign::DailySpan{20 * 60, 8 * 60}, campaign::DailySpan{22 * 60, 7 * 60}};
constexpr std::array<std::optional<campaign::DailySpan>, 5> k_night_steps{
    std::nullopt, campaign::DailySpan{18 * 60, 8 * 60}, campaign::DailySpan{20 * 60, 8 * 60},
    campaign::DailySpan{22 * 60, 7 * 60}, campaign::DailySpan{0, 6 * 60}};

constexpr Asking k_ask_roll_back{"staff.ask.roll_back", "staff.ask.roll_back.note",
                                 "staff.ask.roll_back.yes"};
constexpr Asking k_ask_remove{"staff.ask.remove", "staff.ask.remove.note", "staff.ask.remove.yes",
                              true};
constexpr Asking k_ask_restart{"staff.ask.restart", "staff.ask.restart.note",
                               "staff.ask.restart.yes"};

constexpr float k_card_step_mm = 4; ///< of the panel's diagonal
constexpr float k_smallest_panel_mm = 150, k_largest_panel_mm = 3000;

} // namespace

/// What of the list comes next; a span that is not of the list counts as its first.
int step_of(const std::optional<campaign::DailySpan>& span, SpanList list) {
    const auto& steps = list == SpanList::quiet ? k_quiet_steps : k_night_steps;
    const auto at = std::find(steps.begin(), steps.end(), span);
    return at == steps.end() ? 0 : static_cast<int>(at - steps.begin());
}
int last_step(SpanList) {
    return static_cast<int>(k_quiet_steps.size()) - 1;
}

void Desk::Inner::change(const Settings& to) {
    if (to == settings) return;
    settings = to;
    changed = true;
    ask(ApplySettings{settings});
}

void Desk::Inner::confirm(screens::StaffAct act, const Asking& keys) {
    auto subject = act.subject;
    // A pack is called by its title.
    if (packs)
        for (const auto& pack : *packs)
            if (pack.id == act.subject && pack.active) subject = pack.title;
    question = Question{std::move(act),
                        {tr(keys.title, {{"subject", subject}}), tr(keys.note), tr(keys.yes),
                         tr("staff.ask.no"), keys.grave}};
}

void Desk::Inner::act_on_packs(const screens::StaffAct& act) {
    using Verb = screens::StaffVerb;
    const bool confirmed = act.value == 1;
    switch (act.verb) {
    case Verb::open_pack:
        close_pages();
        open_pack = act.subject;
        ask(PageTurned{});
        return;
    case Verb::roll_back:
        if (busy()) return;
        if (!confirmed) return confirm(act, k_ask_roll_back);
        run(Job::roll_back, {"rollback", act.subject});
        return;
    case Verb::remove:
        if (busy()) return;
        if (!confirmed) return confirm(act, k_ask_remove);
        run(Job::remove, {"remove", act.subject});
        return;
    default:
        return;
    }
}

void Desk::Inner::act_on_settings(const screens::StaffAct& act) {
    using Verb = screens::StaffVerb;
    auto to = settings;
    switch (act.verb) {
    case Verb::set_language:
        if (const auto language = model::parse_language(act.subject)) to.language = *language;
        break;
    case Verb::set_volume_cap:
        to.volume_cap = std::clamp(static_cast<int>(act.value), 1, 5);
        break;
    case Verb::set_quiet:
        to.quiet = k_quiet_steps[static_cast<size_t>(
            std::clamp(static_cast<int>(act.value), 0, last_step(SpanList::quiet)))];
        break;
    case Verb::set_night:
        to.night = k_night_steps[static_cast<size_t>(
            std::clamp(static_cast<int>(act.value), 0, last_step(SpanList::night)))];
        break;
    case Verb::set_rotation:
        to.rotation = static_cast<int>(act.value);
        tell(screens::StaffTone::plain, tr("staff.settings.rotation.later"));
        break;
    case Verb::open_places:
        places_page = static_cast<int>(act.value);
        ask(PageTurned{});
        return;
    case Verb::set_place: {
        const auto at = std::find_if(places.begin(), places.end(),
                                     [&](const auto& one) { return one.id == act.subject; });
        if (at == places.end()) return;
        to.place = at->title;
        to.place_id = at->id;
        to.position = at->position;
        places_page = -1;
        ask(PageTurned{});
        break;
    }
    case Verb::calibrate:
        calibrating.reset();
        if (act.value == 1) calibrating = settings.panel_diagonal_mm;
        ask(PageTurned{});
        return;
    case Verb::card_wider:
        // A wider outline is a panel taken for smaller.
        if (calibrating)
            calibrating = std::clamp(*calibrating - k_card_step_mm * static_cast<float>(act.value),
                                     k_smallest_panel_mm, k_largest_panel_mm);
        return;
    case Verb::card_fits:
        if (!calibrating) return;
        to.panel_diagonal_mm = *calibrating;
        calibrating.reset();
        ask(PageTurned{});
        break;
    case Verb::change_pin:
        pin.changing = true;
        show_pin(Keys::choose);
        return;
    case Verb::restart:
        if (busy()) return;
        if (act.value != 1) return confirm(act, k_ask_restart);
        ask(RestartKiosk{});
        return;
    default:
        return;
    }
    change(to);
}

/// What was set holds until the next start all the same.
void Desk::Inner::on(const SettingsKept& kept) {
    if (kept.error)
        tell(screens::StaffTone::bad, strings::sentence(settings.language, *kept.error));
}

void Desk::Inner::part_ended(const JobEnded& ended) {
    const auto fault = [&] {
        part_fault = ended.fault ? *ended.fault : report::Fault{"BAD_SOURCE", {}, {}};
    };
    switch (ended.job) {
    case Job::list:
        if (const auto list = ended.report ? report::parse_list(ended.report->json)
                                           : Error{Code::BAD_SOURCE, {}, {}})
            packs = *list;
        else
            fault();
        return;
    case Job::expiring:
        if (ended.report)
            if (auto read = report::parse_expiring(ended.report->json))
                ending = std::move(read).value();
        return;
    case Job::figures:
        if (const auto read = ended.report ? report::parse_figures(ended.report->json)
                                           : Error{Code::BAD_SOURCE, {}, {}})
            figures = *read;
        else if (part == screens::StaffPart::figures)
            fault();
        return;
    case Job::check:
        if (const auto lines = ended.report ? report::parse_doctor(ended.report->json)
                                            : Error{Code::BAD_SOURCE, {}, {}})
            health = *lines;
        else if (part == screens::StaffPart::check)
            fault();
        return;
    case Job::roll_back:
    case Job::remove:
        if (ended.exit_code == 0)
            tell(screens::StaffTone::good,
                 tr(ended.job == Job::remove ? "staff.packs.removed" : "staff.packs.rolled_back"));
        else
            tell(screens::StaffTone::bad,
                 ended.fault ? words_of(*ended.fault) : tr("staff.packs.failed"));
        open_pack.clear();
        run(Job::list, {"list"});
        return;
    default:
        return;
    }
}

} // namespace pufa::staff
