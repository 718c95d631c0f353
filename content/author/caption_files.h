#pragma once
// Captions beside a film, "漏水.vtt", "漏水.zh-Hans.srt" or "漏水.en.ass" for 漏水.mp4, and those
// within it. Private to this folder.

#include "content/author/draft.h"
#include "content/captions/captions.h"
#include "content/media/study.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

struct CaptionDraft {
    model::Language language = model::Language::zh_hans;
    std::string file; ///< in the author's folder
    std::vector<captions::Cue> cues;
    std::vector<int> lines; ///< of `file`, where the time of each cue stands; 0: in a film
};

/// The captions of the film `media` (a name in the folder), one a language at most, in the order
/// of model::k_languages. Whatever their charset and format are. A file without cues is none.
[[nodiscard]] std::vector<CaptionDraft> read_captions(Draft& draft, std::string_view media);

/// One of them. Nothing if it is no text; other faults leave what could be read.
[[nodiscard]] std::optional<CaptionDraft> read_caption_file(Draft& draft, const std::string& name,
                                                            model::Language language);

/// What a text track within a film is written in, by its tag and its title ("chi", "繁體"); nullopt
/// if neither tells, or it is none of the kiosk's languages.
[[nodiscard]] std::optional<model::Language> caption_language(std::string_view tag,
                                                              std::string_view title);
/// The text tracks of the film `media` for languages that have no file beside it, each told of with
/// CAPTIONS_FROM_FILM; CAPTIONS_UNNAMED for one that nobody can tell the language of.
void add_embedded(const std::vector<media::EmbeddedCaptions>& tracks, const std::string& media,
                  std::vector<CaptionDraft>& captions, Findings& findings);

/// CAPTION_PAST_END for the first cue that begins when the film is over.
void check_length(const CaptionDraft& captions, Micros duration, Findings& findings);

} // namespace pufa::author
