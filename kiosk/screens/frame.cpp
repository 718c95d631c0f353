#include "kiosk/screens/frame.h"

#include "kiosk/screens/ornament.h"
#include "kiosk/screens/words.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_header_middle = 62, k_header_bottom = 104;
constexpr float k_logo = 52;
constexpr float k_dock_height = 96, k_dock_mm = 22, k_dock_button_mm = 17.5f;
constexpr float k_dock_side = 60;
constexpr int k_loudest = 5;

} // namespace

float dock_top(const Ui& ui) {
    const auto& layout = ui.layout();
    return layout.canvas_height - std::max(k_dock_height, layout.mm(k_dock_mm));
}

float target_gap(const Ui& ui) {
    return std::max(ui::space::s16, ui.layout().mm(k_gap_mm));
}

Rect content_area(const Ui& ui) {
    const float side = ui.layout().margin;
    return {side, k_header_bottom, ui.layout().canvas_width - 2 * side,
            dock_top(ui) - k_header_bottom};
}

bool is_low(const Ui& ui) {
    constexpr float k_low = 960;
    return ui.layout().canvas_height < k_low;
}

void draw_ground(Ui& ui) {
    ui.fill(ui.layout().screen(), Color::paper);
}

void draw_header(Ui& ui, const HeaderModel& header) {
    const float left = ui.layout().margin;
    const float right = ui.layout().canvas_width - left;
    const auto row = [](float x, float w) {
        return Rect{x, k_header_middle - ui::space::s32, w, 2 * ui::space::s32};
    };
    logo(ui, {left, k_header_middle - k_logo / 2, k_logo, k_logo});
    const auto name_style = serif(ui::type::title - ui::space::s4, Color::ink);
    const std::string& name = ui.tr("screens.app_name");
    float x = left + k_logo + ui::space::s24;
    const float name_width = ui.text_width(name_style, name) + 1;
    ui.label(name_style, row(x, name_width), name, Align::left);
    x += name_width + ui::space::s24;

    const auto time_style = bold(ui::type::body_large + ui::space::s4, Color::ink);
    const std::string time = clock_words(header.time);
    const float time_width = ui.text_width(time_style, time) + 1;
    ui.label(time_style, row(right - time_width, time_width), time, Align::right);
    const auto day_style = regular(ui::type::caption + 2, Color::ink2);
    const std::string day = day_words(ui, header.time);
    const float day_width = ui.text_width(day_style, day) + 1;
    float end = right - time_width - ui::space::s24 - day_width;
    ui.label(day_style, row(end, day_width), day, Align::right);
    end -= ui::space::s32;

    if (header.demo) {
        const std::string& demo = ui.tr("screens.demo");
        end -= chip_width(ui, demo);
        chip(ui, {end, k_header_middle - chip_height() / 2}, demo, Color::peel, Color::peel_tint);
        end -= ui::space::s32;
    }
    if (!header.place.empty()) {
        ui.line({x, k_header_middle - ui::space::s16 - 2},
                {x, k_header_middle + ui::space::s16 + 2}, Color::line, 2);
        x += ui::space::s24;
        ui.label(regular(ui::type::caption + 2, Color::ink2), row(x, end - x), header.place,
                 Align::left);
    }
}

ChangeVolume next_volume(int volume) {
    return {volume >= k_loudest ? 0 : std::max(0, volume) + 1};
}

namespace {

/// A button of the dock that is as wide as its words; `left` becomes where the next may begin.
bool dock_button(Ui& ui, float& left, const Rect& row, const Pill& button) {
    Pill placed = button;
    placed.rect = {left, row.y, pill_width(ui, button.label, button.icon), row.h};
    left = placed.rect.right() + target_gap(ui);
    return pill(ui, placed);
}

char32_t sound_icon(int volume) {
    return volume > 0 ? ui::icons::volume : ui::icons::volume_off;
}

float sound_width(Ui& ui) {
    return pill_width(ui, ui.tr("screens.sound"), ui::icons::volume) + volume_bars_width() +
           ui::space::s16;
}

bool sound_button(Ui& ui, const Rect& rect, int volume) {
    const bool tapped = ui.target("dock.volume", rect);
    const Rect shown = pressed_rect(ui, "dock.volume", rect);
    ui.fill(shown, Color::card, shown.h / 2);
    ui.outline(shown, Color::brick, 2, shown.h / 2);
    const float glyph = ui::type::body * k_icon_em;
    float x = shown.x + ui::space::s32;
    ui.icon(sound_icon(volume), {x + glyph / 2, shown.center().y}, glyph, Color::ink);
    x += glyph + ui::space::s12;
    const std::string& sound = ui.tr("screens.sound");
    const auto style = regular(ui::type::body, Color::ink, k_title_line);
    const float words = ui.text_width(style, sound) + 1;
    ui.label(style, {x, shown.y, words, shown.h}, sound, Align::left);
    volume_bars(ui, {x + words + ui::space::s16, shown.center().y}, volume, Color::river,
                Color::line);
    return tapped;
}

/// The number that always helps, between the buttons; nothing if there is no room for it.
void hotline(Ui& ui, const Rect& between) {
    const auto name_style = regular(ui::type::caption + 2, Color::ink2);
    const auto number_style = bold(ui::type::body_large, Color::river);
    const std::string& name = ui.tr("screens.help.law");
    const float icon = 30;
    const float gap = ui::space::s12;
    const float name_w = ui.text_width(name_style, name) + 1;
    const float number_w = ui.text_width(number_style, k_legal_hotline) + 1;
    const float w = icon + name_w + number_w + 2 * gap;
    if (w > between.w) return;
    // In the middle of the screen if that is free, so that it stays there on every page.
    const float middle = ui.layout().canvas_width / 2 - w / 2;
    float x = std::clamp(middle, between.x, between.right() - w);
    ui.icon(ui::icons::phone, {x + icon / 2, between.center().y}, icon, Color::river);
    x += icon + gap;
    ui.label(name_style, {x, between.y, name_w, between.h}, name, Align::left);
    x += name_w + gap;
    ui.label(number_style, {x, between.y, number_w, between.h}, k_legal_hotline, Align::left);
}

} // namespace

Intent draw_dock(Ui& ui, const DockModel& dock) {
    const float top = dock_top(ui);
    const auto& layout = ui.layout();
    const Rect ground{0, top, layout.canvas_width, layout.canvas_height - top};
    ui.shadow(ground, Elevation::low, 0);
    ui.fill(ground, Color::card);

    Intent intent;
    const float h = layout.mm(k_dock_button_mm);
    const Rect row{k_dock_side, ground.center().y - h / 2, layout.canvas_width - 2 * k_dock_side,
                   h};
    float left = row.x;
    if (dock_button(ui, left, row,
                    {.id = "dock.back",
                     .rect = {},
                     .label = ui.tr("screens.back"),
                     .icon = ui::icons::back,
                     .look = PillLook::outlined,
                     .enabled = dock.can_go_back}))
        intent = GoBack{};
    if (dock_button(ui, left, row,
                    {.id = "dock.home",
                     .rect = {},
                     .label = ui.tr("screens.home_button"),
                     .icon = ui::icons::home,
                     .look = dock.at_home ? PillLook::current : PillLook::outlined}))
        intent = GoHome{};

    const std::string& help = ui.tr("screens.help");
    const float services = sound_width(ui) + target_gap(ui) + pill_width(ui, help, ui::icons::help);
    const Rect sound{row.right() - services, row.y, sound_width(ui), h};
    hotline(ui, {left, row.y, sound.x - target_gap(ui) - left, h});
    if (sound_button(ui, sound, dock.volume)) intent = next_volume(dock.volume);
    float right = sound.right() + target_gap(ui);
    if (dock_button(ui, right, row,
                    {.id = "dock.help",
                     .rect = {},
                     .label = help,
                     .icon = ui::icons::help,
                     .look = PillLook::help}))
        intent = OpenHelp{};
    return intent;
}

} // namespace pufa::screens
