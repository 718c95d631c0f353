// A video that plays → what the screen draws.

#include "kiosk/flow/captioning.h"
#include "kiosk/flow/models.h"
#include "kiosk/flow/view.h"

#include <algorithm>

namespace pufa::flow {

namespace {

screens::WatchModel::State watch_state(const WatchPlace& place) {
    using From = PlayerUpdate::State;
    using To = screens::WatchModel::State;
    if (place.failed) return To::failed;
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
    model.controls_shown = model.state != screens::WatchModel::State::playing ||
                           view.now.steady < place.controls_until;
    if (const auto* quiz = video->quiz ? view.state.snapshot->quiz(*video->quiz) : nullptr)
        model.quiz = card(view, *quiz);
    if (const auto* next = next_video(view.state, place.id)) model.next = card(view, *next);
    return model;
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
