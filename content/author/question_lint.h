#pragma once
// What a teacher would say of a quiz: questions that are sound and still not good. Only warnings;
// nothing here keeps a pack from being built. Private to this folder.
//
//   NO_EXPLANATION, NO_CITATION   nobody learns why
//   LONG_STEM                     more than k_long_stem characters
//   ALL_ABOVE_NOT_LAST            以上都对 stands before other options
//   LETTER_REFERENCE              "A和B", "故选C": options are shuffled on the screen
//   PICTURE_REFERENCE             如图, and there is no picture
//   SIMILAR_STEM                  the same words but for punctuation, white space and width
//   LONGEST_IS_RIGHT              of five single-choice questions or more, in 80 % or more
//   SAME_LETTER_RIGHT             in all of eight single-choice questions or more

#include "content/author/finding.h"
#include "content/author/question_draft.h"

#include <vector>

namespace pufa::author {

inline constexpr size_t k_long_stem = 160; ///< characters: more than a glance

void lint_questions(const std::vector<QuestionSheet>& sheets, Findings& findings);

} // namespace pufa::author
