#include "kiosk/flow/captioning.h"

#include <array>
#include <string_view>

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

/// Of one byte, or of the three and four bytes that Chinese takes.
bool is_latin(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

/// The lines of a cue as one: with a blank between words, without one between characters.
std::string joined(std::string_view words) {
    std::string line;
    for (size_t i = 0; i < words.size(); ++i) {
        if (words[i] != '\n')
            line += words[i];
        else if (i > 0 && i + 1 < words.size() &&
                 (is_latin(words[i - 1]) || is_latin(words[i + 1])))
            line += ' ';
    }
    return line;
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

std::vector<screens::SpokenLine> lines_of(const std::vector<captions::Cue>& cues) {
    std::vector<screens::SpokenLine> lines;
    lines.reserve(cues.size());
    for (const auto& cue : cues)
        lines.push_back({cue.from, joined(cue.text)});
    return lines;
}

std::shared_ptr<const std::vector<screens::SpokenLine>> transcript_of(const State& state,
                                                                      const WatchPlace& place) {
    if (!state.captions_on || !place.captions || place.failed) return nullptr;
    const auto* track = choose_captions(*place.captions, state.look.language);
    if (!track) return nullptr;
    return place.transcripts[static_cast<size_t>(track - place.captions->data())];
}

std::string caption_of(const State& state, const WatchPlace& place) {
    if (!state.captions_on || !place.captions || place.failed) return {};
    const auto* track = choose_captions(*place.captions, state.look.language);
    return track ? captions::words_at(track->cues, place.player.position) : std::string{};
}

} // namespace pufa::flow
