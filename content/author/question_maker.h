#pragma once
// A question as it was written → a question of the pack. Every rule of a question that does not
// hang on the kind of file stands here. Private to this folder.

#include "content/author/draft.h"
#include "content/author/laws.h"
#include "content/author/question_draft.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pufa::author {

/// What a question is about, as a picture.
struct PictureDraft {
    std::string file;   ///< in the author's folder
    std::string member; ///< where it goes in the pack
};

struct QuestionContext {
    Draft& draft;
    const Laws* laws;                     ///< null: what is cited is not judged
    std::string agency;                   ///< of the quiz; for questions that name none
    model::Audience audience{};           ///< of the quiz, as well
    std::vector<PictureDraft> pictures{}; ///< of the questions made so far
    std::map<std::string, int> repeats{}; ///< by derived id: how many after it say the same
};

/// `file` is where the draft stands. Nothing if it has no usable id; other faults leave a question
/// that must not be built. Without an id of its own its title is one, if it may be and no other
/// item has it; else the id is made of the stem, and of the options if that stem stands elsewhere.
[[nodiscard]] std::optional<model::Question>
make_question(const QuestionDraft& written, const std::string& file, QuestionContext& context);

} // namespace pufa::author
