#pragma once
// Moodle's GIFT format (docs.moodle.org, "GIFT format"): questions in text, parted by blank lines.
//
//   ::title:: [html]stem {=right#why ~wrong#why not ~%50%half ####general feedback}
//   stem {T#said to whoever is wrong#said to whoever is right}
//   $CATEGORY: 民法/继承            topic (the last part) and tags of what follows
//   // a comment [id:will-1] [tag:遗嘱]
//
// A title or [id:] that may be an id is one. General feedback is the explanation, but for a line
// "法条：《民法典》第一千一百四十二条", which is the citation. Without any "=", the options with
// weights above zero are the right ones of a multiple choice. What a kiosk cannot ask is a finding
// and left out: matching, numeric, short answer ({t} too), essay, description. What Moodle reads
// although it is odd is read the same way, with a warning: a title without end, words before the
// first option, braces behind the answers. A question that is malformed is a finding as well, and
// the next ones are read. Time is linear in the text. Private to this folder.

#include "content/author/finding.h"
#include "content/author/question_draft.h"

#include <string>
#include <string_view>

namespace pufa::author {

[[nodiscard]] QuestionSheet read_gift(std::string_view text, const std::string& file,
                                      Findings& findings);

/// Whether a .txt file is GIFT: it has braces, a title or a category.
[[nodiscard]] bool looks_like_gift(std::string_view text);

} // namespace pufa::author
