#pragma once
// What helps a person of this city to find help and to be heard: finder.toml, holidays.toml, maps/,
// places/, polls/, consultations/. Private to this folder.

#include "content/author/draft.h"
#include "content/author/laws.h"
#include "content/author/question_maker.h"
#include "content/pack/pack.h"

#include <vector>

namespace pufa::author {

struct City {
    std::vector<model::Item> items; ///< in the order in which they are shown
    std::vector<PictureDraft> pictures;
    std::vector<pack::MemberSource> members;
};

[[nodiscard]] City read_city(Draft& draft, const Laws& laws);

} // namespace pufa::author
