#include "content/author/question_row.h"

#include "content/author/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace pufa::author {

namespace {

using model::Language;
using model::QuestionKind;

constexpr std::string_view k_letters = "ABCDEF";
/// "以上都对", "以上都不对" stay where they are when options are shuffled.
constexpr std::string_view k_all_above = "以上";

struct KindWord {
    std::string_view word;
    QuestionKind kind;
};
constexpr KindWord k_kind_words[] = {
    {"单选", QuestionKind::single},           {"单选题", QuestionKind::single},
    {"單選", QuestionKind::single},           {"單選題", QuestionKind::single},
    {"single", QuestionKind::single},         {"多选", QuestionKind::multiple},
    {"多选题", QuestionKind::multiple},       {"多選", QuestionKind::multiple},
    {"多選題", QuestionKind::multiple},       {"multiple", QuestionKind::multiple},
    {"判断", QuestionKind::true_false},       {"判断题", QuestionKind::true_false},
    {"判斷", QuestionKind::true_false},       {"判斷題", QuestionKind::true_false},
    {"true-false", QuestionKind::true_false},
};

/// Answers of a true-false question in words; they mean its first or its second option.
constexpr std::array<std::string_view, 6> k_yes_words{"对", "對", "正确", "正確", "是", "√"};
constexpr std::array<std::string_view, 6> k_no_words{"错", "錯", "错误", "錯誤", "否", "×"};

template <size_t Size>
bool among(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string option_key(size_t index) {
    return fmt::format("option{}", k_letters[index]);
}

std::string feedback_key(size_t index) {
    return fmt::format("feedback{}", k_letters[index]);
}

model::Option true_false_option(bool yes) {
    model::Option option;
    option.text[Language::zh_hans] = yes ? "对" : "错";
    option.text[Language::zh_hant] = yes ? "對" : "錯";
    option.text[Language::en] = yes ? "True" : "False";
    return option;
}

class RowReader {
  public:
    RowReader(const Sheet& sheet, const CsvRow& row, QuestionContext& context)
        : m_sheet(sheet)
        , m_row(row)
        , m_context(context)
        , m_findings(context.draft.findings) {}

    std::optional<model::Question> run() {
        const auto part = m_sheet.required(m_row, "id", m_findings);
        const auto id = m_context.draft.ids.add(part, place("id"));
        m_question.kind = read_kind();
        m_question.stem = localized("stem");
        read_options();
        read_answer();
        m_question.explanation = localized("explanation");
        read_citation();
        m_question.topic = m_sheet.cell(m_row, "topic");
        m_question.agency = m_context.draft.agency(m_sheet.cell(m_row, "agency"), m_context.agency,
                                                   place("agency"));
        if (!id) return std::nullopt;
        m_question.id = *id;
        read_picture(part);
        return std::move(m_question);
    }

  private:
    [[nodiscard]] Place place(std::string_view key) const { return m_sheet.place(m_row, key); }

    void found(Fault fault, std::string_view key, std::string subject, std::string detail = {}) {
        m_findings.push_back({fault, place(key), std::move(subject), std::move(detail)});
    }

    model::LocalizedText localized(std::string_view key) {
        m_sheet.required(m_row, key, m_findings);
        return m_sheet.localized(m_row, key);
    }

    QuestionKind read_kind() {
        const auto word = m_sheet.required(m_row, "kind", m_findings);
        for (const auto& known : k_kind_words) {
            if (known.word == fold(word)) return known.kind;
        }
        if (!word.empty()) found(Fault::BAD_KIND, "kind", word);
        return QuestionKind::single;
    }

    /// Names a file in quizzes/; several questions may name the same.
    void read_picture(const std::string& part) {
        const auto file = m_sheet.cell(m_row, "picture");
        m_question.picture_words = m_sheet.localized(m_row, "pictureWords");
        const bool said = m_question.picture_words.has(Language::zh_hans);
        if (file.empty()) {
            if (said) found(Fault::WORDS_WITHOUT_PICTURE, "pictureWords", m_sheet.title("picture"));
            m_question.picture_words = {};
            return;
        }
        const auto name = "quizzes/" + file;
        if (!said) found(Fault::PICTURE_WITHOUT_WORDS, "picture", file);
        if (!m_context.draft.folder.has(name))
            return found(Fault::PICTURE_MISSING, "picture", name);
        m_context.draft.folder.use(name);
        m_question.picture = fmt::format("pictures/{}{}", part, extension_of(name));
        m_context.pictures.push_back({name, m_question.picture});
    }

    void read_options() {
        auto& options = m_question.options;
        for (size_t i = 0; i < k_letters.size(); ++i) {
            model::Option option;
            option.text = m_sheet.localized(m_row, option_key(i));
            const bool there = option.text.has(Language::zh_hans);
            if (there && options.size() < i) found(Fault::OPTION_GAP, option_key(i), letter(i));
            if (!there && !option.text.empty())
                found(Fault::TRANSLATION_WITHOUT_OPTION, option_key(i), letter(i));
            if (!there) continue;
            option.keep_last = option.text.in(Language::zh_hans).starts_with(k_all_above);
            m_place_of_option.push_back(i);
            options.push_back(std::move(option));
        }
        if (m_question.kind == QuestionKind::true_false && options.empty()) {
            options = {true_false_option(true), true_false_option(false)};
            m_place_of_option = {0, 1};
        }
        check_options();
        read_feedback();
    }

    void check_options() {
        const auto& options = m_question.options;
        const auto count = std::to_string(options.size());
        if (m_question.kind == QuestionKind::true_false && options.size() != 2)
            found(Fault::TRUE_FALSE_OPTIONS, "kind", count);
        else if (options.size() < 2)
            found(Fault::TOO_FEW_OPTIONS, "optionA", count);
        std::set<std::string> seen;
        for (size_t i = 0; i < options.size(); ++i) {
            const auto& words = options[i].text.in(Language::zh_hans);
            if (!seen.insert(words).second)
                found(Fault::OPTION_TWICE, option_key(m_place_of_option[i]), words);
        }
    }

    void read_feedback() {
        size_t given = 0;
        for (size_t i = 0; i < m_question.options.size(); ++i) {
            auto& option = m_question.options[i];
            option.feedback = m_sheet.localized(m_row, feedback_key(m_place_of_option[i]));
            given += option.feedback.empty() ? 0 : 1;
        }
        for (size_t i = 0; given > 0 && i < m_question.options.size(); ++i) {
            if (m_question.options[i].feedback.empty())
                found(Fault::FEEDBACK_PARTIAL, feedback_key(m_place_of_option[i]),
                      letter(m_place_of_option[i]));
        }
    }

    void read_answer() {
        const auto cell = m_sheet.cell(m_row, "answer");
        if (cell.empty()) {
            found(Fault::NO_RIGHT_ANSWER, "answer", {});
            return;
        }
        const auto answer = fold(cell);
        if (m_question.kind == QuestionKind::true_false && m_question.options.size() == 2) {
            if (among(k_yes_words, answer)) return mark(0);
            if (among(k_no_words, answer)) return mark(1);
        }
        size_t right = 0;
        for (const auto point : code_points(answer)) {
            // People part letters by comma, slash or 、.
            if (std::u32string_view{U",/;.+&、，；"}.find(point) != std::u32string_view::npos)
                continue;
            if (!mark_letter(point)) return found(Fault::BAD_ANSWER, "answer", cell);
            ++right;
        }
        const bool many = m_question.kind == QuestionKind::multiple;
        if (right == 0)
            found(Fault::BAD_ANSWER, "answer", cell);
        else if (!many && right > 1)
            found(Fault::TOO_MANY_RIGHT, "answer", cell);
        else if (many && right == 1)
            found(Fault::ONE_RIGHT_IN_MULTIPLE, "answer", cell);
    }

    void mark(size_t index) { m_question.options[index].right = true; }

    /// False if no option has that letter, or if it was named before.
    bool mark_letter(char32_t point) {
        for (size_t i = 0; i < m_place_of_option.size(); ++i) {
            const auto wanted = k_letters[m_place_of_option[i]] - 'A' + 'a';
            if (point != static_cast<char32_t>(wanted) || m_question.options[i].right) continue;
            mark(i);
            return true;
        }
        return false;
    }

    void read_citation() {
        const auto cell = m_sheet.required(m_row, "citation", m_findings);
        if (cell.empty()) return;
        const auto cited = parse_citation(cell);
        if (!cited) return found(Fault::BAD_CITATION, "citation", cell);
        if (const auto* article = m_context.laws.find(cited->law, cited->article))
            m_question.citation = *article;
        else
            found(Fault::UNKNOWN_CITATION, "citation", cell);
    }

    static std::string letter(size_t index) { return std::string(1, k_letters[index]); }

    const Sheet& m_sheet;
    const CsvRow& m_row;
    QuestionContext& m_context;
    Findings& m_findings;
    model::Question m_question;
    std::vector<size_t> m_place_of_option; ///< letter of each option, as an index
};

} // namespace

std::vector<Column> question_columns() {
    using enum Presence;
    using enum Translation;
    std::vector<Column> columns{
        {"id", {"编号", "編號", "id"}, required},
        {"kind", {"题型", "題型", "kind"}, required},
        {"stem", {"题目", "題目", "question"}, required, allowed},
        {"answer", {"答案", "answer"}, required},
        {"explanation", {"解析", "explanation"}, required, allowed},
        {"citation", {"法条", "法條", "law"}, required},
        {"picture", {"图片", "圖片", "picture"}},
        {"pictureWords", {"图片说明", "圖片說明", "picture words"}, optional, allowed},
        {"topic", {"主题", "主題", "topic"}},
        {"agency", {"机构", "機構", "agency"}},
    };
    static constexpr std::array<std::array<std::string_view, 4>, k_letters.size()> option_names{
        {{"选项A", "選項A", "option A", "A"},
         {"选项B", "選項B", "option B", "B"},
         {"选项C", "選項C", "option C", "C"},
         {"选项D", "選項D", "option D", "D"},
         {"选项E", "選項E", "option E", "E"},
         {"选项F", "選項F", "option F", "F"}}};
    static constexpr std::array<std::array<std::string_view, 3>, k_letters.size()> feedback_names{
        {{"说明A", "說明A", "feedback A"},
         {"说明B", "說明B", "feedback B"},
         {"说明C", "說明C", "feedback C"},
         {"说明D", "說明D", "feedback D"},
         {"说明E", "說明E", "feedback E"},
         {"说明F", "說明F", "feedback F"}}};
    for (size_t i = 0; i < k_letters.size(); ++i) {
        columns.push_back(
            {option_key(i), {option_names[i].begin(), option_names[i].end()}, optional, allowed});
        columns.push_back({feedback_key(i),
                           {feedback_names[i].begin(), feedback_names[i].end()},
                           optional,
                           allowed});
    }
    return columns;
}

std::optional<model::Question> read_question(const Sheet& sheet, const CsvRow& row,
                                             QuestionContext& context) {
    return RowReader{sheet, row, context}.run();
}

} // namespace pufa::author
