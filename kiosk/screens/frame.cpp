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
    const float side = ui::space::margin_side;
    return {side, k_header_bottom, ui.layout().canvas_width - 2 * side,
            dock_top(ui) - k_header_bottom};
}

void draw_ground(Ui& ui) {
    ui.fill(ui.layout().canvas(), Color::paper);
}

void draw_header(Ui& ui, const HeaderModel& header) {
    const float left = ui::space::margin_side;
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

/// The sound button with its level, its right end at `right`.
bool sound_button(Ui& ui, float right, float y, float h, int volume) {
    const std::string& sound = ui.tr("screens.sound");
    const char32_t icon = volume > 0 ? ui::icons::volume : ui::icons::volume_off;
    const float w = pill_width(ui, sound, icon) + volume_bars_width() + ui::space::s16;
    const Rect rect{right - w, y, w, h};
    const bool tapped = ui.target("dock.volume", rect);
    const Rect shown = pressed_rect(ui, "dock.volume", rect);
    ui.fill(shown, Color::card, shown.h / 2);
    ui.outline(shown, Color::brick, 2, shown.h / 2);
    const float glyph = ui::type::body * k_icon_em;
    float x = shown.x + ui::space::s32;
    ui.icon(icon, {x + glyph / 2, shown.center().y}, glyph, Color::ink);
    x += glyph + ui::space::s12;
    const auto style = regular(ui::type::body, Color::ink, k_title_line);
    const float words = ui.text_width(style, sound) + 1;
    ui.label(style, {x, shown.y, words, shown.h}, sound, Align::left);
    volume_bars(ui, {x + words + ui::space::s16, shown.center().y}, volume, Color::river,
                Color::line);
    return tapped;
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
    const float y = ground.center().y - h / 2;
    const auto place = [&](float x, float w) { return Rect{x, y, w, h}; };
    float x = k_dock_side;
    const auto button = [&](std::string_view id, std::string_view key, char32_t icon, PillLook look,
                            bool enabled) {
        const std::string& label = ui.tr(key);
        const float w = pill_width(ui, label, icon);
        const bool tapped = pill(ui, {.id = id,
                                      .rect = place(x, w),
                                      .label = label,
                                      .icon = icon,
                                      .look = look,
                                      .enabled = enabled});
        x += w + target_gap(ui);
        return tapped;
    };
    if (button("dock.back", "screens.back", ui::icons::back, PillLook::outlined, dock.can_go_back))
        intent = GoBack{};
    if (button("dock.home", "screens.home_button", ui::icons::home,
               dock.at_home ? PillLook::current : PillLook::outlined, true))
        intent = GoHome{};

    const std::string& help = ui.tr("screens.help");
    const float help_width = pill_width(ui, help, ui::icons::help);
    x = layout.canvas_width - k_dock_side - help_width;
    if (pill(ui, {.id = "dock.help",
                  .rect = place(x, help_width),
                  .label = help,
                  .icon = ui::icons::help,
                  .look = PillLook::help}))
        intent = OpenHelp{};

    if (sound_button(ui, x - target_gap(ui), y, h, dock.volume)) intent = next_volume(dock.volume);
    return intent;
}

} // namespace pufa::screens
