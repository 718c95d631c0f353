#pragma once
// finder.toml: what may have happened to somebody, where to go with it, what the law promises there
// and what to bring. Private to this folder.
//
//   [[dispute]] id, title, note, advice, picture = "finder/leak.png", icon, first = ["mediation"],
//               facts = ["free"], bring = ["id-card"], words = ["漏水"]
//   [[fact]]    id, text, law = "《人民调解法》第四条"      (all required)
//   [[bring]]   id, text                                  (both required)

#include "content/author/draft.h"
#include "content/author/laws.h"
#include "content/author/question_maker.h"

#include <map>
#include <string>
#include <vector>

namespace pufa::author {

struct Finder {
    std::vector<model::Dispute> disputes; ///< in the order of the file
    std::vector<PictureDraft> pictures;
    std::map<std::string, model::LocalizedText, std::less<>> bring; ///< by id
    std::map<std::string, model::ItemId, std::less<>> dispute_ids;  ///< by the author's part
};

/// Nothing if there is no finder.toml.
[[nodiscard]] Finder read_finder(Draft& draft, const Laws& laws);

} // namespace pufa::author
