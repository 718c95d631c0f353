// From page to page, and how the pages look.

#include "content/campaign/clock_doubt.h"
#include "kiosk/flow/hearing.h"
#include "kiosk/flow/inner.h"

#include <algorithm>
#include <utility>

namespace pufa::flow {

Activity Flow::Inner::activity() const {
    if (std::holds_alternative<screens::HelpModel>(overlay)) return Activity::reading;
    if (std::holds_alternative<screens::LanguageModel>(overlay)) return Activity::menu;
    if (const auto* watch = std::get_if<WatchPlace>(&state.here())) {
        using S = PlayerUpdate::State;
        if (watch->failed || watch->player.state == S::ended) return Activity::video_over;
        return watch->player.state == S::paused ? Activity::reading : Activity::playing;
    }
    if (std::holds_alternative<QuizPlace>(state.here()) ||
        std::holds_alternative<ArticlePlace>(state.here()) ||
        std::holds_alternative<FinderPlace>(state.here()) ||
        std::holds_alternative<PlacesPlace>(state.here()))
        return Activity::reading;
    return Activity::menu;
}

Participation::Moment Flow::Inner::moment(const model::ItemId& item) const {
    Participation::Moment at;
    at.wall = now.wall;
    at.language = state.look.language;
    at.origin = state.staff_looks                             ? tally::Origin::staff
                : idle.unattended(now.steady) || state.ran_on ? tally::Origin::unattended
                                                              : tally::Origin::visitor;
    const bool believed = campaign::is_believed(now.wall, state.snapshot->clock_floor);
    at.clock = believed ? tally::Clock::sure : tally::Clock::suspect;
    const auto* watch = std::get_if<WatchPlace>(&state.here());
    const auto* video = watch && watch->id == item ? state.snapshot->video(item) : nullptr;
    if (video) at.sound = sound_heard(*video, state, *watch);
    if (const auto* pack = item.value.empty() ? nullptr : state.snapshot->pack(item.pack()))
        at.pack_sequence = pack->sequence;
    return at;
}

void Flow::Inner::leave_watch() {
    if (here<WatchPlace>()) ask(StopPlayer{});
}

void Flow::Inner::turned_page() {
    ask(PageChanged{});
    changed = true;
}

void Flow::Inner::go_to(Place place) {
    leave_watch();
    state.way.push_back(std::move(place));
    turned_page();
}

void Flow::Inner::replace_by(Place place) {
    leave_watch();
    state.way.back() = std::move(place);
    turned_page();
}

void Flow::Inner::go_home() {
    leave_watch();
    state.way = {HomePlace{}};
    turned_page();
}

void Flow::Inner::end_visit() {
    const bool was_home = state.way.size() == 1;
    if (!was_home) go_home();
    overlay = {};
    gone.reset();
    participation.end_visit();
    state.look = state.first_look();
    state.captions_on = true;
    state.pace_percent = k_usual_pace;
    state.sound_language.clear();
    state.ran_on = false;
    const int volume = std::min(state.settings.volume, loudest());
    if (std::exchange(state.volume, volume) != volume) ask(SetVolume{volume});
    ask(VisitEnded{});
    if (std::exchange(state.staff_looks, false)) ask(StaffLooked{});
    changed = true;
    take_up_snapshot();
    fall_asleep();
}

void Flow::Inner::take_up_snapshot() {
    if (!waiting || participation.visiting()) return;
    state.snapshot = std::exchange(waiting, nullptr);
    state.catalog_error.reset();
    state.unavailable.clear();
    state.base_map.reset();
    state.attract.reset(); // its clip may be gone
    changed = true;
    fall_asleep();
}

void Flow::Inner::on(const screens::GoBack&) {
    if (state.way.size() < 2) return;
    leave_watch();
    state.way.pop_back();
    turned_page();
}

void Flow::Inner::on(const screens::GoHome&) {
    if (state.way.size() > 1) go_home();
}

void Flow::Inner::on(const screens::OpenHelp& asked) {
    participation.looked_up_service(moment());
    participation.opened_help(moment());
    if (auto* watch = here<WatchPlace>();
        watch && watch->player.state == PlayerUpdate::State::playing)
        ask(PausePlayer{});
    overlay = screens::HelpModel{asked.part};
    changed = true;
}

void Flow::Inner::on(const screens::CloseOverlay&) {
    overlay = {};
    changed = true;
}

void Flow::Inner::on(const screens::ChangeVolume& asked) {
    // The button goes up step by step, and after the loudest comes silence.
    state.volume = asked.volume > loudest() ? 0 : std::max(asked.volume, 0);
    ask(SetVolume{state.volume});
    changed = true;
}

void Flow::Inner::on(const screens::OpenLanguages&) {
    overlay = screens::LanguageModel{};
    changed = true;
}

void Flow::Inner::on(const screens::ChooseLanguage& asked) {
    state.look.language = asked.language;
    participation.chose_language(moment());
    overlay = {};
    changed = true;
}

void Flow::Inner::on(const screens::ChooseTextSize& asked) {
    state.look.text = asked.size;
    changed = true;
}

void Flow::Inner::on(const screens::ChooseTheme& asked) {
    state.look.theme = asked.theme;
    changed = true;
}

void Flow::Inner::on(const screens::ChooseReach& asked) {
    state.look.reach = asked.reach;
    changed = true;
}

void Flow::Inner::on(const screens::OpenVideos&) {
    go_to(ShelfPlace{ShelfPlace::What::videos, {}});
}

void Flow::Inner::on(const screens::OpenQuizzes&) {
    const auto& quizzes = state.snapshot->quizzes;
    // One quiz needs no shelf to choose from.
    if (quizzes.size() == 1)
        on(screens::OpenQuiz{quizzes.front().id});
    else
        go_to(ShelfPlace{ShelfPlace::What::quizzes, {}});
}

void Flow::Inner::on(const screens::OpenCampaign& asked) {
    participation.opened_campaign(asked.id, moment(asked.id));
    go_to(ShelfPlace{ShelfPlace::What::campaign, asked.id});
}

} // namespace pufa::flow
