#pragma once
// The films of a folder on their way into the pack: each is looked at, judged, and given its
// members: film, poster, small pictures, captions. Private to this folder.

#include "content/author/build.h"
#include "content/author/folder.h"
#include "content/author/videos.h"

#include <vector>

namespace pufa::author {

/// Findings and sources are added to `reading`, and what was learnt to each video. Errors are what
/// the machine lacks: NO_DECODER, errno errors.
[[nodiscard]] Result<void> take_films(const Folder& folder, const ReadOptions& options,
                                      std::vector<VideoDraft>& films, Reading& reading);

} // namespace pufa::author
