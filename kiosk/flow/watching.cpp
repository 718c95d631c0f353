#include "content/model/loudness.h"
#include "kiosk/flow/captioning.h"
#include "kiosk/flow/inner.h"

#include <algorithm>
#include <utility>

namespace pufa::flow {

void Flow::Inner::start_video(const model::ItemId& id) {
    const auto* video = state.snapshot->video(id);
    const auto* media = video ? state.snapshot->media(*video) : nullptr;
    if (!media) return;
    WatchPlace place;
    place.id = id;
    place.controls_until = now.steady + k_controls_shown;
    // Going from one video to another is one step back, not two.
    if (here<WatchPlace>())
        replace_by(std::move(place));
    else
        go_to(std::move(place));
    participation.reached(id, moment(id));
    participation.watching(id, video->duration);
    PlayVideo play{id, *media};
    if (video->loudness) play.gain = model::even_gain(*video->loudness);
    for (const auto& file : video->captions) {
        if (const auto* location = state.snapshot->captions(*video, file))
            play.captions.push_back({file.language, *location});
    }
    ask(std::move(play));
}

void Flow::Inner::on(const CaptionsRead& event) {
    auto* watch = here<WatchPlace>();
    if (!watch || watch->id != event.video) return; // the visitor has gone on
    watch->captions = event.tracks;
    changed = true;
}

void Flow::Inner::on(const screens::TogglePlay&) {
    auto* watch = here<WatchPlace>();
    if (!watch) return;
    switch (watch->player.state) {
    case PlayerUpdate::State::playing:
        ask(PausePlayer{});
        break;
    case PlayerUpdate::State::paused:
        ask(ResumePlayer{});
        break;
    case PlayerUpdate::State::ended:
        start_video(model::ItemId{watch->id});
        break;
    default:
        break;
    }
}

void Flow::Inner::on(const screens::SkipBy& asked) {
    if (const auto* watch = here<WatchPlace>()) seek(watch->player.position + asked.by);
}

void Flow::Inner::seek(Micros target) {
    auto* watch = here<WatchPlace>();
    if (!watch || watch->failed || watch->player.duration <= Micros{0}) return;
    target = std::clamp(target, Micros{0}, watch->player.duration);
    watch->player.position = target; // the bar follows the finger, the picture comes after
    ask(SeekPlayer{target});
    changed = true;
}

void Flow::Inner::show_controls() {
    auto* watch = here<WatchPlace>();
    if (!watch) return;
    if (now.steady >= watch->controls_until) changed = true;
    watch->controls_until = now.steady + k_controls_shown;
}

void Flow::Inner::on(const screens::ShowCaptions& asked) {
    state.captions_on = asked.on;
    changed = true;
}

void Flow::Inner::on(const PlayerUpdate& update) {
    if (state.attract) {
        on_clip(update);
        return;
    }
    auto* watch = here<WatchPlace>();
    if (!watch || watch->failed) return;
    using S = PlayerUpdate::State;
    const auto before = watch->player;
    const auto read_before = caption_of(state, *watch);
    watch->player = update;
    if (update.presented) participation.presented(update.position, moment(watch->id));
    if (update.state == S::failed) {
        watch->failed = true;
        state.unavailable.insert(watch->id);
    }
    const bool over = update.state == S::ended || update.state == S::failed;
    if (over && before.state != update.state) idle.restart(now.steady);
    const bool moved = update.position / k_position_step != before.position / k_position_step;
    if (update.state != before.state || update.duration != before.duration || moved) changed = true;
    if (update.shape != before.shape || caption_of(state, *watch) != read_before) changed = true;
}

} // namespace pufa::flow
