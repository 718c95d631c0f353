#include "kiosk/flow/captioning.h"

#include <array>

namespace pufa::flow {

namespace {

using model::Language;

std::array<Language, 3> wishes(Language language) {
    switch (language) {
    case Language::zh_hans:
        return {Language::zh_hans, Language::zh_hant, Language::en};
    case Language::zh_hant:
        return {Language::zh_hant, Language::zh_hans, Language::en};
    case Language::en:
        break;
    }
    return {Language::en, Language::zh_hans, Language::zh_hant};
}

} // namespace

const CaptionTrack* choose_captions(const std::vector<CaptionTrack>& tracks, Language language) {
    for (const auto wished : wishes(language)) {
        for (const auto& track : tracks) {
            if (track.language == wished) return &track;
        }
    }
    return nullptr;
}

std::string caption_of(const State& state, const WatchPlace& place) {
    if (!state.captions_on || !place.captions || place.failed) return {};
    const auto* track = choose_captions(*place.captions, state.look.language);
    return track ? captions::words_at(track->cues, place.player.position) : std::string{};
}

} // namespace pufa::flow
