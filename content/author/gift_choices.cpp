#include "content/author/gift_choices.h"

#include "content/author/words.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace pufa::author {

namespace {

using model::QuestionKind;

constexpr auto k_none = std::string_view::npos;
constexpr size_t k_longest_weight = 32; // "%-33.33333%" with as many digits as programs write

/// Where the next option begins.
size_t next_mark(std::string_view text, size_t from) {
    return std::min(find_unescaped(text, "~", from), find_unescaped(text, "=", from));
}

struct Choice {
    bool equals = false; ///< marked by "=", not by "~"
    std::optional<double> weight;
    std::string_view text; ///< behind mark and weight, with feedback
};

/// Takes "%50%" or "%-33,333%" off the front.
std::optional<double> take_weight(std::string_view& text) {
    const auto words = trim(text);
    if (!words.starts_with('%')) return std::nullopt;
    const auto end = words.substr(0, k_longest_weight).find('%', 1);
    if (end == k_none) return std::nullopt;
    auto digits = replaced(words.substr(1, end - 1), ",", ".");
    double weight = 0;
    const auto* last = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), last, weight, std::chars_format::fixed);
    if (read.ec != std::errc{} || read.ptr != last) return std::nullopt;
    text = words.substr(end + 1);
    return weight;
}

/// One pass: each mark is looked for from the one before it.
std::vector<Choice> choices_of(std::string_view answers) {
    std::vector<Choice> choices;
    if (const auto words = trim(answers.substr(0, next_mark(answers, 0))); !words.empty()) {
        Choice unmarked{false, {}, words};
        unmarked.weight = take_weight(unmarked.text);
        choices.push_back(unmarked);
    }
    size_t tilde = find_unescaped(answers, "~"), equals = find_unescaped(answers, "=");
    for (auto at = std::min(tilde, equals); at != k_none;) {
        Choice choice;
        choice.equals = answers[at] == '=';
        if (at == tilde) tilde = find_unescaped(answers, "~", at + 1);
        if (at == equals) equals = find_unescaped(answers, "=", at + 1);
        auto next = std::min(tilde, equals);
        // Some programs write "~=" for "=".
        if (!choice.equals && next == equals && next != k_none &&
            trim(answers.substr(at + 1, next - at - 1)).empty()) {
            choice.equals = true;
            at = next;
            equals = find_unescaped(answers, "=", at + 1);
            next = std::min(tilde, equals);
        }
        choice.text = answers.substr(at + 1, next == k_none ? k_none : next - at - 1);
        choice.weight = take_weight(choice.text);
        choices.push_back(choice);
        at = next;
    }
    return choices;
}

/// Parts "text#feedback".
std::string_view take_feedback(std::string_view& text) {
    const auto at = find_unescaped(text, "#");
    if (at == k_none) return {};
    const auto feedback = text.substr(at + 1);
    text = text.substr(0, at);
    return feedback;
}

} // namespace

Spot GiftTexts::spot(std::string_view part) {
    const std::string_view text = m_block.text;
    const auto offset = static_cast<size_t>(part.data() - text.data());
    if (offset < m_counted) m_counted = static_cast<size_t>(m_lines = 0);
    const auto from = text.begin() + static_cast<long>(m_counted);
    m_lines += static_cast<int>(std::count(from, text.begin() + static_cast<long>(offset), '\n'));
    m_counted = offset;
    return {m_block.line + m_lines, 0};
}

model::LocalizedText GiftTexts::words(std::string_view raw, Spot at) {
    const auto own = take_format(raw, format);
    auto read = gift_words(raw, own);
    for (auto& media : read.media)
        found(Fault::MEDIA_LEFT_OUT, at, std::move(media));
    return model::in_hans(std::move(read.text));
}

void GiftTexts::found(Fault fault, Spot at, std::string subject) {
    m_findings.push_back({fault, {m_file, at.line, at.column}, std::move(subject), {}});
}

void read_choices(std::string_view answers, GiftTexts& texts, QuestionDraft& question) {
    const auto before = trim(answers.substr(0, next_mark(answers, 0)));
    if (!before.empty()) texts.found(Fault::GIFT_STRAY_TEXT, texts.spot(before), shortened(before));
    const auto choices = choices_of(answers);
    const bool single = std::any_of(choices.begin(), choices.end(),
                                    [](const auto& choice) { return choice.equals; });
    const bool weighed = std::any_of(choices.begin(), choices.end(),
                                     [](const auto& choice) { return choice.weight.has_value(); });
    const bool many = !single && weighed;
    question.kind = {many ? QuestionKind::multiple : QuestionKind::single, question.at};
    for (const auto& choice : choices) {
        const auto at = texts.spot(choice.text);
        auto text = choice.text;
        const auto feedback = take_feedback(text);
        const bool worth = choice.weight.value_or(0) > 0;
        OptionDraft option;
        option.letter = option_letter(question.options.size());
        option.text = {texts.words(text, at), at};
        option.feedback = {texts.words(feedback, at), at};
        option.right = single ? choice.equals && choice.weight.value_or(1) > 0 : worth;
        option.weight = choice.weight;
        if (worth && !option.right)
            texts.found(Fault::GIFT_PARTIAL_CREDIT, at,
                        shortened(option.text.value.in(model::Language::zh_hans)));
        question.options.push_back(std::move(option));
    }
}

bool read_true_false(std::string_view answers, GiftTexts& texts, QuestionDraft& question) {
    auto said = answers;
    auto for_wrong = take_feedback(said);
    const auto word = trim(said);
    const bool yes = word == "T" || word == "TRUE";
    if (!yes && word != "F" && word != "FALSE") return false;
    const auto for_right = take_feedback(for_wrong);
    const auto at = texts.spot(answers);
    question.kind = {QuestionKind::true_false, at};
    question.options = true_false_options(at);
    auto& right = question.options[yes ? 0 : 1];
    right.right = true;
    right.feedback.value = texts.words(for_right, at);
    question.options[yes ? 1 : 0].feedback.value = texts.words(for_wrong, at);
    return true;
}

} // namespace pufa::author
