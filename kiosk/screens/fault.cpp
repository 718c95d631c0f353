#include "kiosk/screens/fault.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/ornament.h"
#include "kiosk/screens/widgets.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_hero_share = 0.62f;
constexpr float k_padding = 64, k_side = 48;
constexpr float k_desk_icon = 40;
constexpr float k_hotline = ui::type::number * 2;
constexpr float k_arcade = 72;

/// The number that helps whatever happened to this machine.
void hotline(Ui& ui, const Rect& rect) {
    ui.shadow(rect, Elevation::middle, ui::radius::sheet);
    ui.fill(rect, Color::river_dark, ui::radius::sheet);
    const bool low = is_low(ui);
    const float towers = std::min(rect.w * 0.43f, rect.h * 0.8f);
    const Rect standing{rect.right() - towers - ui::space::s48, rect.bottom() - towers * 0.58f,
                        towers, towers * 0.58f};
    if (!low) skyline(ui, standing);
    const float x = rect.x + k_padding;
    const float inner = rect.w - 2 * k_padding;
    const auto ask = serif(ui::type::headline, Color::white, 1.35f);
    const auto number = bold(low ? k_hotline * 0.6f : k_hotline, Color::white, 1.1f);
    const auto name = regular(ui::type::body_large, Color::river_tint);
    float y = rect.y + (low ? ui::space::s32 : k_padding);
    y += ui.text(ask, {x, y}, inner, ui.tr("screens.fault.ask"), Align::left, 2);
    y += ui::space::s24;
    ui.fill({x + 4, y, ui::space::s96, ui::space::s4}, Color::gold, 2);
    y += ui::space::s32;
    y += ui.text(number, {x - 4, y}, inner, k_legal_hotline, Align::left, 1);
    y += ui.text(name, {x, y}, inner, ui.tr("screens.fault.hotline"), Align::left, 2);

    const auto second = bold(ui::type::title, Color::white);
    const float line_h = second.size * second.line_height;
    const float foot = rect.bottom() - (low ? ui::space::s32 : k_padding) - line_h;
    const float w = ui.text_width(second, k_affairs_hotline) + 2;
    ui.label(second, {x, foot, w, line_h}, k_affairs_hotline, Align::left);
    const auto affairs = regular(ui::type::body, Color::river_tint, 1.3f);
    const float beside = x + w + ui::space::s16;
    const float room = (low ? rect.right() : standing.x) - ui::space::s16 - beside;
    const float h = ui.text_height(affairs, room, ui.tr("screens.help.affairs"), 2);
    ui.text(affairs, {beside, foot + line_h / 2 - h / 2}, room, ui.tr("screens.help.affairs"),
            Align::left, 2);
}

/// What staff can do, small and at the foot: it is not for visitors. Returns its top.
float for_staff(Ui& ui, const Rect& area, const std::string& words) {
    if (words.empty()) return area.bottom();
    const auto kicker = bold(ui::type::caption, Color::river);
    const auto staff = regular(ui::type::caption, Color::ink2, 1.5f);
    const float padding = ui::space::s24;
    const float inner = area.w - 2 * padding;
    const float kicker_h = kicker.size * kicker.line_height + ui::space::s4;
    const int lines = std::max(
        1, static_cast<int>((area.h - 2 * padding - kicker_h) / (staff.size * staff.line_height)));
    const float h = ui.text_height(staff, inner, words, lines) + kicker_h + 2 * padding;
    const Rect box{area.x, area.bottom() - h, area.w, h};
    ui.fill(box, Color::mist, ui::radius::card);
    const float icon = 26;
    ui.icon(ui::icons::staff, {box.x + padding + icon / 2, box.y + padding + kicker_h / 2 - 2},
            icon, Color::river);
    ui.text(kicker, {box.x + padding + icon + ui::space::s8, box.y + padding}, inner - icon,
            ui.tr("screens.fault.staff"), Align::left, 1);
    ui.text(staff, {box.x + padding, box.y + padding + kicker_h}, inner, words, Align::left, lines);
    return box.y;
}

void notice(Ui& ui, const Rect& rect, const FaultModel& model) {
    card(ui, rect, Elevation::middle);
    const float x = rect.x + k_side;
    const float inner = rect.w - 2 * k_side;
    const auto sentence = bold(ui::type::title - 4, Color::ink, 1.4f);
    const auto person = bold(ui::type::body, Color::ink, 1.4f);
    const std::string& desk = ui.tr("screens.help.desk");
    const float r = is_low(ui) ? 0.f : 52.f; // no icon where room is short
    const float sentence_h = ui.text_height(sentence, inner, model.sentence, 4);
    const float desk_words = inner - 2 * ui::space::s24 - k_desk_icon - ui::space::s16;
    const float desk_h = ui.text_height(person, desk_words, desk, 3) + 2 * ui::space::s24;
    const float icon_h = r > 0 ? 2 * r + ui::space::s32 : 0;
    const float said_h = icon_h + sentence_h + ui::space::s32 + desk_h;

    const float least_top = rect.y + k_side + said_h + ui::space::s24;
    const float foot = rect.bottom() - k_side;
    const float staff_top = for_staff(ui, {x, least_top, inner, foot - least_top}, model.for_staff);
    const float end = model.for_staff.empty() ? foot : staff_top - ui::space::s24;
    float y = rect.y + k_side + std::max(0.f, (end - rect.y - k_side - said_h) * 0.4f);
    if (r > 0) round_icon(ui, {x + r, y + r}, r, ui::icons::book, Color::peel, Color::peel_tint);
    y += icon_h;
    y += ui.text(sentence, {x, y}, inner, model.sentence, Align::left, 4) + ui::space::s32;
    const Rect box{x, y, inner, desk_h};
    ui.fill(box, Color::gold_tint, ui::radius::card);
    ui.icon(ui::icons::reception, {x + ui::space::s24 + k_desk_icon / 2, box.center().y},
            k_desk_icon, Color::peel);
    ui.text(person, {x + ui::space::s24 + k_desk_icon + ui::space::s16, y + ui::space::s24},
            desk_words, desk, Align::left, 3);
}

} // namespace

Intent draw_fault(Ui& ui, const FaultModel& model) {
    draw_ground(ui);
    draw_header(ui, model.header);
    const auto& layout = ui.layout();
    const Rect foot{0, layout.canvas_height - k_arcade, layout.canvas_width, k_arcade};
    const bool low = is_low(ui);
    if (!low) arcade(ui, foot, Color::river_tint, Color::paper);
    Rect area = content_area(ui);
    area.y += 20;
    area.h = (low ? layout.canvas_height : foot.y) - ui::space::s48 - area.y;
    const float w = (area.w - ui::space::s32) * k_hero_share;
    hotline(ui, {area.x, area.y, w, area.h});
    const float x = area.x + w + ui::space::s32;
    notice(ui, {x, area.y, area.right() - x, area.h}, model);
    return {};
}

} // namespace pufa::screens
