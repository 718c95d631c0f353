// Large keys and nothing else: what was typed shows as dots only.

#include "kiosk/screens/controls.h"
#include "kiosk/screens/frame.h"
#include "kiosk/screens/staff.h"

#include <algorithm>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_dot = 12, k_dot_step = 44;
constexpr int k_dots = 12;
constexpr float k_ring = 120;
constexpr float k_widest = 1160; ///< words and keys beside each other

void dots(Ui& ui, const Rect& rect, int typed) {
    const int shown = std::clamp(typed, 0, k_dots);
    const float step = std::min(k_dot_step, rect.w / k_dots);
    float x = rect.center().x - step * static_cast<float>(std::max(shown - 1, 0)) / 2;
    for (int i = 0; i < shown; ++i, x += step)
        ui.circle({x, rect.center().y}, k_dot, Color::ink);
    ui.line({rect.x, rect.bottom()}, {rect.right(), rect.bottom()}, Color::brick, 2);
}

float keys_width(const Ui& ui) {
    constexpr float k_key_mm = 24;
    return 3 * ui.layout().mm(k_key_mm) + 2 * target_gap(ui);
}

/// What is asked, what was typed, and the ways out.
Intent words(Ui& ui, const PinModel& model, const Rect& area) {
    const auto title = serif(is_low(ui) ? ui::type::title : ui::type::headline, Color::ink);
    const auto note =
        regular(ui::type::body, model.tone == StaffTone::bad ? Color::seal : Color::ink2);
    float y = area.y;
    y += ui.text(title, {area.x, y}, area.w, model.title) + ui::space::s12;
    y += ui.text(note, {area.x, y}, area.w, model.note) + ui::space::s16;
    if (model.asks)
        dots(ui, {area.x, y, std::min(area.w, k_dots * k_dot_step), 2 * k_dot + ui::space::s24},
             model.typed);
    Intent intent;
    const float h = ui.layout().mm(k_normal_mm);
    const float gap = target_gap(ui);
    float bottom = area.bottom();
    const auto way = [&](bool there, std::string_view id, const std::string& label,
                         StaffIntent means) {
        if (!there) return;
        const float w = std::min(area.w, pill_width(ui, label, 0));
        bottom -= h;
        if (pill(ui, {.id = id,
                      .rect = {area.x, bottom, w, h},
                      .label = label,
                      .look = PillLook::outlined}))
            intent = std::move(means);
        bottom -= gap;
    };
    way(model.can_leave, "pin.leave", ui.tr("staff.pin.leave"), StaffAct{StaffVerb::leave});
    way(model.can_skip, "pin.skip", ui.tr("staff.pin.skip"), StaffSkip{});
    way(model.can_forget, "pin.forgot", ui.tr("staff.pin.forgot"), StaffAct{StaffVerb::forgot_pin});
    return intent;
}

} // namespace

Intent draw_pin(Ui& ui, const PinModel& model) {
    draw_ground(ui);
    const Rect canvas = ui.layout().canvas();
    const float margin = std::min(ui.layout().margin, canvas.w * 0.05f);
    const float pad_w = keys_width(ui);
    const float pad_h = keys_height(ui, Keyboard::pin, pad_w);
    Intent intent;
    Rect said, pad;
    if (ui.layout().portrait()) {
        pad = {(canvas.w - pad_w) / 2, canvas.h - margin - pad_h, pad_w, pad_h};
        said = {margin, canvas.h * 0.16f, canvas.w - 2 * margin,
                pad.y - ui::space::s48 - canvas.h * 0.16f};
    } else {
        const float both = std::min(canvas.w - 2 * margin, k_widest);
        const float x = (canvas.w - both) / 2;
        pad = {x + both - pad_w, (canvas.h - pad_h) / 2, pad_w, pad_h};
        said = {x, pad.y, pad.x - ui::space::s64 - x, pad_h};
    }
    intent = words(ui, model, said);
    if (!model.asks) return intent;
    const Keys pin_keys{.name = "pin",
                        .which = Keyboard::pin,
                        .at = {pad.x, pad.y},
                        .width = pad_w,
                        .can_enter = model.can_enter};
    const auto typed = keys(ui, canvas, pin_keys);
    if (typed && model.can_type) intent = StaffIntent{StaffKey{*typed}};
    return intent;
}

Intent draw_cleaning(Ui& ui, const CleaningModel& model) {
    draw_ground(ui);
    const Rect canvas = ui.layout().canvas();
    const float ring = std::min(k_ring, canvas.h * 0.12f);
    const Point center{canvas.center().x, canvas.h * 0.34f};
    ui.circle(center, ring, Color::river_tint);
    ui.label(bold(ui::type::number, Color::river),
             {center.x - ring, center.y - ring, 2 * ring, 2 * ring},
             fmt::format("{}", std::max(0, model.seconds_left)));
    const float w = std::min(canvas.w * 0.9f, k_widest);
    const float x = (canvas.w - w) / 2;
    float y = center.y + ring + ui::space::s32;
    y += ui.text(serif(ui::type::headline, Color::ink), {x, y}, w, ui.tr("staff.clean.title"),
                 Align::center) +
         ui::space::s12;
    ui.text(regular(ui::type::body, Color::ink2), {x, y}, w, ui.tr("staff.clean.note"),
            Align::center);
    return {};
}

} // namespace pufa::screens
