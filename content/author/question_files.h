#pragma once
// Files of questions, by their kind: spreadsheets (.csv, .xlsx; columns in quizzes.h), GIFT (.gift,
// gift.h), Aiken (.aiken, aiken.h), and text that is told by its words (.txt). Private to this
// folder.

#include "content/author/draft.h"
#include "content/author/question_draft.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

/// In the order in which one is looked for beside a .toml.
[[nodiscard]] const std::vector<std::string_view>& question_extensions();

/// Every question of a file of the folder; nullopt if it could not be read, which is a finding.
[[nodiscard]] std::optional<QuestionSheet> read_question_file(Draft& draft,
                                                              const std::string& name);

} // namespace pufa::author
