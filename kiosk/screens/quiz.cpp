#include "kiosk/screens/quiz.h"

#include "kiosk/screens/citation.h"
#include "kiosk/screens/frame.h"
#include "kiosk/screens/quiz_parts.h"

#include <algorithm>
#include <any>
#include <utility>

namespace pufa::screens {

namespace {

constexpr float k_between = 54, k_between_low = 32;
constexpr float k_above = 20, k_above_low = 4, k_below = 48, k_below_low = 16;
constexpr float k_card_padding = 40, k_card_padding_low = 24;
constexpr float k_fling_seconds = 0.325f; ///< a velocity v carries a column v times this far
constexpr std::string_view k_scroll = "quiz.question", k_why = "quiz.why", k_more = "quiz.more";

/// Which question a column was scrolled for, and whether its answer was seen.
struct Followed {
    std::string stem;
    int number = 0;
    bool answered = false;
};

/// A new question begins at its top; an answer that lies further down comes into view by itself,
/// as far as `keep` (the option that was chosen) stays.
void follow(Ui& ui, const QuizModel& model, std::string_view scroll, float answer_bottom,
            float keep, float pane_height) {
    auto& slot = ui.memory().kept["quiz.followed"];
    if (!slot.has_value()) slot = Followed{};
    auto& followed = std::any_cast<Followed&>(slot);
    const bool other = followed.stem != model.stem || followed.number != model.number;
    if (!other && followed.answered == model.answered) return;
    const bool answered_now = !other && model.answered;
    followed = {model.stem, model.number, model.answered};
    if (!answered_now) {
        for (const std::string_view column : {k_scroll, k_why})
            ui.memory().scrolls.erase(std::string{column});
        return;
    }
    auto& state = ui.memory().scrolls[std::string{scroll}];
    const float wanted = std::min(answer_bottom - pane_height, keep);
    const float way = wanted - state.offset;
    if (way <= 0) return;
    state.held = false;
    state.moved = ui.now();
    if (ui.look().motion == ui::Motion::reduced)
        state.offset = wanted;
    else
        state.velocity = way / k_fling_seconds;
}

/// The top of the first option that was chosen or is right.
float first_marked(const QuestionShape& shape, const QuizModel& model) {
    for (size_t i = 0; i < model.options.size(); ++i)
        if (model.options[i].mark != QuizOption::Mark::none) return shape.options[i].y;
    return shape.total;
}

Intent two_columns(Ui& ui, const Rect& area, const QuizModel& model) {
    const float between = is_low(ui) ? k_between_low : k_between;
    const float w = area.w - between;
    const Rect left{area.x, area.y, w * question_share(ui, w, area.h, model), area.h};
    const Rect right{left.right() + between, area.y, area.right() - left.right() - between, area.h};
    draw_steps(ui, {left.x, left.y, left.w, steps_height()}, model);

    Rect pane{left.x, left.y + steps_height(), left.w, left.h - steps_height()};
    auto shape = measure_question(ui, pane.w, pane.h, Columns::two, model);
    const float button = ui.layout().mm(k_normal_mm);
    const bool scrolls = shape.total > pane.h + 1;
    if (scrolls) {
        pane.h -= button + target_gap(ui);
        scroll_button(
            ui, k_more, k_scroll,
            {pane.center().x - button, pane.bottom() + target_gap(ui), 2 * button, button}, pane,
            shape.total);
    }
    follow(ui, model, k_scroll, 0, 0, pane.h);
    Intent intent;
    {
        const ScrollPane scroll{ui, k_scroll, pane, shape.total};
        intent = draw_question(ui, pane, {pane.x, scroll.top()}, shape, model);
    }
    const Intent answer = draw_answer(ui, right, model, shape.feedback_inside);
    return answer.index() != 0 ? answer : intent;
}

Intent one_column(Ui& ui, const Rect& area, const QuizModel& model) {
    draw_steps(ui, {area.x, area.y, area.w, steps_height()}, model);
    const float padding = is_low(ui) ? k_card_padding_low : k_card_padding;
    const float gap = is_low(ui) ? ui::space::s24 : ui::space::s32;
    FootShape foot = measure_foot(ui, area.w, model);
    Rect pane{area.x, area.y + steps_height(), area.w, area.h - steps_height()};
    if (foot.height > 0) pane.h -= foot.height + gap;

    auto shape = measure_question(ui, pane.w, pane.h, Columns::one, model);
    ReasonShape reason;
    float content = shape.total;
    if (model.answered) {
        reason =
            measure_reason(ui, pane.w - 2 * padding, model, Heading::within, shape.feedback_inside);
        content += gap + reason.total + 2 * padding;
    }
    // A little blank at the end, so that the card's shadow is whole.
    if (content > pane.h) content += ui::space::s8;
    if (content > pane.h + 1 && foot.height <= 0) {
        foot.height = scroll_foot(ui);
        pane.h -= foot.height + gap;
    }
    follow(ui, model, k_scroll, content, first_marked(shape, model) - ui::space::s24, pane.h);
    const Scrolled scrolled{k_scroll, k_more, pane, content};
    Intent intent;
    {
        const ScrollPane scroll{ui, k_scroll, pane, content};
        const Point at{pane.x, scroll.top()};
        intent = draw_question(ui, pane, at, shape, model);
        if (model.answered) {
            const Rect sheet{at.x, at.y + shape.total + gap, pane.w, reason.total + 2 * padding};
            card(ui, sheet, Elevation::middle);
            draw_reason(ui, {sheet.x + padding, sheet.y + padding}, reason, model);
        }
    }
    if (foot.height <= 0) return intent;
    const Rect row{area.x, area.bottom() - foot.height, area.w, foot.height};
    const Intent touched = draw_foot(ui, row, foot, scrolled, model);
    return touched.index() != 0 ? touched : intent;
}

} // namespace

Intent draw_quiz(Ui& ui, const QuizModel& model) {
    draw_ground(ui);
    draw_header(ui, model.header);
    Intent intent = draw_dock(ui, model.dock);
    Rect area = content_area(ui);
    const float above = is_low(ui) ? k_above_low : k_above;
    area.y += above;
    area.h -= above + (is_low(ui) ? k_below_low : k_below);
    const Intent touched = ui.layout().portrait() || is_very_low(ui) ? one_column(ui, area, model)
                                                                     : two_columns(ui, area, model);
    if (touched.index() != 0) intent = touched;
    if (!model.article_open || !model.citation) return intent;
    return citation_sheet(ui, *model.citation) ? Intent{ShowArticle{false}} : Intent{};
}

} // namespace pufa::screens
