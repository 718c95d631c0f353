#include "content/author/quizzes.h"

#include "content/author/audiences.h"
#include "content/author/question_files.h"
#include "content/author/question_lint.h"

namespace pufa::author {

namespace {

constexpr std::string_view k_folder = "quizzes";

class QuizzesReader {
  public:
    QuizzesReader(Draft& draft, TomlReader& pack, const Laws& laws)
        : m_draft(draft)
        , m_pack(pack)
        , m_laws(laws) {}

    Quizzes run() {
        for (auto& table : m_pack.tables("quiz")) {
            const auto file = table.text("file", Need::required);
            const auto name = std::string{k_folder} + "/" + file;
            if (!file.empty() && !m_draft.folder.has(name))
                table.found(Fault::QUIZ_MISSING, "file", name);
            read(table, name);
        }
        for (const auto& name : m_draft.folder.list(k_folder, {".toml"}))
            read_side_file(name);
        for (const auto& name : m_draft.folder.list(k_folder, question_extensions())) {
            if (!m_draft.folder.used(name) && !Folder::is_about(name)) read_undescribed(name);
        }
        lint_questions(m_sheets, m_draft.findings);
        return std::move(m_result);
    }

  private:
    void read_side_file(const std::string& name) {
        const auto text = m_draft.folder.text(name, m_draft.findings);
        if (!text) return;
        const auto table = parse_toml(*text, name, m_draft.findings);
        const auto sheet = m_draft.folder.beside(name, question_extensions());
        if (!sheet) m_draft.findings.push_back({Fault::QUIZ_MISSING, {name, 0, 0}, name, {}});
        if (!table) {
            if (sheet) read_sheet(*sheet, {}, m_draft.audience);
            return;
        }
        TomlReader toml{*table, name, m_draft.findings};
        read(toml, sheet.value_or(std::string{}));
    }

    void read(TomlReader& toml, const std::string& sheet) {
        model::Quiz quiz;
        const auto id = m_draft.ids.add(toml.text("id", Need::required), toml.place("id"));
        quiz.id = id.value_or(model::ItemId{});
        quiz.title = toml.localized("title", Need::required);
        quiz.valid_until = toml.until("valid_until");
        const auto agency = toml.text("agency", Need::optional);
        quiz.audience = read_audience(toml, m_draft.audience, m_draft.findings);
        toml.finish();
        if (m_draft.folder.has(sheet)) quiz.questions = read_sheet(sheet, agency, quiz.audience);
        m_result.quizzes.push_back(std::move(quiz));
    }

    /// Called as its file; the id stays while the file's name does.
    void read_undescribed(const std::string& name) {
        const Place place{name, 0, 0};
        const auto stem = without_extension(std::string_view{name}.substr(k_folder.size() + 1));
        m_draft.findings.push_back({Fault::QUIZ_NOT_DESCRIBED, place, std::string{stem}, {}});
        model::Quiz quiz;
        const auto part = model::is_id_part(stem) ? std::string{stem} : derived_id("quiz", stem);
        quiz.id = m_draft.ids.add(part, place).value_or(model::ItemId{});
        quiz.title[model::Language::zh_hans] = stem;
        quiz.audience = m_draft.audience;
        quiz.questions = read_sheet(name, {}, quiz.audience);
        m_result.quizzes.push_back(std::move(quiz));
    }

    std::vector<model::ItemId> read_sheet(const std::string& name, const std::string& agency,
                                          const model::Audience& audience) {
        std::vector<model::ItemId> ids;
        auto sheet = read_question_file(m_draft, name);
        if (!sheet) return ids;
        if (sheet->questions.empty())
            m_draft.findings.push_back({Fault::NO_QUESTIONS, {name, 0, 0}, name, {}});
        QuestionContext context{m_draft, &m_laws, agency, audience};
        for (const auto& written : sheet->questions) {
            auto question = make_question(written, name, context);
            if (!question) continue;
            ids.push_back(question->id);
            m_result.questions.push_back(*std::move(question));
        }
        for (auto& picture : context.pictures)
            m_result.pictures.push_back(std::move(picture));
        m_sheets.push_back(*std::move(sheet));
        return ids;
    }

    Draft& m_draft;
    TomlReader& m_pack;
    const Laws& m_laws;
    Quizzes m_result;
    std::vector<QuestionSheet> m_sheets;
};

} // namespace

Quizzes read_quizzes(Draft& draft, TomlReader& pack, const Laws& laws) {
    return QuizzesReader{draft, pack, laws}.run();
}

} // namespace pufa::author
