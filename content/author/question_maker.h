#pragma once
// A question as it was written → a question of the pack. Every rule of a question that does not
// hang on the kind of file stands here. Private to this folder.

#include "content/author/draft.h"
#include "content/author/laws.h"
#include "content/author/question_draft.h"

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
    std::vector<PictureDraft> pictures{}; ///< of the questions made so far
};

/// `file` is where the draft stands. Nothing if it has no usable id; other faults leave a question
/// that must not be built.
[[nodiscard]] std::optional<model::Question>
make_question(const QuestionDraft& written, const std::string& file, QuestionContext& context);

} // namespace pufa::author
