#include "kiosk/flow/inner.h"

#include <algorithm>
#include <utility>

namespace pufa::flow {

bool Flow::Inner::start_quiz(std::optional<model::ItemId> quiz,
                             const std::vector<model::ItemId>& ids, bool replace) {
    auto questions = questions_of(*state.snapshot, ids);
    if (questions.empty()) return false;
    std::vector<model::ItemId> present;
    for (const auto& question : questions)
        present.push_back(question.id);
    const auto& reached = quiz ? *quiz : present.front();
    participation.reached(reached, moment(reached));
    QuizPlace place{std::move(quiz), std::move(present),
                    quiz::Attempt{std::move(questions), shuffles()}, false};
    if (replace)
        replace_by(std::move(place));
    else
        go_to(std::move(place));
    return true;
}

void Flow::Inner::submit_answer(QuizPlace& place) {
    if (!place.attempt.submit()) return;
    const auto& question = place.attempt.question();
    const auto chosen = place.attempt.chosen_by_author();
    const bool one = question.kind != model::QuestionKind::multiple;
    participation.answered(question.id, one ? chosen.front() : tally::option_set(chosen),
                           place.attempt.answered_right(), moment(question.id));
    changed = true;
}

void Flow::Inner::on(const screens::OpenQuiz& asked) {
    if (const auto* quiz = state.snapshot->quiz(asked.id))
        (void)start_quiz(quiz->id, quiz->questions, false);
}

void Flow::Inner::on(const screens::AnswerDaily& asked) {
    if (!start_quiz(std::nullopt, {asked.question}, false)) return;
    auto* place = here<QuizPlace>();
    if (asked.option < 0 || asked.option >= place->attempt.option_count()) return;
    (void)place->attempt.choose(place->attempt.shown_index(asked.option));
    submit_answer(*place);
}

void Flow::Inner::on(const screens::ChooseOption& asked) {
    auto* place = here<QuizPlace>();
    if (!place || asked.shown < 0 || asked.shown >= place->attempt.option_count()) return;
    if (!place->attempt.choose(asked.shown)) return;
    changed = true;
    if (place->attempt.question().kind != model::QuestionKind::multiple) submit_answer(*place);
}

void Flow::Inner::on(const screens::SubmitAnswer&) {
    if (auto* place = here<QuizPlace>()) submit_answer(*place);
}

void Flow::Inner::on(const screens::NextQuestion&) {
    auto* place = here<QuizPlace>();
    if (!place || !place->attempt.next()) return;
    place->article_open = false;
    if (!place->attempt.finished()) {
        turned_page();
        return;
    }
    if (place->quiz) participation.finished_quiz(*place->quiz, moment(*place->quiz));
    replace_by(ResultPlace{place->quiz, place->questions, place->attempt, participation.newest()});
}

void Flow::Inner::on(const screens::ShowArticle& asked) {
    auto* place = here<QuizPlace>();
    if (!place || !place->attempt.answered()) return;
    place->article_open = asked.open;
    changed = true;
}

void Flow::Inner::on(const screens::RepeatQuiz&) {
    const auto* place = here<ResultPlace>();
    if (!place) return;
    const auto again = *place;
    (void)start_quiz(again.quiz, again.questions, true);
}

} // namespace pufa::flow
