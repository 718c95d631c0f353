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

struct QuestionContext {
    Draft& draft;
    const Laws& laws;
    std::string agency; ///< of the quiz; for rows that name none
};

/// Nothing if the row has no usable id; other faults leave a question that must not be built.
[[nodiscard]] std::optional<model::Question> read_question(const Sheet& sheet, const CsvRow& row,
                                                           QuestionContext& context);

} // namespace pufa::author
