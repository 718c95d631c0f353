#include "kiosk/flow/inner.h"
#include "kiosk/flow/view.h"

#include <algorithm>
#include <utility>

namespace pufa::flow {

Flow::Inner::Inner(Settings settings, std::shared_ptr<const catalog::Snapshot> snapshot,
                   const Now& at)
    : idle(at.steady)
    , participation(settings.seed)
    , shuffles(settings.seed ^ 0x9e3779b97f4a7c15ull)
    , now(at) {
    state.settings = std::move(settings);
    state.volume = std::min(state.settings.volume, loudest());
    state.snapshot = std::move(snapshot);
    state.way = {HomePlace{}};
    state.look = state.first_look();
    fall_asleep();
}

void Flow::Inner::on(const screens::Intent& intent) {
    std::visit([this](const auto& asked) { on(asked); }, intent);
}

void Flow::Inner::on(const Touched&) {
    idle.touched(now.steady);
    if (!participation.visiting()) participation.begin_visit(moment());
    if (std::holds_alternative<screens::IdleModel>(overlay)) {
        overlay = {};
        changed = true;
    }
    state.ran_on = false;
    if (auto* watch = here<WatchPlace>(); watch && std::exchange(watch->follows_at, {}))
        changed = true;
    show_controls();
}

/// Any touch wakes, even one that slid or was a palm; a tap has been dealt with by now.
void Flow::Inner::on(const Lifted&) {
    end_slide();
    if (participation.visiting()) wake({});
}

void Flow::Inner::on(const CatalogChanged& event) {
    waiting = event.snapshot;
    if (state.snapshot->empty() || state.catalog_error) participation.end_visit();
    take_up_snapshot();
}

void Flow::Inner::on(const SetAside& event) {
    state.set_aside = event.items;
    changed = true;
}

void Flow::Inner::on(const CatalogFailed& event) {
    if (!state.snapshot->empty()) return; // what is shown goes on
    state.catalog_error = event.error;
    changed = true;
}

void Flow::Inner::on(const Recorded& event) {
    const auto* result = here<ResultPlace>();
    if (result && state.durable < result->ticket && event.ticket >= result->ticket) changed = true;
    state.durable = std::max(state.durable, event.ticket);
}

void Flow::Inner::check_idle() {
    if (!participation.visiting()) return;
    const auto doing = activity();
    idle.set_pace(state.look.text == model::TextSize::large ? IdleClock::Pace::unhurried
                                                            : IdleClock::Pace::usual);
    switch (idle.phase(doing, now.steady)) {
    case IdleClock::Phase::quiet:
        return;
    case IdleClock::Phase::asking: {
        const int left = idle.seconds_left(doing, now.steady);
        const auto* shown = std::get_if<screens::IdleModel>(&overlay);
        if (!shown || shown->seconds_left != left) {
            changed = true;
            ask(TickAloud{});
        }
        overlay = screens::IdleModel{left};
        return;
    }
    case IdleClock::Phase::over:
        end_visit();
        return;
    }
}

void Flow::Inner::check_page_time(const Now& before) {
    const auto minute = [](const Now& at) {
        return std::chrono::floor<std::chrono::minutes>(at.wall);
    };
    if (minute(before) != minute(now)) {
        changed = true;
        check_night();
        check_loudness();
    }
    const auto* watch = here<WatchPlace>();
    if (watch && before.steady < watch->controls_until && now.steady >= watch->controls_until)
        changed = true;
}

void Flow::Inner::count_effects() {
    for (auto& event : participation.take())
        ask(Count{std::move(event)});
}

void Flow::Inner::rebuild() {
    if (!changed) return;
    changed = false;
    if (auto* places = here<PlacesPlace>(); places && !state.attract)
        find_places(state, now, *places);
    page = build_page(state, now);
    ++revision;
}

Flow::Flow(Settings settings, std::shared_ptr<const catalog::Snapshot> snapshot, Now now)
    : m(std::make_unique<Inner>(std::move(settings), std::move(snapshot), now)) {
    m->rebuild();
}

Flow::~Flow() = default;

std::vector<Effect> Flow::update(const Event& event, Now now) {
    const auto before = std::exchange(m->now, now);
    m->read_on(before);
    std::visit([this](const auto& held) { m->on(held); }, event);
    m->check_episode();
    m->check_idle();
    m->tell_gone();
    m->check_page_time(before);
    m->count_effects();
    m->rebuild();
    return std::exchange(m->effects, {});
}

const screens::Page& Flow::page() const {
    return m->page;
}
const screens::Overlay& Flow::overlay() const {
    return m->overlay;
}
const model::Look& Flow::look() const {
    return m->state.look;
}
uint64_t Flow::revision() const {
    return m->revision;
}

SteadyTime Flow::next_tick() const {
    const auto& now = m->now;
    const auto past_minute = std::chrono::duration_cast<Micros>(now.wall.time_since_epoch()) %
                             Micros{std::chrono::minutes{1}};
    auto next = now.steady + (Micros{std::chrono::minutes{1}} - past_minute);
    if (m->participation.visiting())
        next = std::min(next, m->idle.next_change(m->activity(), now.steady));
    if (const auto* watch = std::get_if<WatchPlace>(&m->state.here());
        watch && now.steady < watch->controls_until)
        next = std::min(next, watch->controls_until);
    if (const auto* watch = std::get_if<WatchPlace>(&m->state.here());
        watch && watch->follows_at && now.steady < *watch->follows_at)
        next = std::min(next, *watch->follows_at);
    if (const auto due = m->reading_due()) next = std::min(next, *due);
    return next;
}

} // namespace pufa::flow
