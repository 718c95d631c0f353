#pragma once
// videos/: each film is described by a side file of the same name ("漏水.mp4", "漏水.toml") or by a
// [[video]] table in pack.toml that names it. A poster of the same name (.png, .jpg) belongs to it.
// So do captions: "漏水.vtt" (simplified Chinese), "漏水.zh-Hant.vtt", "漏水.en.ass". Private to
// this folder.
//
//   id = "leak"     title     ai_generated = false     (all three required)
//   sounds = ["普通话", "粤语"], what each sound track of the file speaks
//   summary, series, speaker, agency, topics = ["…"], reviewed_by, reviewed_on, poster = "x.png",
//   frame_code, [[chapter]] at = "0:30", title = "…"

#include "content/author/caption_files.h"
#include "content/author/draft.h"
#include "content/author/toml_reader.h"

#include <vector>

namespace pufa::author {

struct VideoDraft {
    model::Video video;          ///< facts of the media are still missing
    Place place;                 ///< of its description
    std::string media;           ///< in the author's folder; empty if it is missing
    std::string poster;          ///< in the author's folder; may be empty
    bool poster_missing = false; ///< one was named that is not there
    std::vector<CaptionDraft> captions;
};

/// [[video]] tables in their order, then side files by name: the order of the shelf.
[[nodiscard]] std::vector<VideoDraft> read_videos(Draft& draft, TomlReader& pack);

} // namespace pufa::author
