#include "content/author/question_files.h"

#include "content/author/question_row.h"

namespace pufa::author {

namespace {

std::optional<QuestionSheet> read_rows(const Sheet& sheet, const std::string& name,
                                       Findings& findings) {
    if (!sheet.usable()) return std::nullopt;
    QuestionSheet questions{name, {}, 0};
    for (const auto& row : sheet.rows())
        questions.questions.push_back(read_question_row(sheet, row, findings));
    return questions;
}

} // namespace

const std::vector<std::string_view>& question_extensions() {
    static const std::vector<std::string_view> extensions{".csv"};
    return extensions;
}

std::optional<QuestionSheet> read_question_file(Draft& draft, const std::string& name) {
    const auto text = draft.folder.text(name, draft.findings);
    if (!text) return std::nullopt;
    return read_rows(Sheet{*text, name, question_columns(), draft.findings}, name, draft.findings);
}

} // namespace pufa::author
