#pragma once
// polls/*.toml and consultations/*.toml: what citizens are asked, one to a file. Private to this
// folder.
//
//   polls:         id, title (the question), from, to, agency, [[option]] id, text
//   consultations: id, title, summary, from, to, agency, [[question]] id, text, options = [{…}, …]
//
// `id` of an option or question is for whoever writes; statistics count by order.

#include "content/author/draft.h"

#include <vector>

namespace pufa::author {

/// By file name.
[[nodiscard]] std::vector<model::Poll> read_polls(Draft& draft);
[[nodiscard]] std::vector<model::Consultation> read_consultations(Draft& draft);

} // namespace pufa::author
