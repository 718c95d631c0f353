// The seek bar with its chapters, and the times beneath it.

#include "kiosk/screens/frame.h"
#include "kiosk/screens/watch_parts.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_thickness = 12, k_thumb = 20, k_thumb_held = 26;
constexpr float k_tick = 4, k_tick_height = 20;

float fraction_of(base::Micros at, base::Micros whole) {
    if (whole <= base::Micros{0}) return 0;
    return std::clamp(static_cast<float>(at.count()) / static_cast<float>(whole.count()), 0.f, 1.f);
}

void sliding_time(Ui& ui, const Rect& reach, float x, base::Micros target) {
    const auto style = bold(ui::type::body_large, Color::ink);
    const std::string words = duration_words(target);
    const float w = ui.text_width(style, words) + 2 * ui::space::s24;
    const float h = style.size + ui::space::s32;
    const float left = std::clamp(x - w / 2, reach.x, reach.right() - w);
    const Rect rect{left, reach.center().y - k_thumb_held - ui::space::s16 - h, w, h};
    ui.fill(rect, Color::snow, ui::radius::card);
    ui.label(style, rect, words);
}

void draw_bar(Ui& ui, const Rect& reach, float fraction, bool held, const WatchModel& model) {
    const float y = reach.center().y;
    const Rect bar{reach.x, y - k_thickness / 2, reach.w, k_thickness};
    ui.fill(bar, Color::snow, k_thickness / 2, 0.45f);
    const float x = bar.x + bar.w * fraction;
    if (x - bar.x > k_thickness)
        ui.fill({bar.x, bar.y, x - bar.x, bar.h}, Color::aqua, k_thickness / 2);
    for (const auto& chapter : model.chapters) {
        if (chapter.at <= base::Micros{0} || chapter.at >= model.duration) continue;
        const float tick = bar.x + bar.w * fraction_of(chapter.at, model.duration);
        ui.fill({tick - k_tick / 2, y - k_tick_height / 2, k_tick, k_tick_height}, Color::amber,
                k_tick / 2);
    }
    ui.circle({x, y}, held ? k_thumb_held : k_thumb, Color::white);
}

/// The chapter's name is the button that shows them all.
void chapter_button(Ui& ui, const Rect& row, base::Micros shown, const WatchModel& model) {
    const size_t number = chapter_at(model, shown);
    const std::string words =
        number == 0 ? ui.tr("screens.watch.chapters")
                    : ui.tr("screens.watch.chapter",
                            {{"number", fmt::format("{}", number)},
                             {"title", model.chapters[number - 1].title.in(ui.language())}});
    const auto style = regular(ui::type::caption + 2, Color::amber, k_title_line);
    const float icon = style.size * k_icon_em;
    const float padding = ui::space::s24;
    const float most = row.w - 2 * padding - icon - ui::space::s12;
    const float name = std::min(ui.text_width(style, words) + 1, most);
    const float w = name + icon + ui::space::s12 + 2 * padding;
    const Rect rect{row.center().x - w / 2, row.y, w, row.h};
    if (ui.target("watch.chapters", rect)) open_chapters(ui);
    const Rect face = pressed_rect(ui, "watch.chapters", rect);
    ui.fill(face, Color::snow, face.h / 2, k_dark_ground_alpha);
    ui.outline(face, Color::snow2, 2, face.h / 2);
    const float x = face.x + padding;
    ui.icon(ui::icons::list, {x + icon / 2, face.center().y}, icon, Color::amber);
    ui.label(style, {x + icon + ui::space::s12, face.y, name, face.h}, words, Align::left);
}

} // namespace

Intent seek_bar(Ui& ui, const WatchPlan& plan, const WatchModel& model) {
    const auto slide = ui.slider("watch.seek", plan.bar);
    const bool held = slide && !slide->done;
    const float fraction = slide ? slide->fraction : fraction_of(model.position, model.duration);
    const auto whole = static_cast<double>(model.duration.count());
    const base::Micros shown =
        slide ? base::Micros{static_cast<int64_t>(whole * static_cast<double>(fraction))}
              : model.position;
    draw_bar(ui, plan.bar, fraction, held, model);
    if (held) sliding_time(ui, plan.bar, plan.bar.x + plan.bar.w * fraction, shown);

    const auto times = regular(ui::type::caption + 2, Color::snow2);
    const std::string now = duration_words(shown);
    const std::string end = duration_words(model.duration);
    ui.label(times, plan.times, now, Align::left);
    ui.label(times, plan.times, end, Align::right);
    if (!model.chapters.empty()) {
        const float aside =
            std::max(ui.text_width(times, now), ui.text_width(times, end)) + ui::space::s24;
        const Rect between{plan.times.x + aside, plan.times.y, plan.times.w - 2 * aside,
                           plan.times.h};
        chapter_button(ui, between, shown, model);
    }
    if (slide && slide->done) return SeekTo{shown};
    return {};
}

} // namespace pufa::screens
