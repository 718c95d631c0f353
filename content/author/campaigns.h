#pragma once
// campaigns.toml: dates of the legal-education calendar. Private to this folder.
//
//   [[campaign]] id, title, note, from = "12-01", to = "12-07", day = "12-04", items = ["ten"]

#include "content/author/draft.h"
#include "content/author/toml_reader.h"

#include <vector>

namespace pufa::author {

/// `items` are ids of this pack, short or full; all others must have been added to draft.ids.
[[nodiscard]] std::vector<model::Campaign> read_campaigns(Draft& draft, TomlReader& toml);

} // namespace pufa::author
