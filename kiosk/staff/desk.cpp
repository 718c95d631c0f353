#include "kiosk/staff/desk.h"

#include "kiosk/staff/inner.h"

#include <algorithm>
#include <utility>

namespace pufa::staff {

namespace {

constexpr std::chrono::seconds k_toast{8};
constexpr std::chrono::seconds k_second{1};
/// Whoever puts a stick in looks at the screen so long.
constexpr std::chrono::seconds k_stick_told{12};

} // namespace

Desk::Inner::Inner(Settings settings_, Now now_)
    : settings(std::move(settings_))
    , now(now_)
    , touched(now_.steady) {}

std::string Desk::Inner::tr(std::string_view key) const {
    return strings::text(settings.language, key);
}
std::string Desk::Inner::tr(std::string_view key,
                            std::initializer_list<strings::Argument> with) const {
    return strings::text(settings.language, key, with);
}

void Desk::Inner::run(Job job, std::vector<std::string> arguments) {
    ask(RunAdmin{job, std::move(arguments)});
}

void Desk::Inner::tell(screens::StaffTone tone, std::string words) {
    toast = std::move(words);
    toast_tone = tone;
    toast_until = now.steady + k_toast;
    changed = true;
}

std::string Desk::Inner::words_of(const report::Fault& fault) const {
    return fault.sentence.empty() ? tr("staff.fault.unknown", {{"code", fault.code}})
                                  : fault.sentence;
}

bool Desk::Inner::busy() const {
    const bool in_round =
        round != RoundStep::none && round != RoundStep::done && round != RoundStep::failed;
    return import.running || in_round || !building.empty();
}

void Desk::Inner::on(const screens::StaffIntent& intent) {
    std::visit([this](const auto& asked) { on(asked); }, intent);
}

void Desk::Inner::on(const screens::StaffGo& go) {
    if (mode != Mode::desk) return;
    part = go.part;
    close_pages();
    ask(PageTurned{});
    look_at(part);
}

/// What lies within a part.
void Desk::Inner::close_pages() {
    open_pack.clear();
    open_item.clear();
    items_page = 0;
    places_page = -1;
    calibrating.reset();
    clock.open = false;
    abandon_hands();
}

void Desk::Inner::on(const screens::StaffAct& act) {
    using Verb = screens::StaffVerb;
    if (mode != Mode::pin && mode != Mode::desk) return;
    changed = true;
    if (act.verb == Verb::leave) return leave();
    if (act.verb == Verb::forgot_pin) return forgot_pin(act.value >= 0);
    if (act.verb == Verb::look_for_ticket) return look_for_ticket();
    if (mode != Mode::desk) return; // the PIN comes first
    switch (act.verb) {
    case Verb::clean:
        mode = Mode::cleaning;
        cleaning_until = now.steady + k_cleaning;
        ask(PageTurned{});
        return;
    case Verb::yes:
        if (auto asked = std::exchange(question, std::nullopt)) {
            asked->act.value = 1; // confirmed
            on(asked->act);
        }
        return;
    case Verb::no:
        question.reset();
        return;
    case Verb::check_again:
        if (std::exchange(part, screens::StaffPart::check) != screens::StaffPart::check)
            ask(PageTurned{});
        look_at(screens::StaffPart::check);
        return;
    case Verb::forget_aside:
        ask(ForgetAside{});
        tell(screens::StaffTone::good, tr("staff.check.forgotten"));
        return;
    case Verb::preview_day:
        if (const auto day = base::parse_date(act.subject)) look(PreviewDay{*day});
        return;
    default:
        break;
    }
    if (act_on_clock(act) || act_on_hands(act)) return;
    if (act.verb <= Verb::build_source)
        act_on_stick(act);
    else if (act.verb >= Verb::show_items && act.verb <= Verb::switch_item)
        act_on_items(act);
    else if (act.verb <= Verb::remove)
        act_on_packs(act);
    else
        act_on_settings(act);
}

void Desk::Inner::on(const Opened&) {
    if (mode == Mode::looking) return on(PreviewEnded{});
    if (mode != Mode::closed) return;
    touched = now.steady;
    ask(DeskOpened{});
    show_pin(pin.facts.set ? Keys::enter : Keys::choose);
}

void Desk::Inner::on(const Touched&) {
    touched = now.steady;
    changed = true; // the time that is left
}

void Desk::Inner::on(const PlacesKnown& known) {
    places = known.places;
    changed = changed || places_page >= 0;
}

/// The right PIN was entered.
void Desk::Inner::enter() {
    mode = Mode::desk;
    pin.typed.clear();
    pin.chosen.clear();
    part = screens::StaffPart::stick;
    close_pages();
    changed = true;
    ask(PageTurned{});
    follow_stick();
    look_at(screens::StaffPart::stick);
}

void Desk::Inner::leave() {
    mode = Mode::closed;
    abandon_hands();
    clock.open = false;
    pin.typed.clear();
    pin.chosen.clear();
    pin.note.clear();
    pin.changing = false;
    pin.first_start = false;
    pin.ticket = {};
    question.reset();
    toast.clear();
    changed = true;
    ask(DeskClosed{});
}

/// Asks for what the part shows.
void Desk::Inner::look_at(screens::StaffPart which) {
    using enum screens::StaffPart;
    part_fault.reset();
    changed = true;
    switch (which) {
    case stick:
        run(Job::figures, {"stats", "show"});
        run(Job::check, {"doctor"});
        return;
    case packs:
        run(Job::list, {"list"});
        run(Job::expiring, {"expiring"});
        return;
    case figures:
        run(Job::figures, {"stats", "show"});
        return;
    case check:
        health.reset();
        run(Job::check, {"doctor"});
        return;
    case calendar:
    case settings:
        return;
    }
}

void Desk::Inner::on(const JobProgress& said) {
    changed = true;
    if (said.job == Job::install)
        import_progress(said.progress);
    else
        progress = said.progress;
}

void Desk::Inner::on(const JobEnded& ended) {
    changed = true;
    switch (ended.job) {
    case Job::look:
    case Job::plan:
    case Job::install:
    case Job::undo:
    case Job::carry:
    case Job::verify:
    case Job::build:
        stick_ended(ended);
        return;
    case Job::ticket:
        ticket_ended(ended);
        return;
    default:
        part_ended(ended);
        return;
    }
}

void Desk::Inner::check_time() {
    if (mode == Mode::cleaning) {
        changed = true;
        if (now.steady < cleaning_until) return;
        mode = Mode::desk;
        touched = now.steady;
        ask(PageTurned{});
    }
    if (mode == Mode::checking) return check_hands_time();
    if (!toast.empty() && now.steady >= toast_until) {
        toast.clear();
        changed = true;
    }
    if (mode == Mode::closed || mode == Mode::looking) return;
    changed = true; // seconds are shown
    // Whoever reads the code out over the telephone needs more time than whoever enters a PIN.
    const bool keys_are_up = mode == Mode::pin && pin.keys != Keys::ticket;
    const auto most = keys_are_up ? std::chrono::seconds{k_pin_idle} : std::chrono::seconds{k_idle};
    if (now.steady - touched >= most && !(mode == Mode::pin && pin.first_start)) leave();
}

void Desk::Inner::rebuild() {
    if (!changed) return;
    changed = false;
    ++revision;
    switch (mode) {
    case Mode::closed:
    case Mode::looking:
        page = std::monostate{};
        return;
    case Mode::pin:
        if (pin.keys == Keys::ticket)
            page = ticket_model(*this);
        else
            page = pin_model(*this);
        return;
    case Mode::desk:
        page = staff_model(*this);
        return;
    case Mode::cleaning: {
        const auto left = std::chrono::ceil<std::chrono::seconds>(cleaning_until - now.steady);
        page = screens::CleaningModel{static_cast<int>(left.count())};
        return;
    }
    case Mode::checking:
        page = hands_page();
        return;
    }
}

Desk::Desk(Settings settings, Now now)
    : m(std::make_unique<Inner>(std::move(settings), now)) {
    m->rebuild();
}
Desk::~Desk() = default;

std::vector<Effect> Desk::update(const Event& event, Now now) {
    const auto before = std::exchange(m->now, now);
    std::visit([this](const auto& held) { m->on(held); }, event);
    const auto second = [](SteadyTime at) { return std::chrono::floor<std::chrono::seconds>(at); };
    if (second(before.steady) != second(now.steady)) m->check_time();
    m->rebuild();
    return std::exchange(m->effects, {});
}

const Page& Desk::page() const {
    return m->page;
}
model::Language Desk::language() const {
    return m->settings.language;
}
const Settings& Desk::settings() const {
    return m->settings;
}
uint64_t Desk::revision() const {
    return m->revision;
}

bool Desk::tells_of_stick(SteadyTime now) const {
    return m->mode == Inner::Mode::closed && !m->sticks.empty() &&
           now < m->stick_came + k_stick_told;
}

SteadyTime Desk::next_tick() const {
    if (m->mode == Inner::Mode::closed && m->toast.empty() && !tells_of_stick(m->now.steady))
        return SteadyTime::max();
    return std::chrono::floor<std::chrono::seconds>(m->now.steady) + k_second;
}

} // namespace pufa::staff
