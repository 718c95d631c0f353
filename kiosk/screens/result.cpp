#include "kiosk/screens/result.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/ornament.h"
#include "kiosk/screens/widgets.h"

#include <algorithm>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_above = 20, k_below = 48, k_between = 54;
constexpr float k_score_share = 0.604f; // as the question page, so that the eye need not move
constexpr float k_padding = 56;
constexpr float k_steps_height = 16;
constexpr float k_main_button = 100, k_thanks_height = 76;

/// Four tones, none of which scolds: whoever answered has learnt something.
std::string_view praise(const ResultModel& model) {
    if (model.count > 0 && model.right == model.count) return "screens.result.all";
    if (model.right * 10 >= model.count * 7) return "screens.result.most";
    if (model.right > 0) return "screens.result.some";
    return "screens.result.none";
}

void score_card(Ui& ui, const Rect& rect, const ResultModel& model) {
    card(ui, rect, Elevation::middle);
    const bool low = is_low(ui);
    const float padding = low ? ui::space::s32 : k_padding;
    const float x = rect.x + padding;
    const float inner = rect.w - 2 * padding;
    const float towers = std::min(inner * 0.56f, rect.h * 0.6f);
    const Rect standing{rect.right() - padding - towers, rect.bottom() - towers * 0.52f, towers,
                        towers * 0.52f};
    if (!low) skyline(ui, standing, Daylight::day);
    const auto quiz_style = bold(ui::type::body, Color::peel, 1.35f);
    const auto number_style = bold(ui::type::number * (low ? 1.f : 1.75f), Color::river, 1.1f);
    const auto of_style = regular(ui::type::title, Color::ink2);
    const auto sentence_style =
        serif(low ? ui::type::title : ui::type::headline, Color::ink, 1.35f);
    const auto note_style = regular(ui::type::body, Color::ink2, 1.5f);
    const std::string number = fmt::format("{}", model.right);
    const std::string of = ui.tr("screens.result.of", {{"count", fmt::format("{}", model.count)}});

    float y = rect.y + padding - ui::space::s12;
    y += ui.text(quiz_style, {x, y}, inner, model.quiz_title, Align::left, 2) + ui::space::s8;
    const float number_h = number_style.size * number_style.line_height;
    const float number_w = ui.text_width(number_style, number) + 2;
    ui.label(number_style, {x, y, number_w, number_h}, number, Align::left);
    // The smaller words stand on the figure's line.
    ui.label(
        of_style,
        {x + number_w + ui::space::s24, y + number_h * 0.54f, inner - number_w, number_h * 0.36f},
        of, Align::left);
    y += number_h + ui::space::s16;
    step_bar(ui, {x, y, inner, k_steps_height}, model.steps, Color::line);
    y += k_steps_height + (low ? ui::space::s24 : ui::space::s48);
    y += ui.text(sentence_style, {x, y}, inner, ui.tr(praise(model))) + ui::space::s8;
    ui.text(note_style, {x, y}, inner, ui.tr("screens.result.note"));
}

/// Said only when what was answered cannot be lost any more; its place is kept free until then.
void thanks(Ui& ui, const Rect& rect, const ResultModel& model) {
    if (!model.recorded) return;
    ui.fill(rect, Color::palm_tint, ui::radius::card);
    const float icon = ui::type::body_large;
    const Rect middle{rect.x + ui::space::s24, rect.y, icon, rect.h};
    ui.icon(ui::icons::check_circle, middle.center(), icon, Color::palm);
    const float x = middle.right() + ui::space::s16;
    const float w = rect.right() - x - ui::space::s16;
    const auto style = regular(ui::type::caption + 4, Color::palm, 1.35f);
    const std::string& words = ui.tr("screens.result.thanks");
    const float h = ui.text_height(style, w, words, 2);
    ui.text(style, {x, rect.center().y - h / 2}, w, words, Align::left, 2);
}

/// What to watch next, upright: the picture over the words.
Intent learn_card(Ui& ui, const Rect& rect, const VideoCard& video) {
    const bool tapped = ui.target("result.next", rect);
    const Rect shown = pressed_rect(ui, "result.next", rect);
    card(ui, shown, Elevation::middle);
    const float padding = is_low(ui) ? ui::space::s16 : ui::space::s32;
    const float inner = shown.w - 2 * padding;
    const auto kicker = bold(ui::type::caption + 4, Color::river, 1.35f);
    float y = shown.y + padding - ui::space::s4;
    y += ui.text(kicker, {shown.x + padding, y}, inner, ui.tr("screens.result.learn"), Align::left,
                 1) +
         ui::space::s16;
    const float words = video_card_words_height(is_low(ui) ? 1 : 2) + padding;
    const float picture_h =
        std::max(0.f, std::min(inner * 230.f / 408.f, shown.bottom() - words - y));
    const Rect picture{shown.x + padding, y, inner, picture_h};
    video_picture(ui, picture, video);
    y = picture.bottom() + ui::space::s16;
    y += ui.text(bold(ui::type::body, Color::ink), {picture.x, y}, inner, video.title, Align::left,
                 is_low(ui) ? 1 : 2);
    if (!video.note.empty())
        ui.text(regular(ui::type::caption, Color::ink2), {picture.x, y + ui::space::s4}, inner,
                video.note, Align::left, 1);
    return tapped ? Intent{OpenVideo{video.id}} : Intent{};
}

/// Nothing to watch: say what the place offers instead of an empty card.
void closing_card(Ui& ui, const Rect& rect) {
    card(ui, rect, Elevation::middle);
    message(ui, rect.inset(is_low(ui) ? ui::space::s24 : k_padding),
            {ui::icons::handshake, Color::palm, Color::palm_tint, ui.tr("screens.result.help"),
             ui.tr("screens.result.help_note")});
}

} // namespace

Intent draw_result(Ui& ui, const ResultModel& model) {
    draw_ground(ui);
    draw_header(ui, model.header);
    Intent intent = draw_dock(ui, model.dock);
    const Rect area = content_area(ui);
    const bool low = is_low(ui);
    const float top = area.y + k_above;
    const float h = area.bottom() - (low ? ui::space::s24 : k_below) - top;
    const float left_w = (area.w - k_between) * k_score_share;
    const float thanks_h = k_thanks_height + ui::space::s24;
    // Where the right column is short, the thanks stand under the score.
    const Rect score{area.x, top, left_w, low ? h - thanks_h : h};
    score_card(ui, score, model);

    const float x = area.x + left_w + k_between;
    const float w = area.right() - x;
    const float gap = target_gap(ui);
    const float button_h =
        low ? ui.layout().mm(k_primary_mm) : std::max(k_main_button, ui.layout().mm(k_primary_mm));
    const float buttons_y = top + h - button_h;
    const float half = (w - gap) / 2;
    const Rect beneath{x, buttons_y - thanks_h, w, k_thanks_height};
    const Rect under_score{area.x, score.bottom() + ui::space::s24, left_w, k_thanks_height};
    thanks(ui, low ? under_score : beneath, model);
    const float beside_end = (low ? buttons_y : beneath.y) - ui::space::s24;
    const Rect beside{x, top, w, beside_end - top};
    if (model.learn_next) {
        const auto touched = learn_card(ui, beside, *model.learn_next);
        if (touched.index() != 0) intent = touched;
    } else {
        closing_card(ui, beside);
    }
    if (pill(ui, {.id = "result.again",
                  .rect = {x, buttons_y, half, button_h},
                  .label = ui.tr("screens.result.again"),
                  .icon = ui::icons::replay,
                  .look = PillLook::warm}))
        intent = RepeatQuiz{};
    if (pill(ui, {.id = "result.home",
                  .rect = {x + half + gap, buttons_y, half, button_h},
                  .label = ui.tr("screens.home_button"),
                  .icon = ui::icons::home,
                  .look = PillLook::outlined}))
        intent = GoHome{};
    return intent;
}

} // namespace pufa::screens
