#pragma once
// The small pictures of a film as one: cell by cell in rows, for its seek bar. Private to this
// folder.

#include "content/media/study.h"
#include "content/model/items.h"

#include <optional>

namespace pufa::author {

struct ThumbSheet {
    media::Still picture;
    model::SeekThumbs layout; ///< without its member
};

/// nullopt if there are none. Cells are as large as the first picture; one of another size (a film
/// that changes its size) is cut or stands at the top left of its cell on black.
[[nodiscard]] std::optional<ThumbSheet> compose_sheet(const media::FilmStudy& study);

} // namespace pufa::author
