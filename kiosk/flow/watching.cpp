#include "content/model/loudness.h"
#include "content/model/spoken.h"
#include "kiosk/flow/captioning.h"
#include "kiosk/flow/hearing.h"
#include "kiosk/flow/inner.h"
#include "kiosk/flow/view.h"

#include <algorithm>
#include <utility>

namespace pufa::flow {

void Flow::Inner::start_video(const model::ItemId& id, Begun begun) {
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
    state.ran_on = begun == Begun::by_itself;
    if (begun == Begun::by_touch) participation.reached(id, moment(id));
    participation.watching(id, video->duration);
    PlayVideo play{id, *media};
    if (video->loudness) play.gain = model::even_gain(*video->loudness);
    play.sound_language = state.sound_language;
    play.stated = video->stated;
    for (const auto& file : video->captions) {
        if (const auto* location = state.snapshot->captions(*video, file))
            play.captions.push_back({file.language, *location});
    }
    ask(std::move(play));
    if (state.pace_percent != k_usual_pace) ask(SetPace{state.pace_percent});
}

void Flow::Inner::on(const CaptionsRead& event) {
    auto* watch = here<WatchPlace>();
    if (!watch || watch->id != event.video) return; // the visitor has gone on
    watch->captions = event.tracks;
    watch->transcripts.clear();
    for (const auto& track : event.tracks)
        watch->transcripts.push_back(
            std::make_shared<const WatchPlace::Lines>(lines_of(track.cues)));
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

void Flow::Inner::on(const screens::SeekTo& asked) {
    seek(asked.target);
    end_slide();
}

/// The film waits under the finger. The player shows a keyframe's picture at once, so that it may
/// be sent on before it has reached the exact one.
void Flow::Inner::on(const screens::PreviewAt& asked) {
    auto* watch = here<WatchPlace>();
    if (!watch || watch->failed || watch->player.duration <= Micros{0}) return;
    const auto target = std::clamp(asked.target, Micros{0}, watch->player.duration);
    if (!watch->sliding) {
        const bool playing = watch->player.state == PlayerUpdate::State::playing;
        watch->sliding = WatchPlace::Sliding{playing, {}, Micros{-1}};
        if (playing) ask(PausePlayer{});
    }
    auto& sliding = *watch->sliding;
    if (sliding.at == target || now.steady - sliding.asked < k_preview_every) return;
    sliding.at = target;
    sliding.asked = now.steady;
    seek(target);
}

/// The finger is gone, wherever it went.
void Flow::Inner::end_slide() {
    auto* watch = here<WatchPlace>();
    if (!watch || !watch->sliding) return;
    if (watch->sliding->was_playing) ask(ResumePlayer{});
    watch->sliding.reset();
    show_controls();
    changed = true;
}

void Flow::Inner::on(const screens::ChoosePace& asked) {
    if (std::find(screens::k_paces.begin(), screens::k_paces.end(), asked.percent) ==
        screens::k_paces.end())
        return;
    state.pace_percent = asked.percent;
    if (here<WatchPlace>()) ask(SetPace{asked.percent});
    changed = true;
}

void Flow::Inner::on(const screens::ChooseSound& asked) {
    auto* watch = here<WatchPlace>();
    const auto track = static_cast<size_t>(asked.track);
    if (!watch || asked.track < 0 || track >= watch->player.sounds.size()) return;
    // The next film speaks the same, if it can.
    const auto* video = state.snapshot->video(watch->id);
    state.sound_language = video ? sound_tag(*video, *watch, track) : std::string{};
    if (model::spoken_of(state.sound_language) == model::Spoken::unknown)
        state.sound_language.clear();
    choose_sound(*watch, track);
}

void Flow::Inner::choose_sound(WatchPlace& watch, size_t track) {
    watch.player.sound_track = track; // the button follows the finger, the sound comes after
    ask(ChooseSound{track});
    changed = true;
}

/// The file's own words may not have told the player which track the visitor wishes to hear.
void Flow::Inner::check_sound(WatchPlace& watch) {
    const auto* video = state.snapshot->video(watch.id);
    const auto wished = video ? wished_sound(*video, state, watch) : std::nullopt;
    if (wished && *wished != watch.player.sound_track) choose_sound(watch, *wished);
}

void Flow::Inner::check_episode() {
    const auto* watch = here<WatchPlace>();
    if (!watch || !watch->follows_at || now.steady < *watch->follows_at) return;
    if (!std::holds_alternative<std::monostate>(overlay)) return;
    if (const auto* next = next_episode(state, watch->id))
        start_video(model::ItemId{next->id}, Begun::by_itself);
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
    // What flits past under a finger is not watched.
    if (update.presented && !watch->sliding)
        participation.presented(update.position, moment(watch->id));
    if (update.state == S::failed) {
        watch->failed = true;
        state.unavailable.insert(watch->id);
    }
    const bool over = update.state == S::ended || update.state == S::failed;
    if (over && before.state != update.state) {
        idle.restart(now.steady);
        const bool goes_on = update.state == S::ended && participation.visiting() &&
                             !state.ran_on && next_episode(state, watch->id);
        if (goes_on) watch->follows_at = now.steady + k_next_begins;
    }
    const bool moved = update.position / k_position_step != before.position / k_position_step;
    if (update.state != before.state || update.duration != before.duration || moved) changed = true;
    if (before.sounds.empty() && !update.sounds.empty()) check_sound(*watch);
    if (update.sounds != before.sounds || update.sound_track != before.sound_track) changed = true;
    if (update.shape != before.shape || caption_of(state, *watch) != read_before) changed = true;
}

} // namespace pufa::flow
