#pragma once
// The Aiken format (docs.moodle.org, "Aiken format"): single choice questions in text.
//
//   Where does one apply?
//   A. At the court
//   B) At home
//   ANSWER: A
//
// More is understood than the format has: a stem or option on several lines, empty lines before and
// between options, "A、", "答案：A", and behind the answer the lines "解析：…" and "法条：…".
// Letters may come in any order, as in Moodle; the answer is the option that has its letter. "U.S.
// law" is no option U unless U is next. Whatever belongs to no question is a finding. Private to
// this folder.

#include "content/author/finding.h"
#include "content/author/question_draft.h"

#include <string>
#include <string_view>

namespace pufa::author {

[[nodiscard]] QuestionSheet read_aiken(std::string_view text, const std::string& file,
                                       Findings& findings);

/// Whether a .txt file is Aiken rather than GIFT: it has lines of options and of answers.
[[nodiscard]] bool looks_like_aiken(std::string_view text);

} // namespace pufa::author
