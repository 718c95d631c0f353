#include "kiosk/screens/gone.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/widgets.h"

#include <algorithm>
#include <string>

namespace pufa::screens {

namespace {

constexpr float k_width = 960;
constexpr float k_padding = 64;
constexpr float k_icon_r = 60;
constexpr float k_button = 132, k_low_button = 96;
constexpr int k_lines = 3;

} // namespace

Intent draw_gone(Ui& ui, const GoneModel& model) {
    const auto& layout = ui.layout();
    const bool low = is_low(ui);
    const float padding = low ? ui::space::s32 : k_padding;
    const float button_h = std::max(low ? k_low_button : k_button, layout.mm(k_primary_mm));
    const float width = std::min(k_width, layout.canvas_width * 0.92f);
    const float inner = width - 2 * padding;
    const auto title = serif(ui::type::headline, Color::ink);
    const auto note = regular(ui::type::body, Color::ink2);
    const auto& said = ui.tr("screens.gone.title");
    const auto& left =
        ui.tr(model.left == GoneModel::Left::home ? "screens.gone.home" : "screens.gone.page");
    const float title_h = ui.text_height(title, inner, said, k_lines);
    const float note_h = ui.text_height(note, inner, left, k_lines);
    const float icon_h = low ? 0 : 2 * k_icon_r + ui::space::s24;
    const float words_h = title_h + ui::space::s4 + note_h;
    const Rect sheet =
        open_dialog(ui, width, 2 * padding + icon_h + words_h + ui::space::s32 + button_h);
    const float x = sheet.x + padding;
    float y = sheet.y + padding;
    if (!low)
        round_icon(ui, {sheet.center().x, y + k_icon_r}, k_icon_r, ui::icons::schedule, Color::peel,
                   Color::gold_tint);
    y += icon_h;
    ui.text(title, {x, y}, inner, said, Align::center, k_lines);
    ui.text(note, {x, y + title_h + ui::space::s4}, inner, left, Align::center, k_lines);
    const bool closed = pill(ui, {.id = "gone.close",
                                  .rect = {x, sheet.bottom() - padding - button_h, inner, button_h},
                                  .label = ui.tr("screens.gone.close"),
                                  .look = PillLook::primary,
                                  .size = ui::type::title});
    return closed ? Intent{CloseOverlay{}} : Intent{};
}

} // namespace pufa::screens
