#pragma once
// One row of a question sheet, a CSV file or a workbook, → one question as written. Private to this
// folder.

#include "content/author/question_draft.h"
#include "content/author/sheet.h"

#include <vector>

namespace pufa::author {

/// The columns of a question sheet; see quizzes.h.
[[nodiscard]] std::vector<Column> question_columns();

/// What one row says. CELL_EMPTY, BAD_KIND, BAD_ANSWER, OPTION_GAP, TRANSLATION_WITHOUT_OPTION.
[[nodiscard]] QuestionDraft read_question_row(const Sheet& sheet, const CsvRow& row,
                                              Findings& findings);

} // namespace pufa::author
