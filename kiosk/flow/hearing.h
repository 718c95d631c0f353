#pragma once
// What a film lets one hear: which of its sound tracks speaks what. Pure.

#include "content/tally/recorder.h"
#include "kiosk/flow/state.h"
#include "kiosk/flow/view.h"

#include <optional>
#include <string>
#include <vector>

namespace pufa::flow {

inline constexpr int k_usual_pace = 100; ///< percent

/// How many tracks are known: the player's word, before it has opened the file the pack's.
[[nodiscard]] size_t sound_count(const model::Video& video, const WatchPlace& place);
/// What a track speaks, a tag of content/model/spoken.h: as its pack says, else as its file does.
[[nodiscard]] std::string sound_tag(const model::Video& video, const WatchPlace& place,
                                    size_t track);
/// The track that speaks what the visitor has chosen to hear; nullopt if none does, or nothing was
/// chosen.
[[nodiscard]] std::optional<size_t> wished_sound(const model::Video& video, const State& state,
                                                 const WatchPlace& place);
/// For the count.
[[nodiscard]] tally::SoundLanguage sound_heard(const model::Video& video, const State& state,
                                               const WatchPlace& place);
/// By their own names, no two alike; empty if there is nothing to choose.
[[nodiscard]] std::vector<screens::SoundChoice> sound_choices(View& view, const model::Video& video,
                                                              const WatchPlace& place);

} // namespace pufa::flow
