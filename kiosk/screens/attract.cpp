#include "kiosk/screens/attract.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/ornament.h"
#include "kiosk/screens/words.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_art_share = 0.61f; // of the height, in portrait
constexpr float k_pill_width = 800, k_pill_height = 170;

/// The clip in its 16:9, or the towers at night.
void art(Ui& ui, const Rect& area, const AttractModel& model) {
    ui.fill(area, Color::river_dark);
    const float w = std::min(area.w * 0.8f, area.h * 1.4f);
    skyline(ui, {area.center().x - w / 2, area.bottom() - w * 0.55f, w, w * 0.55f});
    if (model.plays) {
        const float h = std::min(area.h, area.w * 9 / 16);
        ui.video_hole({area.x, area.center().y - h / 2, area.w, h});
    }
}

Intent languages(Ui& ui, const Rect& row) {
    Intent intent;
    const float w = std::min(row.w / 3, ui.layout().mm(60));
    float x = row.center().x - w * 1.5f;
    const auto style = regular(ui::type::title, Color::snow);
    for (const auto language : model::k_languages) {
        const std::string id = "attract.language." + std::string{model::tag(language)};
        const Rect name{x, row.y, w - target_gap(ui), row.h};
        if (ui.target(id, name)) intent = Wake{language};
        ui.label(style, pressed_rect(ui, id, name), strings::text(language, "screens.look.name"));
        x += w;
    }
    return intent;
}

} // namespace

Intent draw_attract(Ui& ui, const AttractModel& model) {
    const auto& layout = ui.layout();
    ui.fill(layout.screen(), Color::night);
    Intent intent;
    if (ui.target("attract.wake", layout.screen())) intent = Wake{};
    const Rect canvas = layout.canvas();
    art(ui, {0, 0, canvas.w, canvas.h * k_art_share}, model);
    const float margin = layout.margin;
    if (!model.title.empty())
        ui.text(serif(ui::type::display, Color::snow), {margin, canvas.h * k_art_share - 220},
                canvas.w - 2 * margin, model.title, Align::left, 2);
    const float w = std::min(k_pill_width, canvas.w - 2 * margin);
    const Rect start{canvas.center().x - w / 2, canvas.h * 0.68f, w,
                     std::min(k_pill_height, canvas.h * 0.12f)};
    ui.fill(start, Color::gold, start.h / 2);
    ui.label(bold(ui::type::headline, Color::ink), start, ui.tr("screens.attract.start"));
    const float row_h = layout.mm(k_normal_mm);
    const auto chosen = languages(ui, {0, start.bottom() + ui::space::s24, canvas.w, row_h});
    if (chosen.index() != 0) intent = chosen;
    ui.label(regular(ui::type::caption + 4, Color::snow2),
             {margin, canvas.h - ui::space::s96, canvas.w - 2 * margin, ui::space::s48},
             model.place + "　" + ui.tr("screens.help.law") + " 12348");
    return intent;
}

} // namespace pufa::screens
