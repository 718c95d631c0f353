#include "kiosk/screens/frame.h"
#include "kiosk/screens/quiz_parts.h"
#include "kiosk/screens/words.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_padding = 44;
constexpr float k_heading_height = 56, k_heading_icon = 40;
constexpr float k_main_button = 100;
constexpr float k_quote_bar = 6;
constexpr float k_sheet_width = 1320, k_sheet_height = 860, k_sheet_least = 520;

TextStyle law_style() {
    return regular(ui::type::caption + 2, Color::ink2, 1.35f);
}
TextStyle article_style() {
    return serif(ui::type::title - 4, Color::ink, 1.3f);
}
TextStyle dates_style() {
    return regular(ui::type::caption, Color::ink2, 1.4f);
}

std::string law_words(Ui& ui, const model::Citation& citation) {
    return ui.tr("screens.quiz.law", {{"law", citation.law}});
}

std::string dates_words(Ui& ui, const model::Citation& citation) {
    return ui.tr("screens.quiz.dates", {{"in_force", date_words(ui, citation.in_force)},
                                        {"checked", date_words(ui, citation.checked)}});
}

/// The opening 《 fills only the right half of its box: it hangs out, so that the words align.
float hang(const TextStyle& style) {
    return style.size * 0.44f;
}

float citation_height(Ui& ui, float w, const model::Citation& citation) {
    const float inner = w - 2 * ui::space::s32;
    return ui.text_height(law_style(), inner, law_words(ui, citation), 2) +
           ui.text_height(article_style(), inner, citation.article, 2) + ui::space::s8 +
           ui.text_height(dates_style(), inner, dates_words(ui, citation), 2) + 2 * ui::space::s24 +
           ui::space::s4;
}

void citation_card(Ui& ui, const Rect& rect, const model::Citation& citation) {
    ui.fill(rect, Color::gold_tint, ui::radius::chip);
    ui.fill({rect.x, rect.y, k_quote_bar, rect.h}, Color::gold);
    const float x = rect.x + ui::space::s32;
    const float inner = rect.w - 2 * ui::space::s32;
    float y = rect.y + ui::space::s24;
    y += ui.text(law_style(), {x - hang(law_style()), y}, inner, law_words(ui, citation),
                 Align::left, 2);
    y += ui::space::s4;
    y += ui.text(article_style(), {x, y}, inner, citation.article, Align::left, 2);
    y += ui::space::s8;
    ui.text(dates_style(), {x, y}, inner, dates_words(ui, citation), Align::left, 2);
}

float side_padding(const Ui& ui) {
    return is_low(ui) ? ui::space::s24 : k_padding;
}
float main_button(const Ui& ui) {
    return is_low(ui) ? ui.layout().mm(k_primary_mm)
                      : std::max(k_main_button, ui.layout().mm(k_primary_mm));
}

// ---- before the answer ----

Intent hint(Ui& ui, const Rect& rect, const QuizModel& model) {
    const bool several = model.kind == model::QuestionKind::multiple;
    const float padding = side_padding(ui);
    const float button_h = main_button(ui);
    Rect room = rect.inset(padding);
    if (several) room.h -= button_h + ui::space::s24;
    message(ui, room,
            {ui::icons::lightbulb, Color::peel, Color::peel_tint,
             ui.tr(several ? "screens.quiz.hint_several" : "screens.quiz.hint_one"),
             ui.tr(several ? "screens.quiz.hint_several_note" : "screens.quiz.hint_one_note")});
    if (!several) return {};
    const bool submitted =
        pill(ui, {.id = "quiz.submit",
                  .rect = {room.x, rect.bottom() - padding - button_h, room.w, button_h},
                  .label = ui.tr("screens.quiz.submit"),
                  .icon = ui::icons::check,
                  .look = PillLook::warm,
                  .size = ui::type::body_large,
                  .enabled = model.can_submit});
    return submitted ? Intent{SubmitAnswer{}} : Intent{};
}

// ---- after it ----

void heading(Ui& ui, Point at, float width, const QuizModel& model) {
    const bool right = model.answered_right;
    ui.icon(right ? ui::icons::check_circle : ui::icons::lightbulb,
            {at.x + k_heading_icon / 2, at.y + k_heading_height / 2}, k_heading_icon, Color::palm);
    const std::string words =
        right ? ui.tr("screens.quiz.right")
              : ui.tr("screens.quiz.answer_is", {{"letters", model.right_letters}});
    const float x = at.x + k_heading_icon + ui::space::s16;
    ui.label(bold(ui::type::title - 4, Color::palm),
             {x, at.y, width - k_heading_icon - ui::space::s16, k_heading_height}, words,
             Align::left);
}

/// What the chosen option deserves to be told, before the explanation of the whole.
std::string explanation_of(const QuizModel& model) {
    std::string words;
    for (const auto& option : model.options) {
        if (option.mark != QuizOption::Mark::wrong_chosen || option.feedback.empty()) continue;
        words += option.feedback + "\n";
    }
    return words + model.explanation;
}

/// The explanation and where it is written, one under the other; together they scroll.
struct Reason {
    std::string words;
    TextStyle style;
    float words_height = 0, height = 0;
};

Reason measure_reason(Ui& ui, float width, float room, const QuizModel& model) {
    Reason reason;
    reason.words = explanation_of(model);
    const float quote = ui::space::s24 + citation_height(ui, width, model.citation);
    for (const float line : {1.55f, 1.4f}) {
        reason.style = regular(ui::type::body, Color::ink, line);
        reason.words_height = ui.text_height(reason.style, width, reason.words);
        reason.height = reason.words_height + quote;
        if (reason.height <= room) break;
    }
    return reason;
}

void draw_reason(Ui& ui, Point at, float width, const Reason& reason,
                 const model::Citation& citation) {
    ui.text(reason.style, at, width, reason.words);
    const float y = at.y + reason.words_height + ui::space::s24;
    citation_card(ui, {at.x, y, width, citation_height(ui, width, citation)}, citation);
}

Intent explained(Ui& ui, const Rect& rect, const QuizModel& model) {
    const float padding = side_padding(ui);
    const float x = rect.x + padding;
    const float inner = rect.w - 2 * padding;
    const float gap = target_gap(ui);
    Intent intent;

    const float main_h = main_button(ui);
    const Rect main{x, rect.bottom() - padding - main_h, inner, main_h};
    if (pill(ui, {.id = "quiz.next",
                  .rect = main,
                  .label = ui.tr(model.last ? "screens.quiz.see_result" : "screens.quiz.next"),
                  .icon = ui::icons::forward,
                  .look = PillLook::warm,
                  .size = ui::type::body_large + 2,
                  .side = IconSide::right}))
        intent = NextQuestion{};

    const float top = rect.y + padding - ui::space::s8;
    heading(ui, {x, top}, inner, model);
    const float article_h = ui.layout().mm(k_normal_mm) + ui::space::s8;
    const Rect why{x, top + k_heading_height + ui::space::s16, inner,
                   main.y - 2 * ui::space::s24 - article_h - top - k_heading_height -
                       ui::space::s16};
    const Reason reason = measure_reason(ui, inner, why.h, model);
    const Rect pane{why.x, why.y, why.w, std::min(why.h, reason.height)};
    {
        const ScrollPane scroll{ui, "quiz.why", pane, reason.height};
        draw_reason(ui, {x, scroll.top()}, inner, reason, model.citation);
    }
    Rect article{x, pane.bottom() + ui::space::s24, inner, article_h};
    if (reason.height > pane.h + 1) {
        const float more = article_h * 1.4f;
        article.w -= more + gap;
        scroll_button(ui, "quiz.why.more", "quiz.why",
                      {article.right() + gap, article.y, more, article_h}, pane, reason.height);
    }
    if (pill(ui, {.id = "quiz.article",
                  .rect = article,
                  .label = ui.tr("screens.quiz.article"),
                  .icon = ui::icons::book,
                  .look = PillLook::quiet}))
        intent = ShowArticle{true};
    return intent;
}

} // namespace

Intent draw_answer(Ui& ui, const Rect& area, const QuizModel& model) {
    card(ui, area, Elevation::middle);
    return model.answered ? explained(ui, area, model) : hint(ui, area, model);
}

Intent draw_article(Ui& ui, const model::Citation& citation) {
    const float padding = ui::space::s64;
    const float inner =
        std::min(k_sheet_width, ui.layout().canvas_width - 2 * ui::space::s48) - 2 * padding;
    const float button_h = ui.layout().mm(k_primary_mm);
    const float gap = target_gap(ui);
    const auto law = regular(ui::type::body, Color::ink2);
    const auto article = serif(ui::type::headline, Color::ink);
    const auto words = regular(ui::type::body_large, Color::ink, 1.6f);
    const std::string law_line = law_words(ui, citation);
    const std::string dates_line = dates_words(ui, citation);
    const float words_h = ui.text_height(words, inner, citation.words);
    const float head_h = ui.text_height(law, inner, law_line, 2) +
                         ui.text_height(article, inner, citation.article, 1) + ui::space::s4 +
                         ui.text_height(dates_style(), inner, dates_line, 2) + ui::space::s16;
    const float around = 2 * ui::space::s48 + head_h + 2 + 2 * ui::space::s32 + button_h;
    const Rect sheet = open_dialog(ui, inner + 2 * padding,
                                   std::clamp(around + words_h, k_sheet_least, k_sheet_height));
    const float x = sheet.x + padding;
    float y = sheet.y + ui::space::s48 - ui::space::s4;
    y += ui.text(law, {x - hang(law), y}, inner, law_line, Align::left, 2);
    y += ui.text(article, {x, y}, inner, citation.article, Align::left, 1) + ui::space::s4;
    y += ui.text(dates_style(), {x, y}, inner, dates_line, Align::left, 2) + ui::space::s16;
    ui.fill({x, y, inner, 2}, Color::line);
    y += ui::space::s32;

    Rect close{x, sheet.bottom() - ui::space::s48 - button_h, inner, button_h};
    const Rect pane{x, y, inner, close.y - ui::space::s24 - y};
    {
        const ScrollPane scroll{ui, "quiz.article.words", pane, words_h};
        ui.text(words, {x, scroll.top()}, inner, citation.words);
    }
    if (words_h > pane.h + 1) {
        const float more = button_h * 1.6f;
        close.w -= more + gap;
        scroll_button(ui, "quiz.article.more", "quiz.article.words",
                      {close.right() + gap, close.y, more, button_h}, pane, words_h);
    }
    const bool closed = pill(ui, {.id = "quiz.article.close",
                                  .rect = close,
                                  .label = ui.tr("screens.close"),
                                  .icon = ui::icons::check,
                                  .look = PillLook::primary});
    return closed ? Intent{ShowArticle{false}} : Intent{};
}

} // namespace pufa::screens
