// A video that plays → what the screen draws.

#include "kiosk/flow/captioning.h"
#include "kiosk/flow/hearing.h"
#include "kiosk/flow/models.h"
#include "kiosk/flow/view.h"

#include <algorithm>

namespace pufa::flow {

namespace {

screens::WatchModel::State watch_state(const WatchPlace& place) {
    using From = PlayerUpdate::State;
    using To = screens::WatchModel::State;
    if (place.failed) return To::failed;
    // The film waits under a finger, but nobody has paused it.
    if (place.sliding && place.sliding->was_playing && place.player.state == From::paused)
        return To::playing;
    switch (place.player.state) {
    case From::idle:
    case From::opening:
        return To::opening;
    case From::playing:
        return To::playing;
    case From::paused:
        return To::paused;
    case From::ended:
        return To::ended;
    case From::failed:
        return To::failed;
    }
    return To::opening;
}

std::optional<screens::SeekPictures> seek_pictures(const model::Video& video) {
    if (!video.thumbs) return std::nullopt;
    const auto& thumbs = *video.thumbs;
    return screens::SeekPictures{{video.id.pack().value + ":" + thumbs.member},
                                 thumbs.every,
                                 thumbs.count,
                                 thumbs.columns,
                                 static_cast<float>(thumbs.width) /
                                     static_cast<float>(thumbs.height)};
}

} // namespace

screens::Page page_of(View& view, const WatchPlace& place) {
    const auto* video = view.state.snapshot->video(place.id);
    screens::WatchModel model;
    model.id = place.id;
    model.state = watch_state(place);
    model.volume = view.state.volume;
    if (!video) {
        model.state = screens::WatchModel::State::failed;
        return model;
    }
    model.title = in_language(view, video->title);
    model.note = joined({in_language(view, video->series), in_language(view, video->speaker)});
    model.position = place.player.position;
    model.duration = place.player.duration > Micros{0} ? place.player.duration : video->duration;
    model.chapters = video->chapters;
    // The pack knows the film as it lies in its file; only the player knows how it is turned.
    if (place.player.shape > 0)
        model.shape = place.player.shape;
    else if (video->width > 0 && video->height > 0)
        model.shape = static_cast<float>(video->width) / static_cast<float>(video->height);
    model.ai_generated = video->ai_generated;
    model.captions_on = view.state.captions_on;
    // Until they have been read the switch stands where it will be.
    model.has_captions = place.captions ? !place.captions->empty() : !video->captions.empty();
    model.caption = caption_of(view.state, place);
    model.transcript = transcript_of(view.state, place);
    model.controls_shown = model.state != screens::WatchModel::State::playing || place.sliding ||
                           view.now.steady < place.controls_until;
    model.pace_percent = view.state.pace_percent;
    model.sounds = sound_choices(view, *video, place);
    model.pictures = seek_pictures(*video);
    if (const auto* quiz = video->quiz ? view.state.snapshot->quiz(*video->quiz) : nullptr)
        model.quiz = card(view, *quiz);
    const auto* episode = next_episode(view.state, place.id);
    if (const auto* next = episode ? episode : next_video(view.state, place.id))
        model.next = card(view, *next);
    model.next_is_episode = episode != nullptr;
    model.next_follows = episode && place.follows_at;
    return model;
}

const model::Video* next_episode(const State& state, const model::ItemId& id) {
    const auto& videos = state.snapshot->videos;
    const auto at = std::find_if(videos.begin(), videos.end(),
                                 [&](const auto& video) { return video.id == id; });
    if (at == videos.end() || at->series.empty()) return nullptr;
    const auto next = std::find_if(at + 1, videos.end(), [&](const auto& video) {
        return video.series == at->series && state.can_play(video.id);
    });
    return next == videos.end() ? nullptr : &*next;
}

const model::Video* next_video(const State& state, const model::ItemId& id) {
    const auto& videos = state.snapshot->videos;
    const auto at = std::find_if(videos.begin(), videos.end(),
                                 [&](const auto& video) { return video.id == id; });
    if (at == videos.end()) return nullptr;
    const auto start = static_cast<size_t>(at - videos.begin());
    for (size_t step = 1; step < videos.size(); ++step) {
        const auto& video = videos[(start + step) % videos.size()];
        if (state.can_play(video.id)) return &video;
    }
    return nullptr;
}

} // namespace pufa::flow
