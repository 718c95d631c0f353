#include "kiosk/screens/result.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/ornament.h"
#include "kiosk/screens/widgets.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_above = 20, k_below = 48, k_between = 54;
constexpr float k_score_share = 0.604f; // as the question page, so that the eye need not move
constexpr float k_padding = 56;
constexpr float k_steps_height = 16;
constexpr float k_main_button = 100, k_thanks_height = 76, k_low_button = 64;
constexpr float k_picture_ratio = 230.f / 408.f;
constexpr float k_towers_least = 260;                  // their width
constexpr float k_short_card = 360;                    // its video has one line of title
constexpr float k_upright_least = 240;                 // height of a card with its picture on top
constexpr float k_tall_score = 470;                    // height of the score over such a card
constexpr float k_side_least = 132, k_side_most = 230; // height of a card on its side
constexpr float k_low_least = 326, k_tall_least = 540; // the page's height; below it scrolls
constexpr float k_low_buttons = 620;                   // their width
constexpr int k_whole = 10; // the share of right answers is told in tenths
constexpr float k_low_share = 0.58f, k_picture_least = 96;

/// Four tones, none of which scolds: whoever answered has learnt something.
std::string_view praise(const ResultModel& model) {
    if (model.count > 0 && model.right == model.count) return "screens.result.all";
    if (model.right * k_whole >= model.count * 7) return "screens.result.most";
    if (model.right > 0) return "screens.result.some";
    return "screens.result.none";
}

/// How large the score is set: by the height of its card.
struct Setting {
    float padding, number, sentence;
    float gap; ///< after the steps
};
constexpr std::array<Setting, 4> k_settings{
    {{k_padding, ui::type::number * 1.75f, ui::type::headline, ui::space::s48},
     {ui::space::s32, ui::type::number, ui::type::title, ui::space::s24},
     {ui::space::s24, ui::type::display, ui::type::body_large, ui::space::s16},
     {ui::space::s16, ui::type::headline, ui::type::body, ui::space::s12}}};

struct Score {
    TextStyle quiz, number, sentence, note;
    float padding, gap;
    float height; ///< without the note
    float note_height;
};

Score set_score(Ui& ui, const Setting& setting, const ResultModel& model, float width) {
    Score score{bold(ui::type::body, Color::peel, 1.35f),
                bold(setting.number, Color::river, 1.1f),
                serif(setting.sentence, Color::ink, 1.35f),
                regular(ui::type::body, Color::ink2, 1.5f),
                setting.padding,
                setting.gap,
                0,
                0};
    const float inner = width - 2 * setting.padding;
    score.height = 2 * setting.padding + ui.text_height(score.quiz, inner, model.quiz_title, 2) +
                   ui::space::s8 + score.number.size * score.number.line_height + ui::space::s16 +
                   k_steps_height + setting.gap +
                   ui.text_height(score.sentence, inner, ui.tr(praise(model)), 3);
    score.note_height =
        ui::space::s8 + ui.text_height(score.note, inner, ui.tr("screens.result.note"));
    return score;
}

/// The largest setting that fits; a note that does not fit as well is left out.
Score fitting_score(Ui& ui, const ResultModel& model, const Rect& rect) {
    Score score = set_score(ui, k_settings.back(), model, rect.w);
    for (const auto& setting : k_settings) {
        const Score one = set_score(ui, setting, model, rect.w);
        const bool last = setting.number == k_settings.back().number;
        if (one.height + (last ? 0 : one.note_height) > rect.h) continue;
        score = one;
        break;
    }
    return score;
}

void score_card(Ui& ui, const Rect& rect, const ResultModel& model) {
    card(ui, rect, Elevation::middle);
    const Score score = fitting_score(ui, model, rect);
    const float x = rect.x + score.padding;
    const float inner = rect.w - 2 * score.padding;
    const bool note = score.height + score.note_height <= rect.h;
    const float rest = rect.h - score.height - (note ? score.note_height : 0);
    const float towers = std::min(inner * 0.62f, (rest + score.padding) * 1.9f);
    if (towers >= k_towers_least)
        skyline(ui,
                {rect.right() - score.padding - towers, rect.bottom() - towers * 0.5f, towers,
                 towers * 0.5f},
                Daylight::day);
    const auto of_style = regular(ui::type::title, Color::ink2);
    const std::string number = fmt::format("{}", model.right);
    const std::string of = ui.tr("screens.result.of", {{"count", fmt::format("{}", model.count)}});

    float y = rect.y + score.padding;
    if (towers < k_towers_least) y += std::max(0.f, rest * 0.4f);
    y += ui.text(score.quiz, {x, y}, inner, model.quiz_title, Align::left, 2) + ui::space::s8;
    const float number_h = score.number.size * score.number.line_height;
    const float number_w = ui.text_width(score.number, number) + 2;
    ui.label(score.number, {x, y, number_w, number_h}, number, Align::left);
    // The smaller words stand on the figure's line.
    const float of_x = number_w + ui::space::s24;
    ui.label(of_style, {x + of_x, y + number_h * 0.54f, inner - of_x, number_h * 0.36f}, of,
             Align::left);
    y += number_h + ui::space::s16;
    step_bar(ui, {x, y, inner, k_steps_height}, model.steps, Color::line);
    y += k_steps_height + score.gap;
    y += ui.text(score.sentence, {x, y}, inner, ui.tr(praise(model)), Align::left, 3) +
         ui::space::s8;
    if (note) ui.text(score.note, {x, y}, inner, ui.tr("screens.result.note"));
}

/// Said only when what was answered cannot be lost any more; its place is kept free until then.
void thanks(Ui& ui, const Rect& rect, const ResultModel& model) {
    if (!model.recorded) return;
    tinted(ui, rect, Color::palm_tint);
    const float icon = ui::type::body_large;
    const Rect middle{rect.x + ui::space::s24, rect.y, icon, rect.h};
    ui.icon(ui::icons::check_circle, middle.center(), icon, Color::palm);
    const float x = middle.right() + ui::space::s16;
    const float w = rect.right() - x - ui::space::s16;
    const std::string& words = ui.tr("screens.result.thanks");
    TextStyle style;
    for (const float size : {ui::type::caption + 4, ui::type::caption, ui::type::caption - 2}) {
        style = regular(size, Color::palm, k_title_line);
        if (ui.text_height(style, w, words) < 2.5f * size * k_title_line) break;
    }
    const std::string said = in_phrases(ui, style, w, words);
    const float h = ui.text_height(style, w, said, 2);
    ui.text(style, {x, rect.center().y - h / 2}, w, said, Align::left, 2);
}

float upright_height(Ui& ui, float width) {
    const float padding = is_low(ui) ? ui::space::s16 : ui::space::s32;
    return (width - 2 * padding) * k_picture_ratio + 2 * padding + ui::type::body * 1.35f +
           ui::space::s24 + video_card_words_height(2);
}

/// What to watch next, upright: the picture over the words.
void learn_upright(Ui& ui, const Rect& shown, const VideoCard& video) {
    card(ui, shown, Elevation::middle);
    int lines = shown.h < k_short_card ? 1 : 2;
    const float padding = is_low(ui) ? ui::space::s16 : ui::space::s32;
    const float inner = shown.w - 2 * padding;
    const auto kicker = bold(ui::type::caption + 4, Color::river, 1.35f);
    float y = shown.y + padding - ui::space::s4;
    y += ui.text(kicker, {shown.x + padding, y}, inner, ui.tr("screens.result.learn"), Align::left,
                 1) +
         ui::space::s16;
    const float words = video_card_words_height(lines) + padding;
    const float picture_h =
        std::max(0.f, std::min(inner * k_picture_ratio, shown.bottom() - words - y));
    const float picture_w = std::min(inner, picture_h / k_picture_ratio);
    const Rect picture{shown.x + padding, y, picture_w, picture_h};
    // A picture too small to be seen gives way to the words.
    const bool seen = picture_h >= k_picture_least;
    if (seen) {
        video_picture(ui, picture, video);
        y = picture.bottom() + ui::space::s16;
    } else {
        lines = 3;
        ui.icon(ui::icons::play_circle,
                {shown.right() - padding - ui::space::s16, shown.y + padding + ui::space::s16},
                ui::type::title, Color::river);
    }
    const auto title = bold(ui::type::body, Color::ink);
    const std::string name = lines > 1 ? in_phrases(ui, title, inner, video.title) : video.title;
    y += ui.text(title, {picture.x, y}, inner, name, Align::left, lines);
    if (!video.note.empty())
        ui.text(regular(ui::type::caption, Color::ink2), {picture.x, y + ui::space::s4}, inner,
                video.note, Align::left, 1);
}

/// Upright where there is room for its picture, otherwise on its side.
Intent learn_card(Ui& ui, const Rect& rect, const Rect& clip, const VideoCard& video) {
    if (rect.h < k_upright_least) {
        const bool opened =
            next_video_card(ui, "result.next", rect, ui.tr("screens.result.learn"), video);
        return opened ? Intent{OpenVideo{video.id}} : Intent{};
    }
    const bool tapped = clipped_target(ui, "result.next", rect, clip);
    learn_upright(ui, pressed_rect(ui, "result.next", rect), video);
    return tapped ? Intent{OpenVideo{video.id}} : Intent{};
}

/// Nothing to watch: say what the place offers instead of an empty card.
void closing_card(Ui& ui, const Rect& rect) {
    card(ui, rect, Elevation::middle);
    message(ui, rect.inset(is_low(ui) ? ui::space::s24 : k_padding),
            {ui::icons::handshake, Color::palm, Color::palm_tint, ui.tr("screens.result.help"),
             ui.tr("screens.result.help_note")});
}

/// Where everything stands.
struct Places {
    Rect score, beside, thanks, buttons;
};

float button_height(const Ui& ui) {
    const float least = ui.layout().mm(k_primary_mm);
    return is_low(ui) ? std::max(least, k_low_button) : std::max(k_main_button, least);
}

/// The score at the left; at the right what comes next, over thanks and buttons.
Places wide_places(const Ui& ui, const Rect& area) {
    const float button_h = button_height(ui);
    const float left_w = (area.w - k_between) * k_score_share;
    Places at;
    at.score = {area.x, area.y, left_w, area.h};
    const float x = at.score.right() + k_between;
    const float w = area.right() - x;
    at.buttons = {x, area.bottom() - button_h, w, button_h};
    at.thanks = {x, at.buttons.y - ui::space::s24 - k_thanks_height, w, k_thanks_height};
    at.beside = {x, area.y, w, at.thanks.y - ui::space::s24 - area.y};
    return at;
}

/// A low canvas: thanks and buttons share the foot of the page.
Places low_places(const Ui& ui, const Rect& area) {
    const float gap = target_gap(ui);
    const float button_h = button_height(ui);
    const float buttons_w = std::min(area.w * 0.52f, k_low_buttons);
    Places at;
    at.buttons = {area.right() - buttons_w, area.bottom() - button_h, buttons_w, button_h};
    at.thanks = {area.x, at.buttons.y, at.buttons.x - gap - area.x, button_h};
    const float h = at.buttons.y - gap - area.y;
    const float left_w = (area.w - ui::space::s24) * k_low_share;
    at.score = {area.x, area.y, left_w, h};
    at.beside = {area.x + left_w + ui::space::s24, area.y, area.w - left_w - ui::space::s24, h};
    return at;
}

/// Portrait: one below the other, the buttons where everyone reaches.
Places tall_places(Ui& ui, const Rect& area) {
    const bool low = is_low(ui);
    const float gap = low ? ui::space::s16 : ui::space::s32;
    const float button_h = button_height(ui);
    const float thanks_h = low ? k_low_button : k_thanks_height;
    Places at;
    at.buttons = {area.x, area.bottom() - button_h, area.w, button_h};
    at.thanks = {area.x, at.buttons.y - gap - thanks_h, area.w, thanks_h};
    const float rest = at.thanks.y - gap - area.y;
    const float upright = upright_height(ui, area.w) - ui::space::s24; // a little less picture
    const float beside_h = rest - gap - upright >= k_tall_score
                               ? upright
                               : std::clamp(rest * 0.32f, k_side_least, k_side_most);
    at.beside = {area.x, at.thanks.y - gap - beside_h, area.w, beside_h};
    at.score = {area.x, area.y, area.w, at.beside.y - gap - area.y};
    return at;
}

Intent draw_buttons(Ui& ui, const Rect& row, const Rect& clip) {
    const float gap = target_gap(ui);
    const float half = (row.w - gap) / 2;
    if (clipped_pill(ui, clip,
                     {.id = "result.again",
                      .rect = {row.x, row.y, half, row.h},
                      .label = ui.tr("screens.result.again"),
                      .icon = ui::icons::replay,
                      .look = PillLook::warm}))
        return RepeatQuiz{};
    if (clipped_pill(ui, clip,
                     {.id = "result.home",
                      .rect = {row.x + half + gap, row.y, half, row.h},
                      .label = ui.tr("screens.home_button"),
                      .icon = ui::icons::home,
                      .look = PillLook::outlined}))
        return GoHome{};
    return {};
}

Intent draw_parts(Ui& ui, const ResultModel& model) {
    const bool portrait = ui.layout().portrait();
    const bool low = is_low(ui);
    const float above = low ? ui::space::s4 : k_above;
    const float below = low || portrait ? target_gap(ui) : k_below;
    const float least = (portrait ? k_tall_least : k_low_least) + above + below;
    const PagePane pane(ui, "result", content_area(ui), [&](float) { return least; });
    Rect area = pane.content();
    area.y += above;
    area.h -= above + below;
    const Places at = portrait ? tall_places(ui, area)
                      : low    ? low_places(ui, area)
                               : wide_places(ui, area);
    Intent intent;
    const auto take = [&](const Intent& touched) {
        if (touched.index() != 0) intent = touched;
    };
    score_card(ui, at.score, model);
    thanks(ui, at.thanks, model);
    if (model.learn_next)
        take(learn_card(ui, at.beside, pane.reach(), *model.learn_next));
    else
        closing_card(ui, at.beside);
    take(draw_buttons(ui, at.buttons, pane.reach()));
    return intent;
}

} // namespace

Intent draw_result(Ui& ui, const ResultModel& model) {
    draw_ground(ui);
    draw_header(ui, model.header);
    const Intent intent = draw_parts(ui, model);
    // Over what scrolls beneath it.
    const Intent docked = draw_dock(ui, model.dock);
    return docked.index() != 0 ? docked : intent;
}

} // namespace pufa::screens
