#pragma once
// The two halves of the quiz page, apart so that each can be read on its own.

#include "kiosk/screens/widgets.h"

namespace pufa::screens {

/// Left: where one stands, the question, the options.
[[nodiscard]] Intent draw_question(Ui& ui, const Rect& area, const QuizModel& model);
/// Right: a calm hint, or why it is so and where that is written.
[[nodiscard]] Intent draw_answer(Ui& ui, const Rect& area, const QuizModel& model);
/// Over the page: the words of the article.
[[nodiscard]] Intent draw_article(Ui& ui, const model::Citation& citation);
/// How much of the page's width the question takes.
[[nodiscard]] float question_share(Ui& ui, float width, float height, const QuizModel& model);

} // namespace pufa::screens
