#include "content/author/question_row.h"

#include "content/author/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace pufa::author {

namespace {

using model::Language;
using model::QuestionKind;

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
    {"true-false", QuestionKind::true_false}, {"是非", QuestionKind::true_false},
    {"是非题", QuestionKind::true_false},     {"是非題", QuestionKind::true_false},
    {"单项选择", QuestionKind::single},       {"单项选择题", QuestionKind::single},
    {"單項選擇", QuestionKind::single},       {"單項選擇題", QuestionKind::single},
    {"多项选择", QuestionKind::multiple},     {"多项选择题", QuestionKind::multiple},
    {"多項選擇", QuestionKind::multiple},     {"多項選擇題", QuestionKind::multiple},
};

/// Answers of a true-false question in words; they mean its first or its second option.
/// A spreadsheet program makes TRUE and FALSE of some of them.
constexpr std::array<std::string_view, 9> k_yes_words{"对", "對", "正确", "正確", "是",
                                                      "√",  "✓",  "true", "t"};
constexpr std::array<std::string_view, 9> k_no_words{"错", "錯", "错误",  "錯誤", "否",
                                                     "×",  "✗",  "false", "f"};

template <size_t Size>
bool among(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string option_key(size_t index) {
    return fmt::format("option{}", k_option_letters[index]);
}

std::string feedback_key(size_t index) {
    return fmt::format("feedback{}", k_option_letters[index]);
}

class RowReader {
  public:
    RowReader(const Sheet& sheet, const CsvRow& row, Findings& findings)
        : m_sheet(sheet)
        , m_row(row)
        , m_findings(findings) {}

    QuestionDraft run() {
        m_written.at = spot({});
        m_written.id = text("id");
        m_written.kind = {read_kind(), spot("kind")};
        m_sheet.required(m_row, "stem", m_findings);
        m_written.stem = localized("stem");
        read_options();
        m_written.answer_at = spot("answer");
        m_written.answer_refused = !read_answer(m_sheet.cell(m_row, "answer"));
        m_written.explanation = localized("explanation");
        m_written.citation = text("citation");
        m_written.topic = text("topic");
        m_written.agency = text("agency");
        m_written.difficulty = text("difficulty");
        m_written.valid_until = text("validUntil");
        m_written.tags = parse_tags(m_sheet.cell(m_row, "tags"));
        m_written.audience = text("audience");
        m_written.picture = text("picture");
        m_written.picture_words = localized("pictureWords");
        return std::move(m_written);
    }

  private:
    [[nodiscard]] Spot spot(std::string_view key) const {
        return {m_row.number, m_sheet.column(key)};
    }

    void found(Fault fault, std::string_view key, std::string subject) {
        m_findings.push_back({fault, m_sheet.place(m_row, key), std::move(subject), {}});
    }

    [[nodiscard]] Said<std::string> text(std::string_view key) const {
        return {m_sheet.cell(m_row, key), spot(key)};
    }
    [[nodiscard]] Said<model::LocalizedText> localized(std::string_view key) const {
        return {m_sheet.localized(m_row, key), spot(key)};
    }

    QuestionKind read_kind() {
        const auto word = m_sheet.required(m_row, "kind", m_findings);
        for (const auto& known : k_kind_words) {
            if (known.word == fold(word)) return known.kind;
        }
        if (!word.empty()) found(Fault::BAD_KIND, "kind", word);
        return QuestionKind::single;
    }

    void read_options() {
        auto& options = m_written.options;
        for (size_t i = 0; i < k_option_letters.size(); ++i) {
            auto words = localized(option_key(i));
            const bool there = words.value.has(Language::zh_hans);
            if (there && options.size() < i) found(Fault::OPTION_GAP, option_key(i), letter(i));
            if (!there && !words.value.empty())
                found(Fault::TRANSLATION_WITHOUT_OPTION, option_key(i), letter(i));
            if (there)
                options.push_back(
                    {option_letter(i), std::move(words), localized(feedback_key(i)), false});
        }
        if (m_written.kind.value != QuestionKind::true_false || !options.empty()) return;
        options = true_false_options(spot("answer"));
        for (size_t i = 0; i < options.size(); ++i)
            options[i].feedback = localized(feedback_key(i));
    }

    /// False if it says what cannot be; an empty cell says nothing.
    bool read_answer(const std::string& cell) {
        const auto answer = fold(cell);
        if (m_written.kind.value == QuestionKind::true_false && m_written.options.size() == 2) {
            if (among(k_yes_words, answer)) return m_written.options[0].right = true;
            if (among(k_no_words, answer)) return m_written.options[1].right = true;
        }
        bool sound = cell.empty();
        for (const auto point : code_points(answer)) {
            // People part letters by comma, slash or 、.
            if (std::u32string_view{U",/;.+&、，；"}.find(point) != std::u32string_view::npos)
                continue;
            sound = mark_letter(point);
            if (!sound) break;
        }
        if (!sound) found(Fault::BAD_ANSWER, "answer", cell);
        return sound;
    }

    /// False if no option has that letter, or if it was named before.
    bool mark_letter(char32_t point) {
        for (auto& option : m_written.options) {
            if (point != static_cast<char32_t>(option.letter - 'A' + 'a') || option.right) continue;
            return option.right = true;
        }
        return false;
    }

    static std::string letter(size_t index) { return std::string(1, option_letter(index)); }

    const Sheet& m_sheet;
    const CsvRow& m_row;
    Findings& m_findings;
    QuestionDraft m_written;
};

} // namespace

std::vector<Column> question_columns() {
    using enum Presence;
    using enum Translation;
    std::vector<Column> columns{
        {"id", {"编号", "編號", "id"}},
        {"kind", {"题型", "題型", "kind"}, required},
        {"stem", {"题目", "題目", "question"}, required, allowed},
        {"answer", {"答案", "answer"}, required},
        {"explanation", {"解析", "explanation"}, optional, allowed},
        {"citation", {"法条", "法條", "law"}},
        {"difficulty", {"难度", "難度", "difficulty"}},
        {"validUntil", {"有效期至", "valid_until"}},
        {"tags", {"标签", "標籤", "tags"}},
        {"audience", {"普法对象", "普法對象", "对象", "對象", "audience"}},
        {"picture", {"图片", "圖片", "picture"}},
        {"pictureWords", {"图片说明", "圖片說明", "picture words"}, optional, allowed},
        {"topic", {"主题", "主題", "topic"}},
        {"agency", {"机构", "機構", "agency"}},
    };
    static constexpr std::array<std::array<std::string_view, 4>, k_option_letters.size()>
        option_names{{{"选项A", "選項A", "option A", "A"},
                      {"选项B", "選項B", "option B", "B"},
                      {"选项C", "選項C", "option C", "C"},
                      {"选项D", "選項D", "option D", "D"},
                      {"选项E", "選項E", "option E", "E"},
                      {"选项F", "選項F", "option F", "F"}}};
    static constexpr std::array<std::array<std::string_view, 3>, k_option_letters.size()>
        feedback_names{{{"说明A", "說明A", "feedback A"},
                        {"说明B", "說明B", "feedback B"},
                        {"说明C", "說明C", "feedback C"},
                        {"说明D", "說明D", "feedback D"},
                        {"说明E", "說明E", "feedback E"},
                        {"说明F", "說明F", "feedback F"}}};
    for (size_t i = 0; i < k_option_letters.size(); ++i) {
        columns.push_back(
            {option_key(i), {option_names[i].begin(), option_names[i].end()}, optional, allowed});
        columns.push_back({feedback_key(i),
                           {feedback_names[i].begin(), feedback_names[i].end()},
                           optional,
                           allowed});
    }
    return columns;
}

QuestionDraft read_question_row(const Sheet& sheet, const CsvRow& row, Findings& findings) {
    return RowReader{sheet, row, findings}.run();
}

} // namespace pufa::author
