#include "content/author/gift.h"

#include "content/author/gift_blocks.h"
#include "content/author/gift_choices.h"
#include "content/author/gift_text.h"
#include "content/author/words.h"
#include "content/model/ids.h"

#include <algorithm>
#include <optional>

namespace pufa::author {

namespace {

using model::QuestionKind;

constexpr std::string_view k_title = "::", k_general = "####", k_blank = "_____";
constexpr auto k_none = std::string_view::npos;

/// One question of a GIFT file.
class GiftQuestion {
  public:
    GiftQuestion(const GiftBlock& block, const std::string& file, Findings& findings)
        : m_block(block)
        , m_texts(block, file, findings) {}

    /// Nothing if it is left out or malformed, which is a finding.
    std::optional<QuestionDraft> run() {
        std::string_view text = m_block.text;
        take_title(text);
        if (!check_braces(text)) return std::nullopt;
        const auto open = find_unescaped(text, "{");
        auto stem = text.substr(0, open);
        const auto format = take_format(stem, GiftFormat::moodle);
        m_name = shortened(m_title.empty() ? gift_words(stem, format).text : m_title);
        if (open == k_none) return left_out(Fault::LEFT_OUT_DESCRIPTION);
        const auto close = find_unescaped(text, "}", open);
        m_written.at = {m_block.line, 0};
        m_written.answer_at = m_texts.spot(text.substr(open));
        read_stem(text.substr(0, open), text.substr(close + 1));
        auto answers = text.substr(open + 1, close - open - 1);
        read_general(answers);
        if (!read_answers(trim(answers))) return std::nullopt;
        read_comments();
        return std::move(m_written);
    }

    [[nodiscard]] bool is_left_out() const { return m_left_out; }
    /// The answers go on behind a blank line.
    [[nodiscard]] bool is_open() const { return m_open; }

  private:
    bool refuse(Fault fault, std::string subject) {
        m_texts.found(fault, {m_block.line, 0}, std::move(subject));
        return false;
    }

    std::optional<QuestionDraft> left_out(Fault fault) {
        m_left_out = true;
        refuse(fault, m_name);
        return std::nullopt;
    }

    void take_title(std::string_view& text) {
        text = trim(text);
        if (!text.starts_with(k_title)) return;
        text.remove_prefix(k_title.size());
        const auto end = find_unescaped(text, k_title);
        if (end == k_none) {
            refuse(Fault::GIFT_TITLE_OPEN, shortened(text));
            return;
        }
        m_title = gift_words(text.substr(0, end), GiftFormat::moodle).text;
        text.remove_prefix(end + k_title.size());
    }

    /// One pair, and in order. Braces behind it are words, unless they look like more answers: then
    /// a blank line is missing.
    bool check_braces(std::string_view text) {
        const auto name = shortened(text);
        const auto open = find_unescaped(text, "{");
        const auto close = find_unescaped(text, "}");
        if (open == k_none && close == k_none) return true;
        if (open == k_none || close < open) return refuse(Fault::GIFT_BRACE_EXTRA, name);
        if (close == k_none) {
            m_open = true;
            return refuse(Fault::GIFT_BRACE_OPEN, name);
        }
        const auto has = [](std::string_view words, const char* mark) {
            return find_unescaped(words, mark) != k_none;
        };
        const auto after = text.substr(close + 1);
        const bool more = has(after, "{") || has(after, "}");
        const bool within = has(text.substr(open + 1, close - open - 1), "{");
        if (!more && !within) return true;
        if (within || has(after, "=") || has(after, "~"))
            return refuse(Fault::GIFT_BRACE_EXTRA, name);
        refuse(Fault::GIFT_BRACE_WORDS, name);
        return true;
    }

    void read_stem(std::string_view before, std::string_view after) {
        m_written.stem.at = m_written.explanation.at = m_written.citation.at = m_written.at;
        const bool spaced = !before.empty() && trim(before.substr(before.size() - 1)).empty();
        m_texts.format = take_format(before, GiftFormat::moodle);
        std::string stem{before};
        if (!trim(after).empty() && !trim(after).ends_with('}')) {
            // A word is missing where the answers stand.
            if (spaced && !stem.empty()) stem += ' ';
            stem += k_blank;
        }
        stem += after;
        m_written.stem.value = m_texts.words(stem, m_written.at);
        if (m_written.stem.value.empty()) refuse(Fault::NO_STEM, {});
    }

    void read_general(std::string_view& answers) {
        const auto at = find_unescaped(answers, k_general);
        if (at == k_none) return;
        const auto spot = m_texts.spot(answers.substr(at));
        m_written.explanation = {m_texts.words(answers.substr(at + k_general.size()), spot), spot};
        auto& words = m_written.explanation.value[model::Language::zh_hans];
        std::string uncited;
        m_written.citation = {take_citation(words, uncited), spot};
        if (!uncited.empty()) m_texts.found(Fault::CITATION_AS_WORDS, spot, shortened(uncited));
        answers = answers.substr(0, at);
    }

    /// False if it is a kind that is not shown.
    bool read_answers(std::string_view answers) {
        const auto leave = [this](Fault fault) {
            left_out(fault);
            return false;
        };
        if (answers.empty()) return leave(Fault::LEFT_OUT_ESSAY);
        if (answers.starts_with('#')) return leave(Fault::LEFT_OUT_NUMERIC);
        if (find_unescaped(answers, "~") != k_none) {
            read_choices(answers, m_texts, m_written);
            return true;
        }
        if (read_true_false(answers, m_texts, m_written)) return true;
        const bool pairs =
            find_unescaped(answers, "=") != k_none && find_unescaped(answers, "->") != k_none;
        return leave(pairs ? Fault::LEFT_OUT_MATCHING : Fault::LEFT_OUT_SHORT_ANSWER);
    }

    void read_comments() {
        m_written.id.at = m_written.topic.at = m_written.at;
        m_written.title = {m_title, m_written.at};
        if (model::is_id_part(m_block.id))
            m_written.id.value = m_block.id;
        else if (!m_block.id.empty())
            refuse(Fault::ID_NOT_USABLE, m_block.id);
        const auto& path = m_block.category;
        if (!path.empty()) m_written.topic.value = path.back();
        m_written.tags.assign(path.begin(), path.empty() ? path.end() : path.end() - 1);
        m_written.tags.insert(m_written.tags.end(), m_block.tags.begin(), m_block.tags.end());
    }

    const GiftBlock& m_block;
    GiftTexts m_texts;
    QuestionDraft m_written;
    std::string m_title;
    std::string m_name; ///< for findings
    bool m_left_out = false;
    bool m_open = false;
};

/// What is left of a question whose answers were cut by a blank line: it was named with its first
/// part.
bool belongs_to_open(const GiftBlock& block, bool& open) {
    const auto closing = find_unescaped(block.text, "}");
    const auto opening = find_unescaped(block.text, "{");
    const auto first = trim(block.text).front();
    const bool options = opening == k_none && (first == '=' || first == '~' || first == '}');
    const bool belongs = closing < opening || options;
    open = belongs && closing == k_none;
    return belongs;
}

} // namespace

bool looks_like_gift(std::string_view text) {
    return find_unescaped(text, "{") != k_none || find_unescaped(text, k_title) != k_none ||
           text.find("$CATEGORY:") != k_none;
}

QuestionSheet read_gift(std::string_view text, const std::string& file, Findings& findings) {
    QuestionSheet sheet{file, {}, 0};
    bool open = false;
    for (const auto& block : gift_blocks(text)) {
        if (open && belongs_to_open(block, open)) continue;
        GiftQuestion question{block, file, findings};
        const auto before = findings.size();
        if (auto written = question.run()) {
            written->faulty = has_errors(findings, before);
            sheet.questions.push_back(*std::move(written));
        }
        sheet.left_out += question.is_left_out() ? 1 : 0;
        open = question.is_open();
    }
    return sheet;
}

} // namespace pufa::author
