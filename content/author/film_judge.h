#pragma once
// What of a film would not play well, by what its study found. Private to this folder.

#include "content/author/finding.h"
#include "content/author/videos.h"
#include "content/media/study.h"

namespace pufa::author {

/// FILM_CUT_SHORT is an error, all others warnings; each names the film's file.
void judge_film(const VideoDraft& draft, const media::FilmStudy& study, Findings& findings);

} // namespace pufa::author
