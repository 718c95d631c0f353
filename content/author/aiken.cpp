#include "content/author/aiken.h"

#include "content/author/gift_blocks.h"
#include "content/author/words.h"
#include "content/base/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace pufa::author {

namespace {

using model::Language;

enum class LineKind { empty, words, option, answer, explanation, citation };

struct Line {
    LineKind kind = LineKind::empty;
    std::string_view words; ///< behind what marks the line
    std::string_view whole; ///< trimmed
    char letter = 'A';      ///< of an option
    bool tight = false;     ///< its full stop has no blank behind it: "U.S. law" may be words
};

/// Takes a full-width or ASCII colon off, and what stands before it if that is one of `names`.
template <size_t Size>
bool take_label(std::string_view& line, const std::array<std::string_view, Size>& names) {
    constexpr std::string_view wide = "：";
    const auto ascii_at = line.find(':'), wide_at = line.find(wide);
    const auto at = std::min(ascii_at, wide_at);
    if (at == std::string_view::npos) return false;
    const auto label = fold(line.substr(0, at));
    if (std::find(names.begin(), names.end(), label) == names.end()) return false;
    line = trim(line.substr(at + (at == wide_at ? wide.size() : 1)));
    return true;
}

/// "A. ", "B) ", "C、": a capital letter and a mark.
bool take_letter(Line& line) {
    auto rest = line.words;
    auto point = base::take_code_point(rest);
    if (point && *point >= 0xFF21 && *point <= 0xFF3A) point = *point - 0xFEE0;
    if (!point || *point < U'A' || *point > U'Z') return false;
    const auto mark = base::take_code_point(rest);
    if (!mark || std::u32string_view{U".)、．）"}.find(*mark) == std::u32string_view::npos)
        return false;
    line.letter = static_cast<char>(*point);
    line.words = trim(rest);
    line.tight = (*mark == U'.' || *mark == U'．') && line.words.size() == rest.size();
    return true;
}

Line read_line(std::string_view text) {
    static constexpr std::array<std::string_view, 2> k_answer{"answer", "答案"};
    static constexpr std::array<std::string_view, 3> k_explanation{"解析", "feedback",
                                                                   "explanation"};
    static constexpr std::array<std::string_view, 3> k_citation{"法条", "法條", "law"};
    Line line;
    line.words = line.whole = trim(text);
    if (line.words.empty()) return line;
    if (take_letter(line))
        line.kind = LineKind::option;
    else if (take_label(line.words, k_answer))
        line.kind = LineKind::answer;
    else if (take_label(line.words, k_explanation))
        line.kind = LineKind::explanation;
    else if (take_label(line.words, k_citation))
        line.kind = LineKind::citation;
    else
        line.kind = LineKind::words;
    return line;
}

class AikenReader {
  public:
    AikenReader(const std::string& file, Findings& findings)
        : m_findings(findings) {
        m_sheet.file = file;
    }

    void read(const Line& line, int number) {
        m_number = number;
        switch (line.kind) {
        case LineKind::empty:
            m_apart = true;
            return;
        case LineKind::words:
            read_words(line.words);
            break;
        case LineKind::option:
            if (is_words(line))
                read_words(line.whole);
            else
                read_option(line);
            break;
        case LineKind::answer:
            read_answer(line.words);
            break;
        case LineKind::explanation:
        case LineKind::citation:
            read_note(line);
            break;
        }
        m_apart = false;
    }

    QuestionSheet take() {
        end();
        return std::move(m_sheet);
    }

  private:
    [[nodiscard]] Spot here() const { return {m_number, 0}; }
    /// "U.S. law" and not the option U: before the options, or as initials among them, unless U is
    /// the next one.
    [[nodiscard]] bool is_words(const Line& line) const {
        const bool asked = m_begun && !m_answered;
        if (!line.tight || (asked && line.letter == option_letter(m_question.options.size())))
            return false;
        const bool initials = line.words.size() > 1 && line.words[1] == '.';
        return !asked || m_question.options.empty() || initials;
    }

    void found(Fault fault, Spot at, std::string subject, std::string detail = {}) {
        m_findings.push_back(
            {fault, {m_sheet.file, at.line, 0}, std::move(subject), std::move(detail)});
    }

    static std::string& hans(Said<model::LocalizedText>& said) {
        return said.value[Language::zh_hans];
    }

    /// Lines that a program has wrapped: words of Latin script are parted by a blank.
    static void append(std::string& text, std::string_view words) {
        const bool latin = !text.empty() && static_cast<unsigned char>(text.back()) < 0x80 &&
                           static_cast<unsigned char>(words.front()) < 0x80;
        if (latin) text += ' ';
        text += words;
    }

    void read_words(std::string_view words) {
        const bool asked = !m_question.options.empty();
        if (m_answered || (asked && m_apart)) end();
        if (!m_question.options.empty()) return append(hans(m_question.options.back().text), words);
        if (m_begun && m_apart) end();
        if (!m_begun) begin();
        append(hans(m_question.stem), words);
    }

    void read_option(const Line& line) {
        if (m_answered) end();
        if (!m_begun) {
            begin();
            found(Fault::NO_STEM, here(), {});
        }
        const auto wanted = option_letter(m_question.options.size());
        if (line.letter != wanted)
            found(Fault::AIKEN_LETTERS, here(), std::string(1, line.letter),
                  std::string(1, wanted));
        m_question.options.push_back(
            {line.letter, {model::in_hans(std::string{line.words}), here()}, {{}, here()}, false});
    }

    void read_answer(std::string_view words) {
        if (m_answered || m_question.options.empty()) {
            end();
            found(Fault::AIKEN_STRAY_TEXT, here(), "ANSWER: " + std::string{words});
            return;
        }
        m_answered = true;
        m_question.answer_at = here();
        for (const auto point : code_points(fold(words))) {
            if (std::u32string_view{U",.、，;；"}.find(point) != std::u32string_view::npos)
                continue;
            if (mark(point)) continue;
            m_question.answer_refused = true;
            found(Fault::BAD_ANSWER, here(), std::string{words});
            return;
        }
    }

    /// False if no option has that letter, or two.
    bool mark(char32_t point) {
        OptionDraft* named = nullptr;
        for (auto& option : m_question.options) {
            if (static_cast<char32_t>(option.letter - 'A' + 'a') != point) continue;
            if (named) return false;
            named = &option;
        }
        return named && (named->right = true);
    }

    /// Before any option "Law: …" is how a question begins, and so it is behind an empty line:
    /// English questions may begin so.
    void read_note(const Line& line) {
        const bool english = static_cast<unsigned char>(line.whole.front()) < 0x80;
        const bool begins = m_answered && m_apart && english;
        if (m_question.options.empty() || begins) return read_words(line.whole);
        if (!m_answered) return found(Fault::AIKEN_STRAY_TEXT, here(), shortened(line.words));
        if (line.kind == LineKind::citation)
            m_question.citation = {std::string{line.words}, here()};
        else
            m_question.explanation = {model::in_hans(std::string{line.words}), here()};
    }

    void begin() {
        m_begun = true;
        m_before = m_findings.size();
        m_question.at = m_question.stem.at = m_question.answer_at = here();
        m_question.explanation.at = m_question.citation.at = here();
    }

    /// A question that has options is one, answered or not: what it lacks is said later.
    void end() {
        if (m_begun && m_question.options.empty())
            found(Fault::AIKEN_STRAY_TEXT, m_question.at, shortened(hans(m_question.stem)));
        else if (m_begun) {
            m_question.faulty = has_errors(m_findings, m_before);
            m_sheet.questions.push_back(std::move(m_question));
        }
        drop();
    }

    void drop() {
        m_question = {};
        m_begun = m_answered = false;
    }

    QuestionSheet m_sheet;
    Findings& m_findings;
    QuestionDraft m_question;
    size_t m_before = 0; ///< findings when it began
    int m_number = 0;
    bool m_begun = false;
    bool m_answered = false;
    bool m_apart = true; ///< an empty line stands before this one
};

} // namespace

QuestionSheet read_aiken(std::string_view text, const std::string& file, Findings& findings) {
    AikenReader reader{file, findings};
    int number = 0;
    for (const auto line : lines_of(text))
        reader.read(read_line(line), ++number);
    return reader.take();
}

bool looks_like_aiken(std::string_view text) {
    bool options = false, answers = false;
    for (const auto line : lines_of(text)) {
        const auto kind = read_line(line).kind;
        options = options || kind == LineKind::option;
        answers = answers || kind == LineKind::answer;
        if (options && answers) return true;
    }
    return options && text.find('{') == std::string_view::npos;
}

} // namespace pufa::author
