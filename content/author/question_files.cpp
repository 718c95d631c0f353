#include "content/author/question_files.h"

#include "content/author/aiken.h"
#include "content/author/gift.h"
#include "content/author/question_row.h"
#include "content/author/xlsx.h"

namespace pufa::author {

namespace {

std::optional<QuestionSheet> read_rows(const Sheet& sheet, const std::string& name,
                                       Findings& findings) {
    if (!sheet.usable()) return std::nullopt;
    QuestionSheet questions{name, {}, 0};
    for (const auto& row : sheet.rows()) {
        const auto before = findings.size();
        auto written = read_question_row(sheet, row, findings);
        written.faulty = has_errors(findings, before);
        questions.questions.push_back(std::move(written));
    }
    return questions;
}

} // namespace

const std::vector<std::string_view>& question_extensions() {
    static const std::vector<std::string_view> extensions{".csv", ".xlsx", ".gift", ".aiken",
                                                          ".txt"};
    return extensions;
}

std::optional<QuestionSheet> read_question_file(Draft& draft, const std::string& name) {
    const auto kind = extension_of(name);
    auto& findings = draft.findings;
    if (kind == ".xlsx") {
        draft.folder.use(name);
        auto rows = read_workbook(draft.folder.path(name), name, findings);
        if (!rows) return std::nullopt;
        return read_rows(Sheet{*std::move(rows), name, question_columns(), findings}, name,
                         findings);
    }
    const auto text = draft.folder.text(name, findings);
    if (!text) return std::nullopt;
    if (kind == ".csv")
        return read_rows(Sheet{*text, name, question_columns(), findings}, name, findings);
    if (kind == ".gift") return read_gift(*text, name, findings);
    if (kind == ".aiken" || looks_like_aiken(*text)) return read_aiken(*text, name, findings);
    if (looks_like_gift(*text)) return read_gift(*text, name, findings);
    findings.push_back({Fault::NOT_QUESTIONS, {name, 0, 0}, name, {}});
    return std::nullopt;
}

} // namespace pufa::author
