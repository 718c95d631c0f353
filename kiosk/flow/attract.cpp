// Nobody is there: silent clips of the installed videos, one after another, until a touch.

#include "kiosk/flow/inner.h"
#include "kiosk/flow/view.h"

#include <utility>

namespace pufa::flow {

void Flow::Inner::fall_asleep() {
    if (state.attract || state.catalog_error || state.snapshot->empty()) return;
    state.attract.emplace();
    ask(SetVolume{0});
    next_clip();
    turned_page();
}

/// The next video that plays, around the end of the list; none: drawn art.
void Flow::Inner::next_clip() {
    auto& attract = *state.attract;
    const auto today = programme(state, now);
    const auto videos = today.night || state.at_desk ? std::vector<const model::Video*>{}
                                                     : videos_today(state, today);
    attract.player = {};
    attract.shown = false;
    attract.night = today.night;
    changed = true;
    for (size_t step = 0; step < videos.size(); ++step) {
        const auto& video = *videos[(attract.next + step) % videos.size()];
        const auto* media = state.snapshot->media(video);
        if (!media || !state.can_play(video.id)) continue;
        attract.next = (attract.next + step + 1) % videos.size();
        attract.clip = video.id;
        ask(PlayVideo{video.id, *media});
        return;
    }
    attract.clip = {};
    ask(StopPlayer{});
}

void Flow::Inner::on_clip(const PlayerUpdate& update) {
    using S = PlayerUpdate::State;
    auto& attract = *state.attract;
    if (attract.clip.value.empty()) return;
    const auto before = std::exchange(attract.player, update);
    if (update.presented && !std::exchange(attract.shown, true))
        participation.attracted(attract.clip, moment(attract.clip));
    if (update.state == S::failed) state.unavailable.insert(attract.clip);
    if (update.state == S::failed || update.state == S::ended || update.position >= k_clip)
        next_clip();
    else if (before.state != update.state)
        changed = true;
}

/// Night falls, day breaks.
void Flow::Inner::check_night() {
    if (state.attract && programme(state, now).night != state.attract->night) next_clip();
}

void Flow::Inner::wake(std::optional<model::Language> language) {
    if (!state.attract) return;
    if (!state.attract->clip.value.empty()) ask(StopPlayer{});
    state.attract.reset();
    if (language) {
        state.look.language = *language;
        participation.chose_language(moment());
    }
    ask(SetVolume{state.volume});
    turned_page();
}

void Flow::Inner::on(const screens::Wake& asked) {
    wake(asked.language);
}

} // namespace pufa::flow
