// The stick: looking at it, installing from it, carrying statistics away, and all of that at once.

#include "kiosk/staff/inner.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace pufa::staff {

namespace {

using removable::Access;
using State = removable::Stick::State;

constexpr int k_machine_at_fault = 3;

/// As the report names it, against the stick's folder.
std::string on_stick(const report::OnStick& content, const std::string& path) {
    return (std::filesystem::path{content.folder} / path).string();
}

} // namespace

void Desk::Inner::on(const SticksSeen& seen) {
    const bool came = seen.sticks.size() > sticks.size();
    sticks = seen.sticks;
    if (came) stick_came = now.steady;
    changed = true;
    if (!stick.id.empty() && !the_stick()) {
        if (round != RoundStep::none && round != RoundStep::done && round != RoundStep::failed)
            fail_round(tr("staff.stick.pulled"));
        if (round == RoundStep::done) round = RoundStep::none;
        stick = {};
    }
    follow_ticket();
    follow_stick();
}

const removable::Stick* Desk::Inner::the_stick() const {
    const auto at = std::find_if(sticks.begin(), sticks.end(),
                                 [this](const auto& one) { return one.id == stick.id; });
    return at == sticks.end() ? nullptr : &*at;
}

void Desk::Inner::choose_stick(const std::string& id) {
    if (busy() || id == stick.id) return;
    stick = {};
    stick.id = id;
    round = RoundStep::none;
    import.results.clear();
    import.fault.reset();
}

/// Nothing is mounted before the PIN was right (but for a ticket, desk_ticket.cpp); then the one
/// that is looked at is.
void Desk::Inner::follow_stick() {
    if (mode != Mode::desk && mode != Mode::cleaning && !busy()) return;
    if (stick.id.empty()) {
        const auto usable = std::find_if(sticks.begin(), sticks.end(), [](const auto& one) {
            return one.state != State::released && one.state != State::releasing;
        });
        if (usable == sticks.end()) return;
        choose_stick(usable->id);
    }
    const auto* in = the_stick();
    if (!in) return;
    if (in->state == State::seen && !stick.opened) {
        stick.opened = true;
        ask(OpenStick{in->id, Access::read});
    }
    const bool readable = in->state == State::readable || in->state == State::writable;
    if (readable && !stick.content && !stick.looking && !stick.fault) {
        stick.looking = true;
        run(Job::look, {"stick", "show", in->folder.string()});
    }
    next_step();
}

void Desk::Inner::stick_ended(const JobEnded& ended) {
    switch (ended.job) {
    case Job::look:
        looked(ended);
        return;
    case Job::plan:
        planned(ended);
        return;
    case Job::install:
        installed(ended);
        return;
    case Job::undo:
        progress = {};
        if (ended.exit_code != 0) {
            import.undo.clear();
            tell(screens::StaffTone::bad,
                 ended.fault ? words_of(*ended.fault) : tr("staff.stick.undo.failed"));
        }
        undo_next();
        return;
    case Job::build: {
        progress = {};
        building.clear();
        findings.clear();
        if (ended.report)
            if (auto built = report::parse_build(ended.report->json))
                findings = std::move(built->findings);
        if (ended.exit_code == 0)
            tell(screens::StaffTone::good, tr("staff.stick.built"));
        else
            tell(screens::StaffTone::bad,
                 ended.fault ? words_of(*ended.fault) : tr("staff.stick.not_built"));
        stick.content.reset(); // look again: there is a new pack on it
        stick.plan.reset();
        if (const auto* in = the_stick()) ask(OpenStick{in->id, Access::read});
        follow_stick();
        return;
    }
    case Job::carry:
        if (ended.exit_code != 0 || !ended.report) {
            fail_round(ended.fault ? words_of(*ended.fault) : tr("staff.stick.carry.failed"));
            return;
        }
        if (const auto carried = report::parse_carried(ended.report->json))
            carried_folder = carried->folder;
        round = RoundStep::reopening;
        if (const auto* in = the_stick()) ask(OpenStick{in->id, Access::read});
        return;
    case Job::verify:
        if (ended.exit_code != 0) {
            fail_round(ended.fault ? words_of(*ended.fault) : tr("staff.stick.carry.failed"));
            return;
        }
        run(Job::figures, {"stats", "show"}); // what is new since the export
        if (carry_only) {
            round = RoundStep::none;
            tell(screens::StaffTone::good, tr("staff.stick.carried"));
            return;
        }
        round = RoundStep::releasing;
        if (const auto* in = the_stick()) ask(ReleaseStick{in->id});
        return;
    default:
        return;
    }
}

void Desk::Inner::looked(const JobEnded& ended) {
    if (!std::exchange(stick.looking, false)) return; // of a stick that has gone
    stick.fault = ended.fault;
    if (!ended.report) {
        if (!stick.fault) stick.fault = report::Fault{"DISK_ERROR", {}, tr("staff.stick.unread")};
        return;
    }
    auto content = report::parse_stick(ended.report->json);
    if (!content) {
        stick.fault = report::Fault{"BAD_SOURCE", {}, tr("staff.stick.unread")};
        return;
    }
    stick.content = std::move(content).value();
    plan_packs();
}

/// What the packs on the stick would change now.
void Desk::Inner::plan_packs() {
    stick.plan.reset();
    stick.planning = false;
    if (!stick.content) return;
    if (stick.content->packs.empty()) {
        stick.plan = report::Plan{};
        return;
    }
    std::vector<std::string> arguments{"plan"};
    for (const auto& pack : stick.content->packs)
        arguments.push_back(on_stick(*stick.content, pack));
    stick.planning = true;
    run(Job::plan, std::move(arguments));
}

void Desk::Inner::planned(const JobEnded& ended) {
    if (!std::exchange(stick.planning, false)) return;
    if (!ended.report) {
        stick.fault = ended.fault;
        if (!stick.fault) stick.fault = report::Fault{"DISK_ERROR", {}, tr("staff.stick.unread")};
        return;
    }
    auto plan = report::parse_plan(ended.report->json);
    if (plan)
        stick.plan = std::move(plan).value();
    else
        stick.fault = report::Fault{"BAD_SOURCE", {}, tr("staff.stick.unread")};
    next_step();
}

std::vector<const report::PlannedPack*> Desk::Inner::wanted() const {
    std::vector<const report::PlannedPack*> all;
    if (!stick.plan) return all;
    for (const auto& pack : stick.plan->packs) {
        // A round brings what is new; what staff went back from is for staff to bring back.
        const bool went_back = pack.action == report::PlannedPack::Action::reactivate;
        if (pack.wanted() && !(went_back && round != RoundStep::none)) all.push_back(&pack);
    }
    return all;
}

void Desk::Inner::install_all() {
    const auto chosen = wanted();
    if (chosen.empty() || import.running) return;
    std::vector<std::string> arguments{"install"};
    import = {};
    import.running = true;
    import.count = chosen.size();
    import.began = now.steady;
    for (const auto* pack : chosen) {
        arguments.push_back(pack->file);
        import.sizes.push_back(pack->size);
        import.titles.push_back(pack->title.in(settings.language));
    }
    run(Job::install, std::move(arguments));
}

/// The bytes of each file begin at 0 again: so the next one is told from the same.
void Desk::Inner::import_progress(const report::Progress& said) {
    if (said.bytes < import.bytes && import.index + 1 < import.count) ++import.index;
    import.bytes = said.bytes;
}

void Desk::Inner::installed(const JobEnded& ended) {
    import.running = false;
    import.fault = ended.fault;
    import.results.clear();
    if (ended.report)
        if (auto results = report::parse_install(ended.report->json))
            import.results = std::move(results).value();
    size_t done = 0;
    for (const auto& pack : import.results) {
        if (pack.outcome == "installed" || pack.outcome == "updated") {
            ++done;
            import.undo.push_front({pack.id, pack.outcome == "updated"});
        }
        if (pack.refusal && !import.fault) import.fault = pack.refusal;
    }
    plan_packs(); // what the stick would change is another thing now
    if (done > 0)
        tell(screens::StaffTone::good,
             tr("staff.stick.installed", {{"count", std::to_string(done)}}));
    if (round != RoundStep::installing) return;
    const bool machine = ended.exit_code >= k_machine_at_fault;
    if (machine || import.cancelled) {
        fail_round(import.fault ? words_of(*import.fault) : tr("staff.stick.install.failed"));
        return;
    }
    round = RoundStep::opening;
    if (const auto* in = the_stick()) ask(OpenStick{in->id, Access::write});
}

void Desk::Inner::undo_next() {
    if (import.undo.empty()) {
        look_at(part);
        plan_packs();
        return;
    }
    const auto one = import.undo.front();
    import.undo.pop_front();
    run(Job::undo, {one.updated ? "rollback" : "remove", one.id});
}

void Desk::Inner::begin_round(bool with_install) {
    const auto* in = the_stick();
    if (!in || busy() || (with_install && !stick.plan)) return;
    carry_only = !with_install;
    round_fault.clear();
    carried_folder.clear();
    round = RoundStep::installing;
    if (with_install && !wanted().empty()) {
        install_all();
        return;
    }
    round = RoundStep::opening;
    ask(OpenStick{in->id, Access::write});
}

/// The stick has come to another state.
void Desk::Inner::next_step() {
    const auto* in = the_stick();
    if (!in) return;
    if (in->state == State::failed &&
        (round == RoundStep::opening || round == RoundStep::reopening ||
         round == RoundStep::releasing)) {
        fail_round(in->trouble ? strings::sentence(settings.language, *in->trouble)
                               : tr("staff.stick.unread"));
        return;
    }
    if (round == RoundStep::opening && in->state == State::writable) {
        round = RoundStep::carrying;
        run(Job::carry, {"stick", "carry", in->folder.string()});
    } else if (round == RoundStep::reopening && in->state == State::readable) {
        round = RoundStep::verifying;
        run(Job::verify, {"stick", "verify", in->folder.string(), "--folder", carried_folder});
    } else if (round == RoundStep::releasing && in->state == State::released) {
        round = RoundStep::done;
        changed = true;
    } else if (!building.empty() && in->state == State::writable && stick.content) {
        const auto key = stick.content->keys.empty()
                             ? std::string{}
                             : on_stick(*stick.content, stick.content->keys.front());
        if (progress.what.empty()) {
            progress.what = tr("staff.stick.building");
            run(Job::build,
                {"stick", "build", in->folder.string(), "--source", building, "--key", key});
        }
    }
}

void Desk::Inner::fail_round(std::string words) {
    const bool alone = carry_only;
    round = RoundStep::failed;
    round_fault = std::move(words);
    changed = true;
    if (alone) tell(screens::StaffTone::bad, round_fault);
    // What is left is read-only again, so that pulling it out harms nothing.
    if (const auto* in = the_stick(); in && in->state == State::writable)
        ask(OpenStick{in->id, Access::read});
}

void Desk::Inner::act_on_stick(const screens::StaffAct& act) {
    using Verb = screens::StaffVerb;
    switch (act.verb) {
    case Verb::choose_stick:
        choose_stick(act.subject);
        follow_stick();
        return;
    case Verb::install:
        if (!busy()) {
            round = RoundStep::none;
            install_all();
        }
        return;
    case Verb::cancel:
        import.cancelled = true;
        ask(CancelAdmin{Job::install});
        return;
    case Verb::undo:
        if (!busy()) undo_next();
        return;
    case Verb::carry:
        begin_round(false);
        return;
    case Verb::round:
        begin_round(true);
        return;
    case Verb::release:
        if (const auto* in = the_stick(); in && !busy()) ask(ReleaseStick{in->id});
        return;
    case Verb::build_source:
        if (const auto* in = the_stick(); in && stick.content && !busy()) {
            building = on_stick(*stick.content, act.subject);
            findings.clear();
            ask(OpenStick{in->id, Access::write});
        }
        return;
    default:
        return;
    }
}

} // namespace pufa::staff
