#include "kiosk/screens/help.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/widgets.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <array>
#include <string>

namespace pufa::screens {

namespace {

constexpr float k_width = 1240;
constexpr float k_beside_least = 760; // inner width in which both numbers stand abreast
constexpr float k_phone_r = 44, k_desk_r = 36;
constexpr float k_high_card = 128, k_middle_card = 100; // a number's card
constexpr float k_ring = 4;
constexpr float k_sheet_most = 0.94f; // of the canvas's height

/// How much air the sheet has; the first that fits the canvas is taken.
struct Air {
    float padding, gap, title;
    float line, stacked_line; ///< a number's card: beside the other, or above it
    float desk;
    bool note;
};
constexpr std::array<Air, 3> k_airs{
    {{64, ui::space::s32, ui::type::headline, 176, 132, 116, true},
     {ui::space::s32, ui::space::s24, ui::type::headline, 128, 108, 84, true},
     {ui::space::s24, ui::space::s16, ui::type::title, 92, 84, 64, false}}};

float sheet_width(const Ui& ui) {
    const float canvas = ui.layout().canvas_width;
    return std::min(k_width, canvas - 2 * std::min(ui::space::s48, canvas * 0.04f));
}

float button_height(const Ui& ui) {
    return ui.layout().mm(k_primary_mm) + ui::space::s12;
}

struct Measures {
    Air air;
    bool abreast;
    float head = 0, numbers = 0;
    std::string title{}, note{};
    [[nodiscard]] float height(float button) const {
        return 2 * air.padding + head + numbers + air.desk + button + 2 * air.gap;
    }
};

const std::string& title_of(const Ui& ui, HelpPart part) {
    switch (part) {
    case HelpPart::phone:
        return ui.tr("screens.home.large.call");
    case HelpPart::desk:
        return ui.tr("screens.home.large.help");
    case HelpPart::any:
        break;
    }
    return ui.tr("screens.help.title");
}

/// An edge around what was asked for.
void ring(Ui& ui, const Rect& rect, Color color) {
    ui.outline(rect, color, k_ring, ui::radius::card);
}

Measures measure(Ui& ui, const Air& air, HelpPart part) {
    const float inner = sheet_width(ui) - 2 * air.padding;
    Measures m{.air = air, .abreast = inner >= k_beside_least};
    const auto title = serif(air.title, Color::ink);
    m.title = in_phrases(ui, title, inner, title_of(ui, part));
    m.head = ui.text_height(title, inner, m.title, 2) + air.gap;
    if (air.note) {
        const auto small = regular(ui::type::body, Color::ink2);
        m.note = in_phrases(ui, small, inner, ui.tr("screens.help.note"));
        m.head += ui::space::s4 + ui.text_height(small, inner, m.note, 2);
    }
    m.numbers = m.abreast ? air.line : 2 * air.stacked_line + ui::space::s16;
    return m;
}

Measures measures(Ui& ui, HelpPart part) {
    const float room = ui.layout().canvas_height * k_sheet_most;
    Measures m = measure(ui, k_airs.back(), part);
    for (const auto& air : k_airs) {
        const Measures one = measure(ui, air, part);
        if (one.height(button_height(ui)) > room) continue;
        m = one;
        break;
    }
    return m;
}

struct Number {
    std::string_view digits, name;
    Color color, tint;
    bool asked_for;
};

void number_card(Ui& ui, const Rect& rect, const Number& number) {
    tinted(ui, rect, number.tint);
    if (number.asked_for) ring(ui, rect, number.color);
    const float r = std::min(k_phone_r, rect.h * 0.32f);
    const Point center{rect.x + ui::space::s24 + r, rect.center().y};
    ui.circle(center, r, Color::card);
    ui.icon(ui::icons::phone, center, r, number.color);
    const float x = center.x + r + ui::space::s24;
    const float w = rect.right() - ui::space::s16 - x;
    const float size = rect.h >= k_high_card     ? ui::type::display
                       : rect.h >= k_middle_card ? ui::type::headline
                                                 : ui::type::title;
    const auto digits = bold(size, number.color, 1.15f);
    auto words = regular(ui::type::caption + 4, Color::ink, k_title_line);
    if (ui.text_width(words, number.name) > w) words.size = ui::type::caption;
    const float digits_h = digits.size * digits.line_height;
    const float words_h = ui.text_height(words, w, number.name, 2);
    const float y = rect.center().y - (digits_h + words_h) / 2;
    ui.text(digits, {x, y}, w, number.digits, Align::left, 1);
    ui.text(words, {x, y + digits_h - 2}, w, number.name, Align::left, 2);
}

void numbers(Ui& ui, const Rect& rect, const Measures& m, bool asked_for) {
    const Number law{k_legal_hotline, ui.tr("screens.help.law"), Color::river, Color::river_tint,
                     asked_for};
    const Number affairs{k_affairs_hotline, ui.tr("screens.help.affairs"), Color::palm,
                         Color::palm_tint, asked_for};
    if (m.abreast) {
        const float half = (rect.w - ui::space::s24) / 2;
        number_card(ui, {rect.x, rect.y, half, rect.h}, law);
        number_card(ui, {rect.right() - half, rect.y, half, rect.h}, affairs);
        return;
    }
    const float line = m.air.stacked_line;
    number_card(ui, {rect.x, rect.y, rect.w, line}, law);
    number_card(ui, {rect.x, rect.bottom() - line, rect.w, line}, affairs);
}

void desk(Ui& ui, const Rect& rect, bool asked_for) {
    tinted(ui, rect, Color::gold_tint);
    if (asked_for) ring(ui, rect, Color::peel);
    const float r = std::min(k_desk_r, rect.h * 0.36f);
    const Point center{rect.x + ui::space::s24 + r, rect.center().y};
    round_icon(ui, center, r, ui::icons::reception, Color::peel, Color::card);
    const float x = center.x + r + ui::space::s24;
    const float w = rect.right() - ui::space::s16 - x;
    const std::string& words = ui.tr("screens.help.desk");
    auto style = bold(ui::type::body_large, Color::ink);
    if (ui.text_width(style, words) > w) style.size = ui::type::body;
    if (ui.text_width(style, words) > w) style.size = ui::type::caption + 2;
    const std::string said = in_phrases(ui, style, w, words);
    const float h = ui.text_height(style, w, said, 2);
    ui.text(style, {x, rect.center().y - h / 2}, w, said, Align::left, 2);
}

} // namespace

Intent draw_help(Ui& ui, const HelpModel& model) {
    const Measures m = measures(ui, model.part);
    const float button_h = button_height(ui);
    const Rect sheet = open_dialog(ui, sheet_width(ui), m.height(button_h));
    const float x = sheet.x + m.air.padding;
    const float inner = sheet.w - 2 * m.air.padding;
    float y = sheet.y + m.air.padding;
    const float head = y;
    y += ui.text(serif(m.air.title, Color::ink), {x, y}, inner, m.title, Align::left, 2);
    if (m.air.note)
        ui.text(regular(ui::type::body, Color::ink2), {x, y + ui::space::s4}, inner, m.note,
                Align::left, 2);
    y = head + m.head;
    const bool desk_first = model.part == HelpPart::desk;
    const float desk_top = desk_first ? y : y + m.numbers + m.air.gap;
    const float numbers_top = desk_first ? y + m.air.desk + m.air.gap : y;
    numbers(ui, {x, numbers_top, inner, m.numbers}, m, model.part == HelpPart::phone);
    desk(ui, {x, desk_top, inner, m.air.desk}, desk_first);
    const Rect close{x, sheet.bottom() - m.air.padding - button_h, inner, button_h};
    const bool closed = pill(ui, {.id = "help.close",
                                  .rect = close,
                                  .label = ui.tr("screens.help.close"),
                                  .icon = ui::icons::check,
                                  .look = PillLook::primary,
                                  .size = ui::type::body_large});
    return closed ? Intent{CloseOverlay{}} : Intent{};
}

} // namespace pufa::screens
