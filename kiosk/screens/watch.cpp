#include "kiosk/screens/watch.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/ornament.h"
#include "kiosk/screens/widgets.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace pufa::screens {

namespace {

using State = WatchModel::State;

constexpr float k_side = 60;
constexpr float k_panel_height = 284;
constexpr float k_bar_middle = 42; // below the panel's top
constexpr float k_bar_thickness = 12, k_thumb = 20, k_thumb_held = 26;
constexpr float k_times_middle = 88;
constexpr float k_row_middle = 188;
constexpr float k_play = 120, k_button = 96;
constexpr float k_panel_alpha = 0.86f, k_card_alpha = 0.72f;
constexpr float k_notice_width = 860;
constexpr base::Micros k_skip = std::chrono::seconds{10};

Rect panel_rect(const Ui& ui) {
    const auto& layout = ui.layout();
    return {0, layout.canvas_height - k_panel_height, layout.canvas_width, k_panel_height};
}

bool plays(State state) {
    return state == State::playing || state == State::paused;
}

// ---- over the picture ----

void title_card(Ui& ui, const WatchModel& model) {
    if (model.title.empty()) return;
    const float most = ui.layout().canvas_width * 0.6f;
    const auto title = bold(ui::type::title, Color::snow);
    const auto note = regular(ui::type::caption + 2, Color::snow2);
    const float padding = ui::space::s24;
    const float words =
        std::max(ui.text_width(title, model.title), ui.text_width(note, model.note));
    const float w = std::clamp(words + 2, 600.f, most) + 2 * padding;
    const float note_h = model.note.empty() ? 0 : note.size * note.line_height;
    const float title_h = title.size * title.line_height;
    const Rect rect{36, 28, w, title_h + note_h + 2 * ui::space::s16 + 4};
    ui.fill(rect, Color::night, ui::radius::card, k_card_alpha);
    ui.text(title, {rect.x + padding, rect.y + ui::space::s16}, w - 2 * padding, model.title,
            Align::left, 1);
    if (!model.note.empty())
        ui.text(note, {rect.x + padding, rect.y + ui::space::s16 + title_h + 4}, w - 2 * padding,
                model.note, Align::left, 1);
}

/// Required by law on such pictures; it stays when the controls go.
void ai_mark(Ui& ui) {
    const std::string& mark = ui.tr("screens.ai_generated");
    chip(ui, {ui.layout().canvas_width - k_side - chip_width(ui, mark), 40}, mark, Color::ink,
         Color::snow);
}

// ---- the bar ----

float fraction_of(base::Micros at, base::Micros whole) {
    if (whole <= base::Micros{0}) return 0;
    return std::clamp(static_cast<float>(at.count()) / static_cast<float>(whole.count()), 0.f, 1.f);
}

/// 0 before the first chapter, else its number from 1.
size_t chapter_at(const WatchModel& model, base::Micros at) {
    size_t number = 0;
    while (number < model.chapters.size() && model.chapters[number].at <= at)
        ++number;
    return number;
}

void sliding_time(Ui& ui, float x, float y, base::Micros target) {
    const auto style = bold(ui::type::body_large, Color::ink);
    const std::string words = duration_words(target);
    const float w = ui.text_width(style, words) + 2 * ui::space::s24;
    const float h = style.size + ui::space::s32;
    const float left = std::clamp(x - w / 2, k_side, ui.layout().canvas_width - k_side - w);
    const Rect rect{left, y - k_thumb_held - ui::space::s16 - h, w, h};
    ui.fill(rect, Color::snow, ui::radius::card);
    ui.label(style, rect, words);
}

Intent seek_bar(Ui& ui, const WatchModel& model, const Rect& panel) {
    const float y = panel.y + k_bar_middle;
    const Rect bar{k_side, y - k_bar_thickness / 2, panel.w - 2 * k_side, k_bar_thickness};
    const float reach = ui.layout().mm(k_normal_mm);
    const auto slide = ui.slider("watch.seek", {bar.x, y - reach / 2, bar.w, reach});
    const bool held = slide && !slide->done;
    const float fraction = slide ? slide->fraction : fraction_of(model.position, model.duration);
    const auto whole = static_cast<double>(model.duration.count());
    const base::Micros shown =
        slide ? base::Micros{static_cast<int64_t>(whole * static_cast<double>(fraction))}
              : model.position;

    ui.fill(bar, Color::snow, k_bar_thickness / 2, 0.3f);
    const float x = bar.x + bar.w * fraction;
    if (x - bar.x > k_bar_thickness)
        ui.fill({bar.x, bar.y, x - bar.x, bar.h}, Color::aqua, k_bar_thickness / 2);
    for (const auto& chapter : model.chapters) {
        if (chapter.at <= base::Micros{0} || chapter.at >= model.duration) continue;
        const float tick = bar.x + bar.w * fraction_of(chapter.at, model.duration);
        ui.fill({tick - 2, y - 9, 4, 18}, Color::amber, 2);
    }
    ui.circle({x, y}, held ? k_thumb_held : k_thumb, Color::white);
    if (held) sliding_time(ui, x, y, shown);

    const auto times = regular(ui::type::caption + 2, Color::snow2);
    const Rect row{bar.x, panel.y + k_times_middle - 20, bar.w, 40};
    ui.label(times, row, duration_words(shown), Align::left);
    ui.label(times, row, duration_words(model.duration), Align::right);
    if (const size_t number = chapter_at(model, shown); number > 0) {
        const auto& title = model.chapters[number - 1].title.in(ui.language());
        ui.label(regular(ui::type::caption + 2, Color::amber), row.inset(0),
                 ui.tr("screens.watch.chapter",
                       {{"number", fmt::format("{}", number)}, {"title", title}}));
    }
    if (slide && slide->done) return SeekTo{shown};
    return {};
}

// ---- the row of buttons ----

bool round_button(Ui& ui, std::string_view id, Point center, float size, char32_t icon,
                  bool enabled) {
    const Rect rect{center.x - size / 2, center.y - size / 2, size, size};
    const bool tapped = ui.target(id, rect, enabled);
    const Rect shown = pressed_rect(ui, id, rect);
    if (const float depth = ui.pressed(id); depth > 0)
        ui.circle(center, size / 2, Color::snow, 0.16f * depth);
    ui.icon(icon, center, shown.w * 0.58f, enabled ? Color::snow : Color::brick);
    return tapped && enabled;
}

Intent play_buttons(Ui& ui, const WatchModel& model, float y) {
    Intent intent;
    const float middle = ui.layout().canvas_width / 2;
    const float aside = k_play / 2 + target_gap(ui) + k_button / 2 + ui::space::s16;
    const bool can_seek = plays(model.state);
    const Rect play{middle - k_play / 2, y - k_play / 2, k_play, k_play};
    if (ui.target("watch.play", play, can_seek)) intent = TogglePlay{};
    const Rect shown = pressed_rect(ui, "watch.play", play);
    ui.circle(shown.center(), shown.w / 2, can_seek ? Color::white : Color::brick);
    ui.icon(model.state == State::paused ? ui::icons::play : ui::icons::pause, shown.center(),
            shown.w * 0.62f, Color::night);
    if (round_button(ui, "watch.minus", {middle - aside, y}, k_button, ui::icons::replay_10,
                     can_seek))
        intent = SkipBy{-k_skip};
    if (round_button(ui, "watch.plus", {middle + aside, y}, k_button, ui::icons::forward_10,
                     can_seek))
        intent = SkipBy{k_skip};
    return intent;
}

float side_gap(const Ui& ui) {
    return std::max(target_gap(ui), 28.f);
}
float side_height(const Ui& ui) {
    return std::max(k_button, ui.layout().mm(k_primary_mm));
}

/// After the end the card offers the way home, after a failure the way back: each once.
Intent way_buttons(Ui& ui, State state, float y) {
    Intent intent;
    const float gap = side_gap(ui);
    const float h = side_height(ui);
    const auto place = [&](float x, float w) { return Rect{x, y - h / 2, w, h}; };
    float x = k_side;
    if (state != State::failed) {
        const std::string& back = ui.tr("screens.back");
        const float w = pill_width(ui, back, ui::icons::back);
        if (pill(ui, {.id = "watch.back",
                      .rect = place(x, w),
                      .label = back,
                      .icon = ui::icons::back,
                      .look = PillLook::on_dark}))
            intent = GoBack{};
        x += w + gap;
    }
    if (state != State::ended && pill(ui, {.id = "watch.home",
                                           .rect = place(x, h),
                                           .label = {},
                                           .icon = ui::icons::home,
                                           .look = PillLook::on_dark}))
        intent = GoHome{};
    return intent;
}

Intent service_buttons(Ui& ui, const WatchModel& model, float y) {
    Intent intent;
    const float gap = side_gap(ui);
    const float h = side_height(ui);
    const auto place = [&](float x, float w) { return Rect{x, y - h / 2, w, h}; };
    const std::string& help = ui.tr("screens.help");
    const float help_w = pill_width(ui, help, ui::icons::help);
    float x = ui.layout().canvas_width - k_side - help_w;
    if (pill(ui, {.id = "watch.help",
                  .rect = place(x, help_w),
                  .label = help,
                  .icon = ui::icons::help,
                  .look = PillLook::on_dark}))
        intent = OpenHelp{};
    const float icon = ui::type::body * 1.25f;
    const float sound_w = icon + ui::space::s16 + volume_bars_width() + 2 * ui::space::s32;
    x -= gap + sound_w;
    const Rect sound = place(x, sound_w);
    if (ui.target("watch.volume", sound)) intent = next_volume(model.volume);
    const Rect shown = pressed_rect(ui, "watch.volume", sound);
    ui.fill(shown, Color::snow, shown.h / 2, 0.16f);
    ui.icon(model.volume > 0 ? ui::icons::volume : ui::icons::volume_off,
            {shown.x + ui::space::s32 + icon / 2, y}, icon, Color::snow);
    volume_bars(ui, {shown.x + ui::space::s32 + icon + ui::space::s16, y}, model.volume,
                Color::aqua, Color::brick);
    return intent;
}

// ---- when nothing plays ----

/// A still mark: three points and a word. Nothing turns.
void opening_mark(Ui& ui, const Rect& above) {
    const Point center{above.center().x, above.h * 0.3f};
    for (int i = -1; i <= 1; ++i)
        ui.circle({center.x + static_cast<float>(i) * ui::space::s48, center.y}, ui::space::s12,
                  Color::aqua, i == 0 ? 1.f : 0.55f);
    const auto style = regular(ui::type::body_large, Color::snow);
    ui.label(style, {above.x, center.y + ui::space::s32, above.w, ui::space::s64},
             ui.tr("screens.watch.opening"));
}

Intent failed_buttons(Ui& ui, const Rect& row) {
    const bool back = pill(ui, {.id = "watch.back",
                                .rect = row,
                                .label = ui.tr("screens.back"),
                                .icon = ui::icons::back,
                                .look = PillLook::primary});
    return back ? Intent{GoBack{}} : Intent{};
}

Intent ended_buttons(Ui& ui, const Rect& row, const model::ItemId& id) {
    Intent intent;
    const float gap = target_gap(ui);
    const float half = (row.w - gap) / 2;
    if (pill(ui, {.id = "watch.again",
                  .rect = {row.x, row.y, half, row.h},
                  .label = ui.tr("screens.watch.again"),
                  .icon = ui::icons::replay,
                  .look = PillLook::primary}))
        intent = OpenVideo{id};
    if (pill(ui, {.id = "watch.home",
                  .rect = {row.x + half + gap, row.y, half, row.h},
                  .label = ui.tr("screens.home_button"),
                  .icon = ui::icons::home,
                  .look = PillLook::outlined}))
        intent = GoHome{};
    return intent;
}

/// What can be done after the end or a failure; the words say which it is.
Intent notice(Ui& ui, const WatchModel& model, const Rect& above) {
    const bool failed = model.state == State::failed;
    const float padding = ui::space::s48;
    const float w = std::min(k_notice_width, above.w - 2 * k_side);
    const float inner = w - 2 * padding;
    const auto title = serif(ui::type::title, Color::ink);
    const auto body = regular(ui::type::body, Color::ink2);
    const std::string& headline = ui.tr(failed ? "screens.watch.failed" : "screens.watch.ended");
    const std::string& more =
        ui.tr(failed ? (model.next ? "screens.watch.failed_next" : "screens.watch.failed_note")
                     : (model.next ? "screens.watch.ended_next" : "screens.watch.ended_note"));
    const float title_h = ui.text_height(title, inner, headline);
    const float body_h = ui.text_height(body, inner, more);
    const float next_h = model.next ? 168 : 0;
    const float button_h = ui.layout().mm(k_primary_mm);
    const float next_gap = model.next ? ui::space::s24 : 0;
    const float h = padding * 2 - ui::space::s16 + title_h + ui::space::s8 + body_h +
                    ui::space::s24 + next_h + next_gap + button_h;
    const Rect sheet{above.center().x - w / 2, std::max(ui::space::s24, above.center().y - h / 2),
                     w, h};
    ui.shadow(sheet, Elevation::high, ui::radius::sheet);
    ui.fill(sheet, Color::card, ui::radius::sheet);
    const float x = sheet.x + padding;
    float y = sheet.y + padding - ui::space::s8;
    y += ui.text(title, {x, y}, inner, headline) + ui::space::s8;
    y += ui.text(body, {x, y}, inner, more) + ui::space::s24;
    Intent intent;
    const auto take = [&](const Intent& touched) {
        if (touched.index() != 0) intent = touched;
    };
    if (model.next) {
        if (next_video_card(ui, "watch.next", {x, y, inner, next_h},
                            ui.tr("screens.watch.next_video"), *model.next))
            intent = OpenVideo{model.next->id};
        y += next_h + next_gap;
    }
    const Rect row{x, y, inner, button_h};
    take(failed ? failed_buttons(ui, row) : ended_buttons(ui, row, model.id));
    return intent;
}

} // namespace

Intent draw_watch(Ui& ui, const WatchModel& model) {
    const Rect canvas = ui.layout().canvas();
    ui.video_hole(canvas);
    if (model.state == State::opening || model.state == State::failed) {
        ui.fill(canvas, Color::night);
        const float w = canvas.w * 0.42f;
        const float foot = panel_rect(ui).y;
        skyline(ui, {canvas.center().x - w / 2, foot - w * 0.55f, w, w * 0.55f});
        ui.fill(canvas, Color::night, 0, k_card_alpha);
    }
    const bool over = model.state == State::ended || model.state == State::failed;
    if (over) ui.fill(canvas, Color::night, 0, k_card_alpha);
    if (model.ai_generated) ai_mark(ui);
    if (!model.controls_shown && !over) {
        return ui.target("watch.show", canvas) ? Intent{ShowControls{}} : Intent{};
    }
    Intent intent;
    const auto take = [&](const Intent& touched) {
        if (touched.index() != 0) intent = touched;
    };
    const Rect panel = panel_rect(ui);
    const float row = panel.y + k_row_middle;
    const Rect above{0, 0, canvas.w, panel.y};
    if (over) {
        take(notice(ui, model, {0, 0, canvas.w, row - side_height(ui) / 2}));
    } else {
        ui.fill(panel, Color::night, 0, k_panel_alpha);
        take(seek_bar(ui, model, panel));
        take(play_buttons(ui, model, row));
        title_card(ui, model);
    }
    take(way_buttons(ui, model.state, row));
    take(service_buttons(ui, model, row));
    if (model.state == State::opening) opening_mark(ui, above);
    return intent;
}

} // namespace pufa::screens
