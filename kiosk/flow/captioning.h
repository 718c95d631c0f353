#pragma once
// Which captions a visitor reads. Pure.
//
// Captions are on from the start, so they are what a visitor expects to see without having asked:
// 1. those in the visitor's language;
// 2. else those in the other Chinese script, for whoever reads Chinese;
// 3. else any, zh-Hans before zh-Hant before en: the films speak Chinese, whoever cannot hear may
//    read it, and words that help one visitor and can be switched off by the next beat silence.
// There is no note that they are in another language: nothing but words belongs on the picture.

#include "kiosk/flow/state.h"

#include <memory>
#include <string>
#include <vector>

namespace pufa::flow {

/// nullptr if there are none.
[[nodiscard]] const CaptionTrack* choose_captions(const std::vector<CaptionTrack>& tracks,
                                                  model::Language language);

/// The captions as lines to be read along; a cue of several lines is one.
[[nodiscard]] std::vector<screens::SpokenLine> lines_of(const std::vector<captions::Cue>& cues);
/// In the language of caption_of; null if captions are off or not there.
[[nodiscard]] std::shared_ptr<const std::vector<screens::SpokenLine>>
transcript_of(const State& state, const WatchPlace& place);

/// What is to be read now; "" if nothing is said, captions are off or not there.
[[nodiscard]] std::string caption_of(const State& state, const WatchPlace& place);

} // namespace pufa::flow
