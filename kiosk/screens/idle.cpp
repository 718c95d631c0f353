#include "kiosk/screens/idle.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/widgets.h"

#include <algorithm>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_width = 960, k_height = 640;
constexpr float k_padding = 64;
constexpr float k_ring = 108;
constexpr float k_button = 132;

} // namespace

Intent draw_idle(Ui& ui, const IdleModel& model) {
    const Rect sheet = open_dialog(ui, k_width, k_height);
    const float x = sheet.x + k_padding;
    const float inner = sheet.w - 2 * k_padding;
    const Point center{sheet.center().x, sheet.y + ui::space::s48 + k_ring};
    ui.circle(center, k_ring, Color::gold_tint);
    ui.label(bold(ui::type::number, Color::peel),
             {center.x - k_ring, center.y - k_ring, 2 * k_ring, 2 * k_ring},
             fmt::format("{}", std::max(0, model.seconds_left)));
    float y = center.y + k_ring + ui::space::s24;
    y += ui.text(serif(ui::type::headline, Color::ink), {x, y}, inner, ui.tr("screens.idle.ask"),
                 Align::center, 1);
    y += ui::space::s4;
    ui.text(regular(ui::type::body, Color::ink2), {x, y}, inner,
            ui.tr("screens.idle.note", {{"seconds", fmt::format("{}", model.seconds_left)}}),
            Align::center, 2);
    const float button_h = std::max(k_button, ui.layout().mm(k_primary_mm));
    const Rect button{x, sheet.bottom() - k_padding + ui::space::s16 - button_h, inner, button_h};
    const bool stays = pill(ui, {.id = "idle.stay",
                                 .rect = button,
                                 .label = ui.tr("screens.idle.stay"),
                                 .look = PillLook::primary,
                                 .size = ui::type::title});
    return stays ? Intent{CloseOverlay{}} : Intent{};
}

} // namespace pufa::screens
