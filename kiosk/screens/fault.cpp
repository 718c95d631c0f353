#include "kiosk/screens/fault.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/ornament.h"
#include "kiosk/screens/widgets.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_hero_share = 0.62f;
constexpr float k_padding = 64;
constexpr float k_hotline = ui::type::number * 2;
constexpr float k_arcade = 56;

/// The number that helps whatever happened to this machine.
void hotline(Ui& ui, const Rect& rect) {
    ui.shadow(rect, Elevation::middle, ui::radius::sheet);
    ui.fill(rect, Color::river_dark, ui::radius::sheet);
    const float towers = std::min(rect.w * 0.46f, rect.h * 0.8f);
    skyline(ui, {rect.right() - towers - ui::space::s48, rect.bottom() - rect.h * 0.52f, towers,
                 rect.h * 0.52f});
    const float x = rect.x + k_padding;
    const float inner = rect.w - 2 * k_padding;
    const auto ask = serif(ui::type::headline, Color::white, 1.35f);
    const auto number = bold(k_hotline, Color::white, 1.1f);
    const auto name = regular(ui::type::body_large, Color::river_tint);
    float y = rect.y + k_padding;
    y += ui.text(ask, {x, y}, inner, ui.tr("screens.fault.ask"), Align::left, 2);
    y += ui::space::s24;
    ui.fill({x + 4, y, ui::space::s96, ui::space::s4}, Color::gold, 2);
    y += ui::space::s32;
    y += ui.text(number, {x - 4, y}, inner, "12348", Align::left, 1);
    y += ui.text(name, {x, y}, inner, ui.tr("screens.fault.hotline"), Align::left, 2);

    const auto second = bold(ui::type::title, Color::white);
    const float line_h = second.size * second.line_height;
    const float foot = rect.bottom() - k_padding - line_h;
    const float w = ui.text_width(second, "12345") + 2;
    ui.label(second, {x, foot, w, line_h}, "12345", Align::left);
    ui.label(regular(ui::type::body, Color::river_tint),
             {x + w + ui::space::s16, foot, inner / 2, line_h}, ui.tr("screens.help.affairs"),
             Align::left);
}

void notice(Ui& ui, const Rect& rect, const FaultModel& model) {
    card(ui, rect, Elevation::middle);
    const float x = rect.x + ui::space::s48;
    const float inner = rect.w - 2 * ui::space::s48;
    const auto sentence = bold(ui::type::title - 4, Color::ink, 1.4f);
    const auto person = regular(ui::type::body, Color::ink2, 1.55f);
    const float r = 52;
    float y = rect.y + ui::space::s48;
    round_icon(ui, {x + r, y + r}, r, ui::icons::reception, Color::peel, Color::peel_tint);
    y += 2 * r + ui::space::s32;
    y += ui.text(sentence, {x, y}, inner, model.sentence, Align::left, 4) + ui::space::s16;
    y += ui.text(person, {x, y}, inner, ui.tr("screens.help.desk"), Align::left, 3);
    if (model.for_staff.empty()) return;
    const auto kicker = bold(ui::type::caption, Color::river);
    const auto staff = regular(ui::type::caption, Color::ink2, 1.5f);
    const float pad = ui::space::s24;
    const float words_w = inner - 2 * pad;
    const float room = rect.bottom() - ui::space::s48 - y - ui::space::s24;
    const float kicker_h = kicker.size * kicker.line_height + ui::space::s4;
    const int lines = std::max(
        1, static_cast<int>((room - 2 * pad - kicker_h) / (staff.size * staff.line_height)));
    const float words_h = ui.text_height(staff, words_w, model.for_staff, lines);
    const float h = words_h + kicker_h + 2 * pad;
    const Rect box{x, rect.bottom() - ui::space::s48 - h, inner, h};
    ui.fill(box, Color::mist, ui::radius::card);
    const float icon = 26;
    ui.icon(ui::icons::staff, {box.x + pad + icon / 2, box.y + pad + kicker_h / 2 - 2}, icon,
            Color::river);
    ui.text(kicker, {box.x + pad + icon + ui::space::s8, box.y + pad}, words_w - icon,
            ui.tr("screens.fault.staff"), Align::left, 1);
    ui.text(staff, {box.x + pad, box.y + pad + kicker_h}, words_w, model.for_staff, Align::left,
            lines);
}

} // namespace

Intent draw_fault(Ui& ui, const FaultModel& model) {
    draw_ground(ui);
    draw_header(ui, model.header);
    const auto& layout = ui.layout();
    const Rect foot{0, layout.canvas_height - k_arcade, layout.canvas_width, k_arcade};
    arcade(ui, foot, Color::river_tint, Color::paper);
    Rect area = content_area(ui);
    area.y += 20;
    area.h = foot.y - ui::space::s48 - area.y;
    const float w = (area.w - ui::space::s32) * k_hero_share;
    hotline(ui, {area.x, area.y, w, area.h});
    const float x = area.x + w + ui::space::s32;
    notice(ui, {x, area.y, area.right() - x, area.h}, model);
    return {};
}

} // namespace pufa::screens
