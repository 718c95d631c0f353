#include "kiosk/screens/gallery.h"

#include "kiosk/screens/frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace pufa::screens {

namespace {

constexpr std::array k_looks{PillLook::primary, PillLook::warm,     PillLook::white,
                             PillLook::quiet,   PillLook::outlined, PillLook::current,
                             PillLook::help,    PillLook::on_dark};
enum class State { plain, pressed, disabled };
constexpr std::array k_states{State::plain, State::pressed, State::disabled};
constexpr std::array k_chips{std::pair{Color::ink, Color::peel_tint},
                             std::pair{Color::ink, Color::white},
                             std::pair{Color::river, Color::river_tint}};
constexpr float k_rows = 8, k_steps_height = 14, k_card_height = 168, k_content = 1500;

/// All looks in one row; those for dark grounds stand on one.
void pill_row(Ui& ui, const Rect& row, State state) {
    const float gap = target_gap(ui);
    const float w = (row.w - gap * (k_rows - 1)) / k_rows;
    for (size_t i = 0; i < k_looks.size(); ++i) {
        const Rect rect{row.x + static_cast<float>(i) * (w + gap), row.y, w, row.h};
        const auto id = fmt::format("gallery.{}.{}", static_cast<int>(state), i);
        if (state == State::pressed) ui.memory().press_depth[id] = 1;
        if (k_looks[i] == PillLook::on_dark || k_looks[i] == PillLook::white)
            ui.fill(rect.inset(-ui::space::s8), Color::night, ui::radius::chip);
        (void)pill(ui, {.id = id,
                        .rect = rect,
                        .label = ui.tr("screens.help"),
                        .icon = ui::icons::help,
                        .look = k_looks[i],
                        .enabled = state != State::disabled});
    }
}

void marks_row(Ui& ui, const Rect& row) {
    float x = row.x;
    for (const auto& [ink, ground] : k_chips) {
        const Rect shown = chip(ui, {x, row.y}, ui.tr("screens.demo"), ink, ground);
        x = shown.right() + ui::space::s24;
    }
    for (int volume = 0; volume <= 5; ++volume) {
        volume_bars(ui, {x, row.y + chip_height() / 2}, volume, Color::river, Color::line);
        x += volume_bars_width() + ui::space::s24;
    }
    using Step = QuizModel::Step;
    step_bar(ui,
             {x, row.y + chip_height() / 2 - k_steps_height / 2, row.right() - x, k_steps_height},
             {Step::right, Step::wrong, Step::current, Step::waiting});
}

void cards_row(Ui& ui, const Rect& row) {
    VideoCard video;
    video.title = ui.tr("screens.app_name");
    video.note = ui.tr("screens.help.law");
    video.duration = std::chrono::minutes{1};
    const float gap = target_gap(ui);
    const float w = (row.w - gap) / 2;
    (void)next_video_card(ui, "gallery.card.0", {row.x, row.y, w, row.h},
                          ui.tr("screens.watch.next_video"), video);
    video.unavailable = true;
    video.ai_generated = true;
    (void)next_video_card(ui, "gallery.card.1", {row.x + w + gap, row.y, w, row.h},
                          ui.tr("screens.watch.next_video"), video);
}

} // namespace

GalleryTouch draw_gallery(Ui& ui) {
    draw_ground(ui);
    const auto& layout = ui.layout();
    const float gap = target_gap(ui);
    const float h = layout.mm(k_normal_mm);
    const Rect area{layout.margin, ui::space::s32, layout.canvas_width - 2 * layout.margin,
                    layout.canvas_height - 2 * ui::space::s32};
    GalleryTouch touched = GalleryTouch::none;
    const ScrollPane pane{ui, "gallery.scroll", area, k_content};
    float y = pane.top();
    const float half = (area.w - gap) / 2;
    if (pill(ui, {.id = "gallery.theme",
                  .rect = {area.x, y, half, h},
                  .label = ui.tr("screens.look.contrast"),
                  .icon = ui::icons::contrast,
                  .look = PillLook::outlined}))
        touched = GalleryTouch::theme;
    if (pill(ui, {.id = "gallery.text",
                  .rect = {area.x + half + gap, y, half, h},
                  .label = ui.tr("screens.look.title"),
                  .icon = ui::icons::translate,
                  .look = PillLook::outlined}))
        touched = GalleryTouch::text;
    y += h + ui::space::s32;
    for (const State state : k_states) {
        pill_row(ui, {area.x, y, area.w, h}, state);
        y += h + ui::space::s32;
    }
    marks_row(ui, {area.x, y, area.w, chip_height()});
    y += chip_height() + ui::space::s32;
    cards_row(ui, {area.x, y, area.w, k_card_height});
    y += k_card_height + ui::space::s32;
    const float third = area.w / 3;
    for (const auto elevation : {Elevation::low, Elevation::middle, Elevation::high}) {
        const float x = area.x + third * static_cast<float>(elevation);
        const Rect rect{x, y, third - gap, k_card_height};
        card(ui, rect, elevation);
        message(ui, rect.inset(ui::space::s16),
                {ui::icons::help, Color::river, Color::river_tint, ui.tr("screens.app_name"),
                 ui.tr("screens.help.law")});
    }
    return touched;
}

} // namespace pufa::screens
