#include "kiosk/screens/idle.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/widgets.h"

#include <algorithm>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_width = 960;
constexpr float k_padding = 64;
constexpr float k_ring = 108;
constexpr float k_button = 132;

} // namespace

Intent draw_idle(Ui& ui, const IdleModel& model) {
    const auto ask = serif(ui::type::headline, Color::ink);
    const auto note = regular(ui::type::body, Color::ink2);
    const std::string words =
        ui.tr("screens.idle.note", {{"seconds", fmt::format("{}", model.seconds_left)}});
    const float padding = is_low(ui) ? ui::space::s32 : k_padding;
    const float button_h = std::max(k_button, ui.layout().mm(k_primary_mm));
    const float width = std::min(k_width, ui.layout().canvas_width - 2 * ui::space::s48);
    const float inner = width - 2 * padding;
    const float note_h = ui.text_height(note, inner, words, 2);
    const float height = 2 * padding - ui::space::s8 + 2 * k_ring + ui::space::s24 +
                         ask.size * ask.line_height + ui::space::s4 + note_h + ui::space::s32 +
                         button_h;
    const Rect sheet = open_dialog(ui, width, height);
    const float x = sheet.x + padding;
    const Point center{sheet.center().x, sheet.y + padding - ui::space::s8 + k_ring};
    ui.circle(center, k_ring, Color::gold_tint);
    ui.label(bold(ui::type::number, Color::peel),
             {center.x - k_ring, center.y - k_ring, 2 * k_ring, 2 * k_ring},
             fmt::format("{}", std::max(0, model.seconds_left)));
    float y = center.y + k_ring + ui::space::s24;
    y += ui.text(ask, {x, y}, inner, ui.tr("screens.idle.ask"), Align::center, 1) + ui::space::s4;
    ui.text(note, {x, y}, inner, words, Align::center, 2);
    const Rect button{x, sheet.bottom() - padding - button_h, inner, button_h};
    const bool stays = pill(ui, {.id = "idle.stay",
                                 .rect = button,
                                 .label = ui.tr("screens.idle.stay"),
                                 .look = PillLook::primary,
                                 .size = ui::type::title});
    return stays ? Intent{CloseOverlay{}} : Intent{};
}

} // namespace pufa::screens
