#include "kiosk/screens/quiz.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/quiz_parts.h"

namespace pufa::screens {

namespace {

constexpr float k_between = 54, k_between_low = 32;
constexpr float k_above = 20, k_below = 48, k_below_low = 24;

} // namespace

Intent draw_quiz(Ui& ui, const QuizModel& model) {
    draw_ground(ui);
    draw_header(ui, model.header);
    Intent intent = draw_dock(ui, model.dock);
    const auto take = [&](const Intent& touched) {
        if (touched.index() != 0) intent = touched;
    };
    const Rect area = content_area(ui);
    const float top = area.y + k_above;
    const float h = area.bottom() - (is_low(ui) ? k_below_low : k_below) - top;
    const float between = is_low(ui) ? k_between_low : k_between;
    const float w = area.w - between;
    const float question_w = w * question_share(ui, w, h, model);
    take(draw_question(ui, {area.x, top, question_w, h}, model));
    const float answer_x = area.x + question_w + between;
    take(draw_answer(ui, {answer_x, top, area.right() - answer_x, h}, model));
    if (!model.article_open) return intent;
    return draw_article(ui, model.citation);
}

} // namespace pufa::screens
