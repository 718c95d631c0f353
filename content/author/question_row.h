#pragma once
// One row of a question sheet → one question. Private to this folder.

#include "content/author/draft.h"
#include "content/author/laws.h"
#include "content/author/sheet.h"

#include <optional>
#include <string>
#include <vector>

namespace pufa::author {

/// The columns of a question sheet; see quiz_csv.h.
[[nodiscard]] std::vector<Column> question_columns();

/// What a question is about, as a picture.
struct PictureDraft {
    std::string file;   ///< in the author's folder
    std::string member; ///< where it goes in the pack
};

struct QuestionContext {
    Draft& draft;
    const Laws& laws;
    std::string agency;                   ///< of the quiz; for rows that name none
    std::vector<PictureDraft> pictures{}; ///< of the questions read so far
};

/// Nothing if the row has no usable id; other faults leave a question that must not be built.
[[nodiscard]] std::optional<model::Question> read_question(const Sheet& sheet, const CsvRow& row,
                                                           QuestionContext& context);

} // namespace pufa::author
