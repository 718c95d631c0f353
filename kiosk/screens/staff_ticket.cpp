// A forgotten PIN: what to do, in order, and the code to read out, large enough for a telephone in
// the other hand.

#include "kiosk/screens/controls.h"
#include "kiosk/screens/frame.h"
#include "kiosk/screens/staff.h"

#include <fmt/format.h>

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_widest = 1160;
constexpr float k_number = 52; ///< of a step's disc, across
constexpr float k_side_share = 0.42f;

/// Numbered, one below the other; returns their height.
float draw_steps(Ui& ui, const std::vector<std::string>& steps, const Rect& area) {
    const auto style = regular(ui::type::body, Color::ink);
    float y = area.y;
    for (size_t i = 0; i < steps.size(); ++i) {
        const float x = area.x + k_number + ui::space::s16;
        const float w = area.right() - x;
        const float h = ui.text_height(style, w, steps[i]);
        const Rect disc{area.x, y, k_number, k_number};
        ui.circle(disc.center(), k_number / 2, Color::river_tint);
        ui.label(bold(ui::type::body, Color::river), disc, fmt::format("{}", i + 1));
        ui.text(style, {x, y + std::max(0.0f, (k_number - h) / 2)}, w, steps[i]);
        y += std::max(h, k_number) + ui::space::s16;
    }
    return y - area.y;
}

float draw_code(Ui& ui, const TicketModel& model, const Rect& area) {
    const auto label = regular(ui::type::body, Color::ink2);
    const bool narrow = area.w < k_widest / 2;
    const auto digits = bold(narrow ? ui::type::headline : ui::type::display, Color::ink);
    const float pad = ui::space::s24;
    const float inner = area.w - 2 * pad;
    const auto words = ui.tr("staff.ticket.code");
    const float h = pad + ui.text_height(label, inner, words) + ui::space::s8 +
                    ui.text_height(digits, inner, "0000 0000 0000") + pad;
    card(ui, {area.x, area.y, area.w, h});
    float y = area.y + pad;
    y += ui.text(label, {area.x + pad, y}, inner, words) + ui::space::s8;
    if (!model.code.empty()) ui.text(digits, {area.x + pad, y}, inner, model.code);
    return h;
}

} // namespace

Intent draw_ticket(Ui& ui, const TicketModel& model) {
    draw_ground(ui);
    const Rect canvas = ui.layout().canvas();
    const float margin = std::min(ui.layout().margin, canvas.w * 0.05f);
    const float w = std::min(canvas.w - 2 * margin, k_widest);
    const float x = (canvas.w - w) / 2;
    float y = is_low(ui) ? margin + ui::space::s24 : canvas.h * 0.16f;
    const auto title = serif(is_low(ui) ? ui::type::title : ui::type::headline, Color::ink);
    y += ui.text(title, {x, y}, w, model.title) + ui::space::s24;
    if (ui.layout().portrait()) {
        y += draw_steps(ui, model.steps, {x, y, w, 0}) + ui::space::s8;
        y += draw_code(ui, model, {x, y, w, 0}) + ui::space::s24;
    } else {
        const float side = w * k_side_share;
        const float steps = w - side - ui::space::s48;
        const float beside = draw_code(ui, model, {x + w - side, y, side, 0});
        y += std::max(draw_steps(ui, model.steps, {x, y, steps, 0}), beside) + ui::space::s16;
    }
    const auto tone = model.tone == StaffTone::bad ? Color::seal : Color::ink2;
    y += ui.text(regular(ui::type::body, tone), {x, y}, w, model.note) + ui::space::s24;

    Intent intent;
    const float h = ui.layout().mm(k_normal_mm);
    float left = x;
    const auto button = [&](std::string_view id, const std::string& label, PillLook look,
                            bool enabled, StaffAct means) {
        const float width = pill_width(ui, label, 0);
        if (left > x && left + width > x + w) {
            left = x;
            y += h + target_gap(ui);
        }
        if (pill(ui, {.id = id,
                      .rect = {left, y, width, h},
                      .label = label,
                      .look = look,
                      .enabled = enabled}))
            intent = StaffIntent{std::move(means)};
        left += width + target_gap(ui);
    };
    button("ticket.look", ui.tr("staff.ticket.look"), PillLook::primary, model.can_look,
           {StaffVerb::look_for_ticket});
    button("ticket.back", ui.tr("staff.ticket.back"), PillLook::outlined, true,
           {StaffVerb::forgot_pin, {}, -1});
    button("pin.leave", ui.tr("staff.pin.leave"), PillLook::outlined, true, {StaffVerb::leave});
    return intent;
}

} // namespace pufa::screens
