#include "kiosk/flow/hearing.h"

#include "content/model/spoken.h"
#include "content/strings/strings.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace pufa::flow {

namespace {

using model::Spoken;
using tally::SoundLanguage;

std::string_view word(Spoken spoken) {
    switch (spoken) {
    case Spoken::mandarin:
        return "mandarin";
    case Spoken::cantonese:
        return "cantonese";
    case Spoken::taishanese:
        return "taishanese";
    case Spoken::hakka:
        return "hakka";
    case Spoken::teochew:
        return "teochew";
    case Spoken::minnan:
        return "minnan";
    case Spoken::english:
        return "english";
    case Spoken::other:
    case Spoken::unknown:
        break;
    }
    return {};
}

/// The track that plays; before the player has told, the one that it will choose.
size_t track_heard(const model::Video& video, const State& state, const WatchPlace& place) {
    if (!place.player.sounds.empty()) return place.player.sound_track;
    return wished_sound(video, state, place).value_or(0);
}

/// Of its own, or by its number where that says nothing.
std::string name_of(View& view, const model::Video& video, const WatchPlace& place, size_t track) {
    const auto spoken = word(model::spoken_of(sound_tag(video, place, track)));
    if (!spoken.empty()) return tr(view, std::string{"spoken."} + std::string{spoken});
    const auto& sounds = place.player.sounds;
    if (track < sounds.size() && !sounds[track].title.empty()) return sounds[track].title;
    return strings::text(view.language(), "spoken.track", {{"number", std::to_string(track + 1)}});
}

} // namespace

size_t sound_count(const model::Video& video, const WatchPlace& place) {
    return place.player.sounds.empty() ? video.sounds.size() : place.player.sounds.size();
}

std::string sound_tag(const model::Video& video, const WatchPlace& place, size_t track) {
    if (track < video.sounds.size()) {
        auto tag = model::spoken_tag(video.sounds[track]);
        if (model::spoken_of(tag) != Spoken::unknown) return tag;
    }
    const auto& sounds = place.player.sounds;
    return model::spoken_tag(track < sounds.size() ? std::string_view{sounds[track].language}
                                                   : std::string_view{});
}

std::optional<size_t> wished_sound(const model::Video& video, const State& state,
                                   const WatchPlace& place) {
    if (state.sound_language.empty()) return std::nullopt;
    for (size_t track = 0; track < sound_count(video, place); ++track)
        if (sound_tag(video, place, track) == state.sound_language) return track;
    return std::nullopt;
}

SoundLanguage sound_heard(const model::Video& video, const State& state, const WatchPlace& place) {
    if (!video.has_sound && place.player.sounds.empty()) return SoundLanguage::none;
    switch (model::spoken_of(sound_tag(video, place, track_heard(video, state, place)))) {
    case Spoken::mandarin:
        return SoundLanguage::mandarin;
    case Spoken::cantonese:
        return SoundLanguage::cantonese;
    case Spoken::english:
        return SoundLanguage::english;
    case Spoken::taishanese:
    case Spoken::hakka:
    case Spoken::teochew:
    case Spoken::minnan:
    case Spoken::other:
        return SoundLanguage::other;
    case Spoken::unknown:
        break;
    }
    return SoundLanguage::unknown;
}

std::vector<screens::SoundChoice> sound_choices(View& view, const model::Video& video,
                                                const WatchPlace& place) {
    const size_t count = sound_count(video, place);
    if (count < 2) return {};
    const size_t heard = track_heard(video, view.state, place);
    std::vector<screens::SoundChoice> choices;
    for (size_t track = 0; track < count; ++track) {
        auto name = name_of(view, video, place, track);
        const bool taken = std::any_of(choices.begin(), choices.end(),
                                       [&](const auto& choice) { return choice.name == name; });
        if (taken) name = fmt::format("{} {}", name, track + 1);
        choices.push_back({static_cast<int>(track), std::move(name), track == heard});
    }
    return choices;
}

} // namespace pufa::flow
