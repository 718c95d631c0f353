#include "kiosk/screens/citation.h"
#include "kiosk/screens/frame.h"
#include "kiosk/screens/quiz_parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_padding = 44;
constexpr float k_heading_height = 56, k_heading_icon = 40;
constexpr float k_main_button = 100;
constexpr float k_badge = 22;
constexpr float k_beside = 820, k_citation_share = 0.42f; ///< words and citation side by side
constexpr float k_very_low = 700;
constexpr float k_more_share = 1.4f; ///< how much wider than high the scroll button is

TextStyle words_style() {
    return regular(ui::type::body, Color::ink, 1.5f);
}

float side_padding(const Ui& ui) {
    return is_low(ui) ? ui::space::s24 : k_padding;
}
float main_button(const Ui& ui) {
    const float least = ui.layout().mm(k_primary_mm);
    return is_low(ui) ? least : std::max(k_main_button, least);
}
float article_button(const Ui& ui) {
    return ui.layout().mm(k_normal_mm) + ui::space::s8;
}
float row_gap(const Ui& ui) {
    return is_low(ui) ? target_gap(ui) : ui::space::s24;
}

std::string_view next_key(const QuizModel& model) {
    return model.last ? "screens.quiz.see_result" : "screens.quiz.next";
}

const RichLayout& told_words(Ui& ui, float width, const QuizModel& model, size_t option) {
    return kept_layout(ui, fmt::format("quiz.told.{}", option), words_style(),
                       width - 2 * k_badge - ui::space::s16, model.options[option].feedback);
}
const RichLayout& explanation(Ui& ui, float width, const QuizModel& model) {
    return kept_layout(ui, "quiz.explanation", words_style(), width, model.explanation);
}

// ---- right, or which answer is ----

TextStyle heading_style() {
    return bold(ui::type::title - 4, Color::palm);
}
std::string heading_words(Ui& ui, const QuizModel& model) {
    if (model.answered_right) return ui.tr("screens.quiz.right");
    return ui.tr("screens.quiz.answer_is", {{"letters", model.right_letters}});
}

float heading_height(Ui& ui, float width, const QuizModel& model) {
    const float before = k_heading_icon + ui::space::s16;
    return std::max(k_heading_height,
                    ui.text_height(heading_style(), width - before, heading_words(ui, model)));
}

void draw_heading(Ui& ui, const Rect& rect, const QuizModel& model) {
    ui.icon(model.answered_right ? ui::icons::check_circle : ui::icons::lightbulb,
            {rect.x + k_heading_icon / 2, rect.y + k_heading_height / 2}, k_heading_icon,
            Color::palm);
    const float before = k_heading_icon + ui::space::s16;
    const std::string words = heading_words(ui, model);
    const float h = ui.text_height(heading_style(), rect.w - before, words);
    ui.text(heading_style(), {rect.x + before, rect.center().y - h / 2}, rect.w - before, words);
}

// ---- before the answer ----

Intent hint(Ui& ui, const Rect& rect, const QuizModel& model) {
    const bool several = model.kind == model::QuestionKind::multiple;
    const float padding = side_padding(ui);
    const float button_h = main_button(ui);
    Rect room = rect.inset(padding);
    if (several) room.h -= button_h + row_gap(ui);
    message(ui, room,
            {ui::icons::lightbulb, Color::peel, Color::peel_tint,
             ui.tr(several ? "screens.quiz.hint_several" : "screens.quiz.hint_one"),
             ui.tr(several ? "screens.quiz.hint_several_note" : "screens.quiz.hint_one_note")});
    if (!several) return {};
    const Rect row{room.x, rect.bottom() - padding - button_h, room.w, button_h};
    return draw_foot(ui, row, {}, {}, model);
}

// ---- after it ----

/// The explanation scrolls, what leads on stays. On a low card the heading scrolls with it.
Intent explained(Ui& ui, const Rect& rect, const QuizModel& model, bool feedback_inside) {
    const float padding = side_padding(ui);
    const float x = rect.x + padding;
    const float inner = rect.w - 2 * padding;
    const FootShape foot = measure_foot(ui, inner, model);
    const Rect row{x, rect.bottom() - padding - foot.height, inner, foot.height};
    float top = rect.y + padding - (is_low(ui) ? 0 : ui::space::s8);
    const Heading heading = is_low(ui) ? Heading::within : Heading::apart;
    if (heading == Heading::apart) {
        const float h = heading_height(ui, inner, model);
        draw_heading(ui, {x, top, inner, h}, model);
        top += h + ui::space::s16;
    }
    const Rect room{x, top, inner, row.y - row_gap(ui) - top};
    const ReasonShape reason = measure_reason(ui, inner, model, heading, feedback_inside);
    const Scrolled scrolled{"quiz.why", "quiz.why.more", room, reason.total};
    {
        const ScrollPane scroll{ui, scrolled.id, room, reason.total};
        draw_reason(ui, {x, scroll.top()}, reason, model);
    }
    return draw_foot(ui, row, foot, scrolled, model);
}

} // namespace

bool is_very_low(const Ui& ui) {
    return ui.layout().canvas_height < k_very_low && !ui.layout().portrait();
}

ReasonShape measure_reason(Ui& ui, float width, const QuizModel& model, Heading heading,
                           bool feedback_inside) {
    ReasonShape shape;
    shape.width = width;
    const bool beside = is_low(ui) && width >= k_beside && model.citation;
    const float citation_w = beside ? width * k_citation_share : width;
    shape.words_width = beside ? width - citation_w - ui::space::s32 : width;
    if (heading == Heading::within)
        shape.heading = heading_height(ui, shape.words_width, model) + ui::space::s8;
    shape.total = shape.heading;
    for (size_t i = 0; i < model.options.size() && !feedback_inside; ++i) {
        const auto& option = model.options[i];
        if (option.mark == QuizOption::Mark::none || option.feedback.empty()) continue;
        shape.told.push_back(i);
        const float words = told_words(ui, shape.words_width, model, i).height();
        shape.total += std::max(2 * k_badge, words) + ui::space::s16;
    }
    shape.words = explanation(ui, shape.words_width, model).height();
    shape.total += shape.words;
    if (!model.citation) return shape;
    const float citation_h = citation_height(ui, citation_w, *model.citation);
    if (beside) {
        shape.citation = {width - citation_w, 0, citation_w, citation_h};
        shape.total = std::max(shape.total, citation_h);
    } else {
        shape.citation = {0, shape.total + ui::space::s24, citation_w, citation_h};
        shape.total = shape.citation.bottom();
    }
    return shape;
}

void draw_reason(Ui& ui, Point at, const ReasonShape& shape, const QuizModel& model) {
    float y = at.y;
    if (shape.heading > 0)
        draw_heading(ui, {at.x, y, shape.words_width, shape.heading - ui::space::s8}, model);
    y += shape.heading;
    for (const size_t option : shape.told) {
        const auto& words = told_words(ui, shape.words_width, model, option);
        const float h = std::max(2 * k_badge, words.height());
        option_badge(ui, {at.x + k_badge, y + k_badge}, k_badge, model, option);
        const Point told{at.x + 2 * k_badge + ui::space::s16,
                         y + std::max(0.f, k_badge - words.line_height / 2)};
        draw_rich(ui, words_style(), told, words);
        y += h + ui::space::s16;
    }
    draw_rich(ui, words_style(), {at.x, y}, explanation(ui, shape.words_width, model));
    if (model.citation) citation_card(ui, shape.citation.moved(at.x, at.y), *model.citation);
}

float scroll_foot(const Ui& ui) {
    return main_button(ui);
}

FootShape measure_foot(Ui& ui, float width, const QuizModel& model) {
    if (!model.answered)
        return {model.kind == model::QuestionKind::multiple ? main_button(ui) : 0, true};
    if (!model.citation) return {main_button(ui), true};
    const float next =
        pill_width(ui, ui.tr(next_key(model)), ui::icons::forward, ui::type::body_large + 2);
    const float article = pill_width(ui, ui.tr("screens.quiz.article"), ui::icons::book);
    const float more = main_button(ui) * k_more_share;
    // A card of its own beside the question shows them as the large button and a quiet one.
    const bool roomy = !is_low(ui) && !ui.layout().portrait();
    const bool fit = article + more + next + 2 * target_gap(ui) <= width;
    if (fit && !roomy) return {main_button(ui), true};
    return {main_button(ui) + row_gap(ui) + article_button(ui), false};
}

Intent draw_foot(Ui& ui, const Rect& rect, const FootShape& shape, const Scrolled& scrolled,
                 const QuizModel& model) {
    Intent intent;
    const float gap = target_gap(ui);
    const float main_h = main_button(ui);
    Rect main{rect.x, rect.bottom() - main_h, rect.w, main_h};
    Rect more{};
    if (!model.answered) {
        const bool submits = model.kind == model::QuestionKind::multiple;
        more = main;
        if (submits && scrolled.scrolls()) {
            more.w = main_h * k_more_share;
            main = {more.right() + gap, main.y, main.w - more.w - gap, main_h};
        }
        if (!submits) more = {main.center().x - main_h, main.y, 2 * main_h, main_h};
        if (scrolled.scrolls())
            scroll_button(ui, scrolled.button, scrolled.id, more, scrolled.pane, scrolled.content);
        if (submits && pill(ui, {.id = "quiz.submit",
                                 .rect = main,
                                 .label = ui.tr("screens.quiz.submit"),
                                 .icon = ui::icons::check,
                                 .look = PillLook::warm,
                                 .size = ui::type::body_large,
                                 .enabled = model.can_submit}))
            intent = SubmitAnswer{};
        return intent;
    }
    const std::string& read = ui.tr("screens.quiz.article");
    Rect article{rect.x, rect.y, rect.w, article_button(ui)};
    if (!model.citation) {
        more = {rect.x, rect.y, main_h * k_more_share, main_h};
        const float left = scrolled.scrolls() ? more.right() + gap : rect.x;
        main = {left, main.y, rect.right() - left, main_h};
    } else if (shape.one_row) {
        article = {rect.x, rect.y, pill_width(ui, read, ui::icons::book), main_h};
        more = {article.right() + gap, rect.y, main_h * k_more_share, main_h};
        const float left = (scrolled.scrolls() ? more : article).right() + gap;
        main = {left, main.y, rect.right() - left, main_h};
    } else if (scrolled.scrolls()) {
        const float w = article.h * k_more_share;
        article.w -= w + gap;
        more = {article.right() + gap, article.y, w, article.h};
    }
    if (scrolled.scrolls())
        scroll_button(ui, scrolled.button, scrolled.id, more, scrolled.pane, scrolled.content);
    if (model.citation && pill(ui, {.id = "quiz.article",
                                    .rect = article,
                                    .label = read,
                                    .icon = ui::icons::book,
                                    .look = PillLook::quiet}))
        intent = ShowArticle{true};
    if (pill(ui, {.id = "quiz.next",
                  .rect = main,
                  .label = ui.tr(next_key(model)),
                  .icon = ui::icons::forward,
                  .look = PillLook::warm,
                  .size = ui::type::body_large + 2,
                  .side = IconSide::right}))
        intent = NextQuestion{};
    return intent;
}

Intent draw_answer(Ui& ui, const Rect& area, const QuizModel& model, bool feedback_inside) {
    card(ui, area, Elevation::middle);
    return model.answered ? explained(ui, area, model, feedback_inside) : hint(ui, area, model);
}

} // namespace pufa::screens
