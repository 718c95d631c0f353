// Questions and their result → what the screens draw.

#include "kiosk/flow/view.h"

#include <algorithm>

namespace pufa::flow {

namespace {

using screens::QuizModel;

std::vector<QuizModel::Step> steps(const quiz::Attempt& attempt) {
    std::vector<QuizModel::Step> all;
    for (int i = 0; i < attempt.count(); ++i) {
        switch (attempt.standing(i)) {
        case quiz::Standing::open:
            all.push_back(i == attempt.position() ? QuizModel::Step::current
                                                  : QuizModel::Step::waiting);
            break;
        case quiz::Standing::right:
            all.push_back(QuizModel::Step::right);
            break;
        case quiz::Standing::wrong:
            all.push_back(QuizModel::Step::wrong);
            break;
        }
    }
    return all;
}

screens::QuizOption option_model(View& view, const quiz::Attempt& attempt, int shown) {
    using Mark = screens::QuizOption::Mark;
    const auto& option = attempt.option(shown);
    const bool chosen = attempt.is_chosen(shown);
    screens::QuizOption model;
    model.text = in_language(view, option.text);
    if (!attempt.answered()) {
        model.mark = chosen ? Mark::chosen : Mark::none;
        return model;
    }
    if (option.right)
        model.mark = chosen ? Mark::right : Mark::missed;
    else
        model.mark = chosen ? Mark::wrong_chosen : Mark::none;
    if (chosen || option.right) model.feedback = in_language(view, option.feedback);
    return model;
}

std::string letters(View& view, const std::vector<int>& shown) {
    std::string text;
    for (const int index : shown) {
        if (!text.empty()) text += tr(view, "flow.quiz.letter_separator");
        text += static_cast<char>('A' + index);
    }
    return text;
}

std::string_view kind_key(model::QuestionKind kind) {
    switch (kind) {
    case model::QuestionKind::single:
        return "flow.quiz.single";
    case model::QuestionKind::multiple:
        return "flow.quiz.multiple";
    case model::QuestionKind::true_false:
        return "flow.quiz.true_false";
    }
    return "flow.quiz.single";
}

/// What the question is about. Topics are in the author's Chinese; in other languages the quiz's
/// title says it, if it is translated.
std::string subject(const View& view, const QuizPlace& place, const model::Question& question) {
    if (view.language() == model::Language::zh_hans) return question.topic;
    const auto* quiz = place.quiz ? view.state.snapshot->quiz(*place.quiz) : nullptr;
    return quiz && quiz->title.has(view.language()) ? quiz->title.in(view.language())
                                                    : std::string{};
}

/// A video that shares a topic with a question that went wrong, else the first that plays.
const model::Video* learn_next(View& view, const quiz::Attempt& attempt,
                               const std::vector<model::ItemId>& questions) {
    const model::Video* any = nullptr;
    for (const auto& video : view.state.snapshot->videos) {
        if (!view.state.can_play(video.id)) continue;
        if (!any) any = &video;
        for (int i = 0; i < attempt.count(); ++i) {
            const auto* question = view.state.snapshot->question(questions[static_cast<size_t>(i)]);
            const bool shared = question && attempt.standing(i) == quiz::Standing::wrong &&
                                std::find(video.topics.begin(), video.topics.end(),
                                          question->topic) != video.topics.end();
            if (shared) return &video;
        }
    }
    return any;
}

} // namespace

screens::Page page_of(View& view, const QuizPlace& place) {
    const auto& attempt = place.attempt;
    const auto& question = attempt.question();
    QuizModel model;
    model.header = header(view);
    model.dock = dock(view);
    if (!question.picture.empty()) {
        model.picture.key = question.id.pack().value + ":" + question.picture;
        model.picture_words = in_language(view, question.picture_words);
    }
    model.kicker = joined({tr(view, kind_key(question.kind)), subject(view, place, question)});
    model.stem = in_language(view, question.stem);
    model.kind = question.kind;
    for (int shown = 0; shown < attempt.option_count(); ++shown)
        model.options.push_back(option_model(view, attempt, shown));
    model.number = attempt.position() + 1;
    model.count = attempt.count();
    model.steps = steps(attempt);
    model.answered = attempt.answered();
    model.answered_right = attempt.answered_right();
    model.right_letters = letters(view, attempt.right_shown());
    model.explanation = in_language(view, question.explanation);
    model.citation = question.citation;
    model.article_open = place.article_open;
    model.can_submit = attempt.can_submit();
    model.last = attempt.at_last();
    return model;
}

screens::Page page_of(View& view, const ResultPlace& place) {
    screens::ResultModel model;
    model.header = header(view);
    model.dock = dock(view);
    const auto* quiz = place.quiz ? view.state.snapshot->quiz(*place.quiz) : nullptr;
    model.quiz_title = quiz ? in_language(view, quiz->title) : tr(view, "flow.quiz.daily");
    model.right = place.attempt.right_count();
    model.count = place.attempt.count();
    model.steps = steps(place.attempt);
    model.recorded = view.state.durable >= place.ticket;
    if (const auto* video = learn_next(view, place.attempt, place.questions))
        model.learn_next = card(view, *video);
    return model;
}

} // namespace pufa::flow
