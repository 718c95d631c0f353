#include "kiosk/app/self_test_quiz.h"

#include <fmt/format.h>

namespace pufa::app {

using judge::Marked;
using model::QuestionKind;
using tally::Counter;

std::set<int> right_options(const model::Question& question) {
    std::set<int> right;
    for (size_t i = 0; i < question.options.size(); ++i)
        if (question.options[i].right) right.insert(static_cast<int>(i));
    return right;
}

void ExpectedRows::visit() {
    if (!std::exchange(m_visited, true)) add(Counter::visit);
}

void ExpectedRows::add(Counter counter, const model::ItemId& item, std::set<int> options) {
    const auto* pack = item.value.empty() ? nullptr : m_catalogue.pack(item.pack());
    m_rows.push_back({counter, item.value, std::move(options), pack ? pack->sequence : 0});
}

void ExpectedRows::answered(const model::Question& question, std::set<int> options, Grade grade) {
    add(Counter::answered, question.id, std::move(options));
    if (!m_answered.insert(question.id.value).second) return;
    add(Counter::engaged, question.id);
    if (grade == Grade::right) add(Counter::right_at_first, question.id);
}

bool QuizVisit::walk(const model::Quiz& quiz, const catalog::Snapshot& catalogue) {
    m_expected.visit();
    m_expected.add(Counter::reached, quiz.id);
    int number = 0;
    for (const auto& id : quiz.questions) {
        const auto* question = catalogue.question(id);
        if (question && !answer(*question, ++number)) return false;
    }
    m_expected.add(Counter::finished_quiz, quiz.id);
    return result();
}

bool QuizVisit::answer(const model::Question& question, int number) {
    const int count = static_cast<int>(question.options.size());
    const int shown = question.kind == QuestionKind::true_false ? *right_options(question).begin()
                                                                : number % count;
    const auto id = fmt::format("quiz.option.{}", shown);
    if (!m_visitor.wait_for(id)) return false;
    m_visitor.settle();
    if (number == 1)
        m_visitor.report().add(judge::light_page("quiz_page", m_visitor.shoot("quiz-question")));
    const auto option = m_visitor.pixels(*m_visitor.see(id));
    if (!m_visitor.tap(id)) return false;
    if (question.kind == QuestionKind::multiple && !m_visitor.tap("quiz.submit")) return false;
    if (!m_visitor.wait_for("quiz.next")) return false;
    m_visitor.settle();
    const auto image = m_visitor.look();
    record(question, judge::option_mark(image, option));
    if (number == 1) {
        m_visitor.report().add(
            judge::light_page("quiz_answered", m_visitor.shoot("quiz-answered")));
        if (!read_article()) return false;
    }
    return m_visitor.tap("quiz.next");
}

void QuizVisit::record(const model::Question& question, std::optional<Marked> mark) {
    if (!mark) {
        ++m_unmarked;
        return;
    }
    ++(*mark == Marked::right ? m_right : m_wrong);
    const auto right = right_options(question);
    const bool one = question.kind != QuestionKind::multiple;
    std::set<int> options;
    for (int i = 0; i < static_cast<int>(question.options.size()); ++i) {
        if (right.contains(i) != (*mark == Marked::right)) continue;
        options.insert(one ? i : tally::option_set(std::array{i}));
    }
    const bool graded_right = *mark == Marked::right && (one || right.size() == 1);
    m_expected.answered(question, std::move(options),
                        graded_right ? ExpectedRows::Grade::right : ExpectedRows::Grade::wrong);
}

bool QuizVisit::read_article() {
    if (!m_visitor.tap("quiz.article") || !m_visitor.wait_for("quiz.article.close")) return false;
    m_visitor.settle();
    m_visitor.report().add(judge::sheet("quiz_article", m_visitor.shoot("quiz-article")));
    return m_visitor.tap("quiz.article.close") && m_visitor.wait_for("quiz.next");
}

bool QuizVisit::result() {
    if (!m_visitor.wait_for("result.home")) return false;
    Check thanks;
    static_cast<void>(m_visitor.wait_until([&] {
        thanks = judge::thanks(m_visitor.look());
        return thanks.held;
    }));
    m_visitor.settle();
    m_visitor.report().add(judge::light_page("result_page", m_visitor.shoot("result")));
    m_visitor.report().add(thanks);
    return true;
}

Check QuizVisit::marks() const {
    return {"quiz_marks", m_unmarked == 0 && m_right > 0 && m_wrong > 0,
            fmt::format("{} marked right, {} wrong, {} not at all", m_right, m_wrong, m_unmarked)};
}

} // namespace pufa::app
