#include "content/author/question_maker.h"

#include "content/author/audiences.h"
#include "content/author/validity.h"
#include "content/author/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace pufa::author {

namespace {

using model::Language;
using model::QuestionKind;

constexpr char k_between = '\x1f'; ///< of words that an id is made of; no author writes it

class QuestionMaker {
  public:
    QuestionMaker(const QuestionDraft& written, const std::string& file, QuestionContext& context)
        : m_written(written)
        , m_file(file)
        , m_context(context) {}

    std::optional<model::Question> run() {
        const auto id = take_id();
        m_question.kind = m_written.kind.value;
        m_question.stem = m_written.stem.value;
        take_options();
        check_right();
        check_feedback();
        m_question.explanation = m_written.explanation.value;
        take_citation();
        take_difficulty();
        take_end();
        m_question.tags = m_written.tags;
        m_question.topic = m_written.topic.value;
        take_audience();
        m_question.agency = m_context.draft.agency(m_written.agency.value, m_context.agency,
                                                   place(m_written.agency.at));
        if (!id) return std::nullopt;
        m_question.id = *id;
        take_picture();
        return std::move(m_question);
    }

  private:
    [[nodiscard]] Place place(Spot spot) const { return {m_file, spot.line, spot.column}; }

    void found(Fault fault, Spot spot, std::string subject, std::string detail = {}) {
        m_context.draft.findings.push_back(
            {fault, place(spot), std::move(subject), std::move(detail)});
    }

    std::optional<model::ItemId> take_id() {
        auto& ids = m_context.draft.ids;
        m_part = m_written.id.value;
        if (!m_part.empty()) return ids.add(m_part, place(m_written.id.at));
        const auto& [title, title_at] = m_written.title;
        if (model::is_id_part(title) && !ids.place_of(title))
            return ids.add(m_part = title, place(title_at));
        const auto& stem = m_written.stem.value.in(Language::zh_hans);
        if (stem.empty()) return std::nullopt;
        m_part = derived_id("q", stem);
        if (const auto known = ids.place_of(m_part)) {
            found(Fault::DUPLICATE_STEM, m_written.stem.at, shortened(stem), where(*known));
            m_part = other_id(stem);
        }
        return ids.add(m_part, place(m_written.stem.at));
    }

    /// For the second question of a stem: its options make the difference, whatever their order;
    /// if those are the same as well, a number does.
    std::string other_id(const std::string& stem) {
        std::set<std::string> options;
        for (const auto& option : m_written.options)
            options.insert(fold(option.text.value.in(Language::zh_hans)));
        auto words = stem;
        for (const auto& option : options)
            words += k_between + option;
        const auto first = derived_id("q", words);
        auto id = first;
        for (auto& number = m_context.repeats[first]; m_context.draft.ids.place_of(id);)
            id = derived_id("q", fmt::format("{}{}{}", words, k_between, ++number));
        return id;
    }

    void take_options() {
        std::set<std::string> seen, folded;
        for (const auto& option : m_written.options) {
            const auto& words = option.text.value.in(Language::zh_hans);
            const bool alike = !folded.insert(fold(words)).second;
            if (words.empty())
                found(Fault::OPTION_EMPTY, option.text.at, std::string(1, option.letter));
            else if (!seen.insert(words).second)
                found(Fault::OPTION_TWICE, option.text.at, words);
            else if (alike)
                found(Fault::OPTION_ALIKE, option.text.at, words);
            m_question.options.push_back(
                {option.text.value, option.feedback.value, option.right, is_about_all(words)});
        }
        const auto count = m_question.options.size();
        if (m_question.kind == QuestionKind::true_false && count != 2)
            found(Fault::TRUE_FALSE_OPTIONS, m_written.kind.at, std::to_string(count));
        else if (count < 2)
            found(Fault::TOO_FEW_OPTIONS, count == 0 ? m_written.at : m_written.options[0].text.at,
                  std::to_string(count));
        if (count > k_option_letters.size())
            found(Fault::TOO_MANY_OPTIONS, m_written.options[k_option_letters.size()].text.at,
                  std::to_string(count));
    }

    void check_right() {
        if (m_written.answer_refused) return;
        std::string letters;
        for (const auto& option : m_written.options) {
            if (option.right) letters += option.letter;
        }
        const bool many = m_question.kind == QuestionKind::multiple;
        if (letters.empty())
            found(Fault::NO_RIGHT_ANSWER, m_written.answer_at, {});
        else if (!many && letters.size() > 1)
            found(Fault::TOO_MANY_RIGHT, m_written.answer_at, letters);
        else if (many && letters.size() == 1)
            found(Fault::ONE_RIGHT_IN_MULTIPLE, m_written.answer_at, letters);
    }

    void check_feedback() {
        const auto& options = m_written.options;
        const bool given = std::any_of(options.begin(), options.end(),
                                       [](auto& o) { return !o.feedback.value.empty(); });
        for (const auto& option : options) {
            if (given && option.feedback.value.empty())
                found(Fault::FEEDBACK_PARTIAL, option.feedback.at, std::string(1, option.letter));
        }
    }

    void take_citation() {
        const auto& [words, at] = m_written.citation;
        if (words.empty()) return;
        const auto cited = parse_citation(words);
        if (!cited) return found(Fault::BAD_CITATION, at, words);
        if (!m_context.laws) return;
        if (const auto* article = m_context.laws->find(cited->law, cited->article))
            m_question.citation = *article;
        else
            found(Fault::UNKNOWN_CITATION, at, words);
    }

    void take_difficulty() {
        const auto& [word, at] = m_written.difficulty;
        if (word.empty()) return;
        if (const auto difficulty = parse_difficulty(word))
            m_question.difficulty = *difficulty;
        else
            found(Fault::BAD_DIFFICULTY, at, word);
    }

    void take_audience() {
        const auto& [words, at] = m_written.audience;
        m_question.audience =
            words.empty() ? m_context.audience
                          : author::take_audience({words}, place(at), m_context.draft.findings);
    }

    void take_end() {
        const auto& [words, at] = m_written.valid_until;
        if (words.empty()) return;
        m_question.valid_until = end_of_validity(words);
        if (!m_question.valid_until) found(Fault::WANTS_DATE, at, words);
    }

    /// Names a file in the folder of the question's own; several questions may name the same.
    void take_picture() {
        const auto& [file, at] = m_written.picture;
        const auto& words = m_written.picture_words.value;
        const bool said = words.has(Language::zh_hans);
        if (file.empty()) {
            if (said) found(Fault::WORDS_WITHOUT_PICTURE, m_written.picture_words.at, "图片");
            return;
        }
        m_question.picture_words = words;
        const auto slash = m_file.rfind('/');
        const auto name = (slash == std::string::npos ? "" : m_file.substr(0, slash + 1)) + file;
        if (!said) found(Fault::PICTURE_WITHOUT_WORDS, at, file);
        if (!m_context.draft.folder.has(name)) return found(Fault::PICTURE_MISSING, at, name);
        m_context.draft.folder.use(name);
        m_question.picture = fmt::format("pictures/{}{}", m_part, extension_of(name));
        m_context.pictures.push_back({name, m_question.picture});
    }

    const QuestionDraft& m_written;
    const std::string& m_file;
    QuestionContext& m_context;
    model::Question m_question;
    std::string m_part; ///< of the id, the author's or a derived one
};

} // namespace

std::optional<model::Question> make_question(const QuestionDraft& written, const std::string& file,
                                             QuestionContext& context) {
    return QuestionMaker{written, file, context}.run();
}

} // namespace pufa::author
