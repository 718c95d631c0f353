#pragma once
// Which moment of a film makes its poster, when its author gave none. Private to this folder.

#include "content/media/study.h"

#include <optional>

namespace pufa::author {

/// How much there is to see: the mean step from a pixel to its neighbours, 0 for a flat picture;
/// 0 as well for one that is nearly black or nearly white all over.
[[nodiscard]] double detail_of(const media::Still& still);

/// The picture with the most to see around the first tenth of the film, else of the whole; the
/// earlier of equals. nullopt if all are flat.
[[nodiscard]] std::optional<Micros> choose_poster(const media::FilmStudy& study);

} // namespace pufa::author
