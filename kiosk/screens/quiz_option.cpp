#include "kiosk/screens/quiz_parts.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

using Mark = QuizOption::Mark;

constexpr float k_letter_radius = 30, k_mark_size = 44;
constexpr float k_edge = 2, k_edge_marked = 3, k_edge_strong = 6;

struct Coat {
    Color ground = Color::card, edge = Color::brick, letter = Color::ink, circle = Color::mist;
    bool marked = false;
};

Coat coat_of(Mark mark) {
    switch (mark) {
    case Mark::none:
        return {};
    case Mark::chosen:
        return {Color::river_tint, Color::river, Color::white, Color::river, true};
    case Mark::right:
        return {Color::palm_tint, Color::palm, Color::white, Color::palm, true};
    case Mark::missed:
        return {Color::card, Color::palm, Color::palm, Color::palm_tint, true};
    case Mark::wrong_chosen:
        return {Color::seal_tint, Color::seal, Color::white, Color::seal, true};
    }
    return {};
}

/// With one right answer nothing is missed: that answer is simply the right one.
Mark shown_mark(const QuizModel& model, size_t index) {
    const Mark mark = model.options[index].mark;
    const bool several = model.kind == model::QuestionKind::multiple;
    return mark == Mark::missed && !several ? Mark::right : mark;
}

/// The sign at the right end says the same as the colour.
void mark_icon(Ui& ui, Point center, const QuizModel& model, Mark mark) {
    const bool several = model.kind == model::QuestionKind::multiple;
    switch (mark) {
    case Mark::right:
        return ui.icon(ui::icons::check_circle, center, k_mark_size, Color::palm);
    case Mark::missed:
        return ui.icon(ui::icons::check_outline, center, k_mark_size, Color::palm);
    case Mark::wrong_chosen:
        return ui.icon(ui::icons::cancel, center, k_mark_size, Color::seal);
    case Mark::chosen:
        return ui.icon(several ? ui::icons::box_checked : ui::icons::check_circle, center,
                       k_mark_size, Color::river);
    case Mark::none:
        if (several && !model.answered) ui.icon(ui::icons::box, center, k_mark_size, Color::brick);
    }
}

float words_left(const OptionStyle& style) {
    return style.inset + 2 * k_letter_radius + style.between;
}
float words_width(const OptionStyle& style, float width) {
    return width - words_left(style) - ui::space::s16 - k_mark_size - style.inset;
}
TextStyle words_style(const OptionStyle& style) {
    return regular(style.size, Color::ink, style.line);
}
TextStyle feedback_style(const OptionStyle& style) {
    return regular(std::max(ui::type::caption + 2, style.size - ui::space::s8), Color::ink, 1.35f);
}

/// Null if there is nothing to tell in it.
const RichLayout* feedback(Ui& ui, const OptionStyle& style, float width, const QuizModel& model,
                           size_t index, bool with_feedback) {
    const auto& option = model.options[index];
    if (!with_feedback || option.mark == Mark::none || option.feedback.empty()) return nullptr;
    return &kept_layout(ui, fmt::format("quiz.feedback.{}", index), feedback_style(style),
                        words_width(style, width), option.feedback);
}

} // namespace

float option_height(Ui& ui, const OptionStyle& style, float width, const QuizModel& model,
                    size_t index, bool with_feedback) {
    float words =
        ui.text_height(words_style(style), words_width(style, width), model.options[index].text);
    if (const auto* told = feedback(ui, style, width, model, index, with_feedback))
        words += ui::space::s4 + told->height();
    const float least = std::max(style.least, ui.layout().mm(k_normal_mm));
    return std::max(least, words + 2 * style.padding);
}

bool option_fits_a_line(Ui& ui, const OptionStyle& style, float width, std::string_view words) {
    return ui.text_width(words_style(style), words) <= words_width(style, width);
}

void option_badge(Ui& ui, Point center, float r, const QuizModel& model, size_t index) {
    const Coat coat = coat_of(shown_mark(model, index));
    ui.circle(center, r, coat.circle);
    // What is pale here is white for strong contrast, and would be a circle no longer.
    const bool strong = ui.look().theme == ui::Theme::high_contrast;
    if (strong) ui.outline({center.x - r, center.y - r, 2 * r, 2 * r}, coat.edge, 3, r);
    ui.label(bold(std::min(ui::type::body_large, r * 1.1f), coat.letter),
             {center.x - r, center.y - r, 2 * r, 2 * r}, option_letter(static_cast<int>(index)));
}

bool draw_option(Ui& ui, const OptionStyle& style, const Rect& rect, const Rect& clip,
                 const QuizModel& model, size_t index, bool with_feedback) {
    const auto& option = model.options[index];
    const std::string id = fmt::format("quiz.option.{}", index);
    const bool tapped = !model.answered && clipped_target(ui, id, rect, clip);
    const Rect shown = pressed_rect(ui, id, rect);
    const Mark mark = shown_mark(model, index);
    const Coat coat = coat_of(mark);
    const bool strong = ui.look().theme == ui::Theme::high_contrast;
    card(ui, shown, Elevation::low, coat.ground);
    ui.outline(shown, coat.edge,
               !coat.marked ? k_edge
               : strong     ? k_edge_strong
                            : k_edge_marked,
               ui::radius::card);
    const float r = std::min(k_letter_radius, shown.h / 2 - ui::space::s4);
    option_badge(ui, {shown.x + style.inset + k_letter_radius, shown.center().y}, r, model, index);

    const auto words = words_style(style);
    const float x = shown.x + words_left(style);
    const float w = words_width(style, rect.w);
    const auto* told = feedback(ui, style, rect.w, model, index, with_feedback);
    const float words_h = ui.text_height(words, w, option.text);
    const float whole = words_h + (told ? ui::space::s4 + told->height() : 0);
    const float y = shown.center().y - whole / 2;
    ui.text(words, {x, y}, w, option.text);
    if (told) draw_rich(ui, feedback_style(style), {x, y + words_h + ui::space::s4}, *told);
    mark_icon(ui, {shown.right() - style.inset - k_mark_size / 2, shown.center().y}, model, mark);
    return tapped;
}

} // namespace pufa::screens
