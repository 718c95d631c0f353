#include "kiosk/screens/controls.h"

#include "kiosk/screens/frame.h"

#include <algorithm>
#include <cmath>

namespace pufa::screens {

namespace {

constexpr float k_track = 112, k_track_height = 60, k_knob_inset = 8;
constexpr float k_edge = 2;
constexpr float k_largest_key_mm = 24;
constexpr int k_letters = 26, k_pin_columns = 3, k_most_columns = 9;

float clamp_key(const Ui& ui, float side) {
    return std::min(side, ui.layout().mm(k_largest_key_mm));
}

struct KeyGrid {
    int columns;
    int rows;
    float w, h, gap;
};

/// Letters take as many columns as keys of 16 mm have room for; the grid is then filled.
KeyGrid grid_of(const Ui& ui, Keyboard which, float width) {
    const float gap = target_gap(ui);
    const float least = ui.layout().mm(k_normal_mm);
    const int count = which == Keyboard::pin ? k_pin_columns * 4 : k_letters + 1;
    const int fit = std::clamp(static_cast<int>((width + gap) / (least + gap)), 1, k_most_columns);
    const int columns = which == Keyboard::pin ? k_pin_columns : fit;
    const int rows = (count + columns - 1) / columns;
    const auto n = static_cast<float>(columns);
    const float w = clamp_key(ui, (width - gap * (n - 1)) / n);
    return {columns, rows, std::max(w, least), std::max(least, std::min(w, least * 1.25f)), gap};
}

Rect key_rect(const Keys& what, const KeyGrid& grid, int index, int span = 1) {
    const float x = static_cast<float>(index % grid.columns) * (grid.w + grid.gap);
    const float y = static_cast<float>(index / grid.columns) * (grid.h + grid.gap);
    const auto wide = static_cast<float>(span);
    return {what.at.x + x, what.at.y + y, grid.w * wide + grid.gap * (wide - 1), grid.h};
}

struct KeyFace {
    std::string_view name;
    std::string_view label;
    char32_t icon = 0;
    PillLook look = PillLook::outlined;
    bool enabled = true;
};

bool key(Ui& ui, const Rect& clip, const Rect& rect, std::string_view pad, const KeyFace& face) {
    std::string id{pad};
    id += '.';
    id += face.name;
    const bool tapped = clipped_target(ui, id, rect, clip, face.enabled);
    const Rect shown = pressed_rect(ui, id, rect);
    const bool strong = face.look == PillLook::primary && face.enabled;
    ui.fill(shown, strong ? Color::river : Color::card, ui::radius::card);
    if (!strong) ui.fill(shown, Color::river_tint, ui::radius::card, ui.pressed(id));
    if (!strong && face.enabled) ui.outline(shown, Color::brick, k_edge, ui::radius::card);
    const Color ink = strong ? Color::white : face.enabled ? Color::ink : Color::brick;
    if (face.icon)
        ui.icon(face.icon, shown.center(), ui::type::title, ink);
    else
        ui.label(bold(ui::type::title, ink), shown, face.label);
    return tapped && face.enabled;
}

std::optional<char> pin_keys(Ui& ui, const Rect& clip, const Keys& what, const KeyGrid& grid) {
    std::optional<char> typed;
    constexpr std::string_view k_digits = "123456789";
    for (int i = 0; i < static_cast<int>(k_digits.size()); ++i) {
        const auto digit = k_digits.substr(static_cast<size_t>(i), 1);
        if (key(ui, clip, key_rect(what, grid, i), what.name, {digit, digit})) typed = digit[0];
    }
    constexpr int k_last_row = 9;
    if (key(ui, clip, key_rect(what, grid, k_last_row), what.name,
            {"erase", {}, ui::icons::backspace}))
        typed = k_erase;
    if (key(ui, clip, key_rect(what, grid, k_last_row + 1), what.name, {"0", "0"})) typed = '0';
    if (key(ui, clip, key_rect(what, grid, k_last_row + 2), what.name,
            {"enter", {}, ui::icons::check, PillLook::primary, what.can_enter}))
        typed = k_enter;
    return typed;
}

std::optional<char> letter_keys(Ui& ui, const Rect& clip, const Keys& what, const KeyGrid& grid) {
    std::optional<char> typed;
    for (int i = 0; i < k_letters; ++i) {
        const char letter = static_cast<char>('A' + i);
        const std::string_view label{&letter, 1};
        if (key(ui, clip, key_rect(what, grid, i), what.name, {label, label})) typed = letter;
    }
    // What the last row has left is the key that mends.
    const int left = grid.columns * grid.rows - k_letters;
    if (key(ui, clip, key_rect(what, grid, k_letters, std::min(left, 2)), what.name,
            {"erase", {}, ui::icons::backspace}))
        typed = k_erase;
    return typed;
}

struct ToastLook {
    char32_t icon;
    Color color;
};

ToastLook look_of(ToastKind kind) {
    switch (kind) {
    case ToastKind::done:
        return {ui::icons::check_circle, Color::aqua};
    case ToastKind::told:
        return {ui::icons::lightbulb, Color::amber};
    case ToastKind::failed:
        return {ui::icons::warning, Color::amber};
    }
    return {ui::icons::lightbulb, Color::amber};
}

} // namespace

float switch_height(const Ui& ui) {
    return ui.layout().mm(k_normal_mm);
}

bool switch_row(Ui& ui, const Rect& clip, const Switch& what) {
    const bool tapped = clipped_target(ui, what.id, what.rect, clip, what.enabled);
    const Rect row = pressed_rect(ui, what.id, what.rect);
    ui.fill(row, Color::card, ui::radius::card);
    ui.outline(row, what.enabled ? Color::brick : Color::line, k_edge, ui::radius::card);
    const float side = ui::space::s24;
    const Rect track{row.right() - side - k_track, row.center().y - k_track_height / 2, k_track,
                     k_track_height};
    const Color ink = what.enabled ? Color::ink : Color::brick;
    ui.label(regular(ui::type::body, ink, k_title_line),
             {row.x + side, row.y, track.x - row.x - 2 * side, row.h}, what.label, Align::left);
    const float at = ui.tween(what.id, what.on ? 1.f : 0.f);
    const Color filled = what.enabled ? Color::river : Color::brick;
    ui.fill(track, Color::card, k_track_height / 2);
    ui.fill(track, filled, k_track_height / 2, at);
    ui.outline(track, filled, k_edge, k_track_height / 2);
    const float r = k_track_height / 2 - k_knob_inset;
    const Point knob{track.x + k_track_height / 2 + at * (k_track - k_track_height),
                     track.center().y};
    ui.circle(knob, r, what.on ? Color::white : Color::brick);
    ui.icon(what.on ? ui::icons::check : ui::icons::close, knob, r * 1.4f,
            what.on ? filled : Color::white);
    return tapped && what.enabled;
}

float keys_height(const Ui& ui, Keyboard which, float width) {
    const auto grid = grid_of(ui, which, width);
    const auto rows = static_cast<float>(grid.rows);
    return rows * grid.h + (rows - 1) * grid.gap;
}

std::optional<char> keys(Ui& ui, const Rect& clip, const Keys& what) {
    const auto grid = grid_of(ui, what.which, what.width);
    return what.which == Keyboard::pin ? pin_keys(ui, clip, what, grid)
                                       : letter_keys(ui, clip, what, grid);
}

Rect toast(Ui& ui, const Rect& area, ToastKind kind, std::string_view words) {
    const auto look = look_of(kind);
    const auto style = regular(ui::type::body, Color::snow, k_title_line);
    const float icon = ui::type::body * k_icon_em;
    const float around = icon + ui::space::s12 + 2 * ui::space::s24;
    const float room = std::max(0.f, area.w - around);
    const auto& lines = ui.paragraph(style, room, words, 2);
    const float wide = lines.width + 1;
    const float high = lines.height;
    const Rect rect{area.center().x - (wide + around) / 2,
                    area.bottom() - high - 2 * ui::space::s16, wide + around,
                    high + 2 * ui::space::s16};
    ui.shadow(rect, Elevation::middle, ui::radius::card);
    ui.fill(rect, Color::night, ui::radius::card);
    ui.icon(look.icon, {rect.x + ui::space::s24 + icon / 2, rect.center().y}, icon, look.color);
    ui.text(style, {rect.x + ui::space::s24 + icon + ui::space::s12, rect.y + ui::space::s16}, wide,
            words, Align::left, 2);
    return rect;
}

void progress_bar(Ui& ui, const Rect& rect, float done) {
    const float corner = rect.h / 2;
    ui.fill(rect, Color::mist, corner);
    ui.outline(rect, Color::brick, k_edge, corner);
    const float part = std::clamp(done, 0.f, 1.f);
    if (part <= 0) return;
    ui.fill({rect.x, rect.y, std::max(rect.h, rect.w * part), rect.h}, Color::river, corner);
}

} // namespace pufa::screens
