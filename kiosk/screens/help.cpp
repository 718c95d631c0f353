#include "kiosk/screens/help.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/widgets.h"

namespace pufa::screens {

namespace {

constexpr float k_width = 1240;
constexpr float k_padding = 64;
constexpr float k_line_height = 176, k_line_least = 128;
constexpr float k_desk_height = 116, k_desk_least = 84;

void number_card(Ui& ui, const Rect& rect, std::string_view number, std::string_view name,
                 Color color, Color tint) {
    ui.fill(rect, tint, ui::radius::card);
    const float r = 44;
    const Point center{rect.x + ui::space::s32 + r, rect.center().y};
    ui.circle(center, r, Color::card);
    ui.icon(ui::icons::phone, center, r, color);
    const float x = center.x + r + ui::space::s32;
    const float w = rect.right() - ui::space::s24 - x;
    const auto digits = bold(ui::type::display, color, 1.15f);
    const auto words = regular(ui::type::caption + 4, Color::ink, 1.35f);
    const float digits_h = digits.size * digits.line_height;
    const float words_h = words.size * words.line_height;
    const float y = rect.center().y - (digits_h + words_h) / 2;
    ui.text(digits, {x, y}, w, number, Align::left, 1);
    ui.text(words, {x, y + digits_h - 2}, w, ui.tr(name), Align::left, 1);
}

} // namespace

Intent draw_help(Ui& ui) {
    const auto title = serif(ui::type::headline, Color::ink);
    const auto note = regular(ui::type::body, Color::ink2);
    const float button_h = ui.layout().mm(k_primary_mm) + ui::space::s12;
    const bool low = is_low(ui);
    const float padding = low ? ui::space::s32 : k_padding;
    const float line_h = low ? k_line_least : k_line_height;
    const float desk_h = low ? k_desk_least : k_desk_height;
    const float height = 2 * padding + title.size * title.line_height + ui::space::s4 +
                         note.size * note.line_height + line_h + desk_h + button_h +
                         3 * ui::space::s32 - ui::space::s8;
    const Rect sheet = open_dialog(ui, k_width, height);
    const float x = sheet.x + padding;
    const float inner = sheet.w - 2 * padding;
    float y = sheet.y + padding - ui::space::s8;
    y += ui.text(title, {x, y}, inner, ui.tr("screens.help.title"), Align::left, 1) + ui::space::s4;
    y += ui.text(note, {x, y}, inner, ui.tr("screens.help.note"), Align::left, 1) + ui::space::s32;
    const float half = (inner - ui::space::s32) / 2;
    number_card(ui, {x, y, half, line_h}, k_legal_hotline, "screens.help.law", Color::river,
                Color::river_tint);
    number_card(ui, {x + half + ui::space::s32, y, half, line_h}, k_affairs_hotline,
                "screens.help.affairs", Color::palm, Color::palm_tint);
    y += line_h + ui::space::s32;

    const Rect desk{x, y, inner, desk_h};
    ui.fill(desk, Color::gold_tint, ui::radius::card);
    const float r = 36;
    const Point center{desk.x + ui::space::s32 + 44, desk.center().y};
    round_icon(ui, center, r, ui::icons::reception, Color::peel, Color::card);
    const float words_x = desk.x + 2 * ui::space::s32 + 88;
    ui.label(bold(ui::type::body_large, Color::ink),
             {words_x, desk.y, desk.right() - ui::space::s24 - words_x, desk.h},
             ui.tr("screens.help.desk"), Align::left);

    const Rect close{x, sheet.bottom() - padding - button_h, inner, button_h};
    const bool closed = pill(ui, {.id = "help.close",
                                  .rect = close,
                                  .label = ui.tr("screens.help.close"),
                                  .icon = ui::icons::check,
                                  .look = PillLook::primary,
                                  .size = ui::type::body_large});
    return closed ? Intent{CloseOverlay{}} : Intent{};
}

} // namespace pufa::screens
