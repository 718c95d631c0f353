// The dock: seven buttons at the foot of every light page, always in the same place and order.

#include "kiosk/screens/frame.h"

#include <algorithm>
#include <array>

namespace pufa::screens {

namespace {

constexpr float k_stacked_below = 1300; // canvas width: words do not fit beside seven icons
constexpr float k_pills_height = 96, k_shallow_pills = 84, k_dock_mm = 22;
constexpr float k_tall = 1600, k_middling = 1000, k_shallow = 640;
constexpr float k_tall_stack = 150, k_stack = 132, k_low_stack = 112, k_shallow_stack = 100;
constexpr float k_dock_inset = ui::space::s12, k_stack_inset = 14;
constexpr float k_dock_side = 60, k_stack_side = ui::space::s24;
constexpr float k_stack_icon = 36;
constexpr float k_phone = 30;
constexpr float k_small_bars = 0.62f;
constexpr float k_caption_mm = 5.4f; // words are never smaller
constexpr int k_loudest = 5;
constexpr size_t k_buttons = 7;

struct DockButton {
    std::string_view id;
    std::string_view label; ///< on a pill; empty: its icon says it
    std::string_view short_label;
    char32_t icon;
    PillLook look;
    bool enabled;
    Intent intent;
};
using DockButtons = std::array<DockButton, k_buttons>;
enum ButtonOfDock : size_t { to_back, to_home, to_language, to_text, to_sound, to_reach, to_help };

char32_t sound_icon(int volume) {
    return volume > 0 ? ui::icons::volume : ui::icons::volume_off;
}

DockButtons dock_buttons(const Ui& ui, const DockModel& dock) {
    const bool large = ui.look().text == ui::TextSize::large;
    const bool lower = ui.look().reach == ui::Reach::lower;
    const std::string& text = ui.tr(large ? "screens.dock.normal" : "screens.dock.large");
    const std::string& sound = ui.tr("screens.sound");
    const std::string& help = ui.tr("screens.help");
    const std::string& home = ui.tr("screens.home_button");
    const std::string& back = ui.tr("screens.back");
    return {
        {{"dock.back", back, back, ui::icons::back, PillLook::outlined, dock.can_go_back, GoBack{}},
         {"dock.home", home, home, ui::icons::home,
          dock.at_home ? PillLook::current : PillLook::outlined, true, GoHome{}},
         {"dock.language", ui.tr("screens.look.name"), ui.tr("screens.dock.language"),
          ui::icons::translate, PillLook::outlined, true, OpenLanguages{}},
         {"dock.text", text, text, large ? ui::icons::text_decrease : ui::icons::text_increase,
          PillLook::outlined, true,
          ChooseTextSize{large ? ui::TextSize::normal : ui::TextSize::large}},
         {"dock.volume", sound, sound, sound_icon(dock.volume), PillLook::outlined, true,
          next_volume(dock.volume)},
         {"dock.reach",
          {},
          ui.tr("screens.dock.reach"),
          ui::icons::accessible,
          lower ? PillLook::current : PillLook::outlined,
          true,
          ChooseReach{lower ? ui::Reach::whole : ui::Reach::lower}},
         {"dock.help", help, help, ui::icons::help, PillLook::help, true, OpenHelp{}}}};
}

bool is_stacked(const Ui& ui) {
    return ui.layout().portrait() || ui.layout().canvas_width < k_stacked_below;
}

float dock_height(const Ui& ui) {
    const auto& layout = ui.layout();
    const float h = layout.canvas_height;
    const float least = layout.mm(k_dock_mm);
    if (!is_stacked(ui)) return std::max(h < k_shallow ? k_shallow_pills : k_pills_height, least);
    if (h >= k_tall) return std::max(k_tall_stack, least);
    if (h >= k_middling) return std::max(k_stack, least);
    return std::max(h >= k_shallow ? k_low_stack : k_shallow_stack, least);
}

// ---- words beside icons ----

/// How much air the pills have; the first that fits is taken.
struct PillAir {
    float padding;
    bool bars; ///< the sound button shows how loud it is
};
constexpr std::array<PillAir, 3> k_airs{{{32, true}, {24, true}, {20, false}}};

float width_of(Ui& ui, const DockButton& button, const PillAir& air, float height) {
    const float glyph = ui::type::body * k_icon_em;
    if (button.label.empty()) return std::max(height, glyph + 2 * air.padding);
    const auto style = regular(ui::type::body, Color::ink, k_title_line);
    const float bars =
        button.id == "dock.volume" && air.bars ? volume_bars_width() + ui::space::s16 : 0;
    return ui.text_width(style, button.label) + 1 + glyph + ui::space::s12 + bars + 2 * air.padding;
}

float widths_of(Ui& ui, const DockButtons& buttons, const PillAir& air, float height) {
    float sum = target_gap(ui) * (k_buttons - 1);
    for (const auto& button : buttons)
        sum += width_of(ui, button, air, height);
    return sum;
}

bool sound_pill(Ui& ui, const Rect& rect, const DockButton& button, int volume) {
    const bool tapped = ui.target(button.id, rect);
    const Rect shown = pressed_rect(ui, button.id, rect);
    ui.fill(shown, Color::card, shown.h / 2);
    ui.outline(shown, Color::brick, 2, shown.h / 2);
    const float glyph = ui::type::body * k_icon_em;
    const auto style = regular(ui::type::body, Color::ink, k_title_line);
    const float words = ui.text_width(style, button.label) + 1;
    const float bars = volume_bars_width();
    float x = shown.center().x - (glyph + words + bars + ui::space::s12 + ui::space::s16) / 2;
    ui.icon(button.icon, {x + glyph / 2, shown.center().y}, glyph, Color::ink);
    x += glyph + ui::space::s12;
    ui.label(style, {x, shown.y, words, shown.h}, button.label, Align::left);
    volume_bars(ui, {x + words + ui::space::s16, shown.center().y}, volume, Color::river,
                Color::line);
    return tapped;
}

/// The number that always helps, between the buttons; nothing if there is no room for it.
void hotline(Ui& ui, const Rect& between) {
    const auto name_style = regular(ui::type::caption + 2, Color::ink2);
    const auto number_style = bold(ui::type::body_large, Color::river);
    const std::string& name = ui.tr("screens.help.law");
    const float icon = k_phone;
    const float gap = ui::space::s12;
    const float name_w = ui.text_width(name_style, name) + 1;
    const float number_w = ui.text_width(number_style, k_legal_hotline) + 1;
    const float w = icon + name_w + number_w + 2 * gap;
    if (w > between.w) return;
    float x = between.center().x - w / 2;
    ui.icon(ui::icons::phone, {x + icon / 2, between.center().y}, icon, Color::river);
    x += icon + gap;
    ui.label(name_style, {x, between.y, name_w, between.h}, name, Align::left);
    x += name_w + gap;
    ui.label(number_style, {x, between.y, number_w, between.h}, k_legal_hotline, Align::left);
}

Intent draw_pills(Ui& ui, const Rect& row, const DockButtons& buttons, int volume) {
    PillAir air = k_airs.back();
    for (const auto& one : k_airs)
        if (widths_of(ui, buttons, one, row.h) <= row.w) {
            air = one;
            break;
        }
    const float gap = target_gap(ui);
    const float spare = std::max(0.f, row.w - widths_of(ui, buttons, air, row.h));
    Intent intent;
    float x = row.x;
    for (size_t i = 0; i < k_buttons; ++i) {
        const auto& button = buttons[i];
        if (i == to_language) {
            hotline(ui, {x + gap, row.y, spare - 2 * gap, row.h});
            x += spare;
        }
        const Rect rect{x, row.y, width_of(ui, button, air, row.h), row.h};
        x = rect.right() + gap;
        const bool tapped = i == to_sound && air.bars ? sound_pill(ui, rect, button, volume)
                                                      : pill(ui, {.id = button.id,
                                                                  .rect = rect,
                                                                  .label = button.label,
                                                                  .icon = button.icon,
                                                                  .look = button.look,
                                                                  .enabled = button.enabled});
        if (tapped) intent = button.intent;
    }
    return intent;
}

// ---- icons over words ----

/// One size for all, so that the longest fits.
float label_size(Ui& ui, const DockButtons& buttons, float width) {
    const float least = std::min(ui::type::caption, ui.layout().mm(k_caption_mm));
    float size = ui::type::caption;
    for (const auto& button : buttons) {
        const auto full = [&] {
            return ui.text_width(regular(size, Color::ink), button.short_label);
        };
        while (size > least && full() > width)
            size = std::max(least, size - 1);
    }
    return size;
}

bool stacked_button(Ui& ui, const Rect& rect, const DockButton& button, float size, int volume) {
    const bool tapped = ui.target(button.id, rect, button.enabled);
    const Rect shown = pressed_rect(ui, button.id, rect);
    const bool current = button.look == PillLook::current;
    if (current) ui.fill(shown, Color::river, ui::radius::card);
    if (button.look == PillLook::help) ui.fill(shown, Color::gold_tint, ui::radius::card);
    if (!current) ui.fill(shown, Color::river_tint, ui::radius::card, ui.pressed(button.id));
    if (button.enabled && !current) contrast_edge(ui, shown, ui::radius::card);
    const Color ink = current ? Color::white : button.enabled ? Color::ink : Color::brick;
    const auto style = regular(size, ink, k_title_line);
    const float words_h = ui::type::caption * k_title_line;
    const float gap = rect.h > k_shallow_stack ? ui::space::s8 : ui::space::s4;
    const float top = shown.center().y - (k_stack_icon + gap + words_h) / 2;
    Point icon{shown.center().x, top + k_stack_icon / 2};
    if (button.id == "dock.volume") {
        const float bars = volume_bars_width() * k_small_bars;
        icon.x -= bars / 2 + 1;
        volume_bars(ui, {icon.x + k_stack_icon / 2 + ui::space::s4, icon.y}, volume, Color::river,
                    Color::line, k_small_bars);
    }
    ui.icon(button.icon, icon, k_stack_icon, ink);
    ui.label(style, {shown.x, top + k_stack_icon + gap, shown.w, words_h}, button.short_label);
    return tapped;
}

Intent draw_stacks(Ui& ui, const Rect& row, const DockButtons& buttons, int volume) {
    const float gap = ui.layout().mm(k_gap_mm);
    const float w = (row.w - gap * (k_buttons - 1)) / k_buttons;
    const float size = label_size(ui, buttons, w - ui::space::s12);
    Intent intent;
    for (size_t i = 0; i < k_buttons; ++i) {
        const Rect rect{row.x + static_cast<float>(i) * (w + gap), row.y, w, row.h};
        if (stacked_button(ui, rect, buttons[i], size, volume)) intent = buttons[i].intent;
    }
    return intent;
}

} // namespace

float dock_top(const Ui& ui) {
    return ui.layout().canvas_height - dock_height(ui);
}

ChangeVolume next_volume(int volume) {
    return {volume >= k_loudest ? 0 : std::max(0, volume) + 1};
}

Intent draw_dock(Ui& ui, const DockModel& dock) {
    const Ui::Still still{ui};
    const float top = dock_top(ui);
    const auto& layout = ui.layout();
    const Rect ground{0, top, layout.canvas_width, layout.canvas_height - top};
    ui.shadow(ground, Elevation::low, 0);
    ui.fill(ground, Color::card);
    if (ui.look().theme == ui::Theme::high_contrast)
        ui.line({0, top}, {ground.right(), top}, Color::line, 2);
    const bool stacked = is_stacked(ui);
    const float side = std::min(
        stacked && layout.margin < k_dock_side + 1 ? k_stack_side : k_dock_side, layout.margin);
    const float inset = stacked ? k_stack_inset : k_dock_inset;
    const Rect row{side, top + inset, layout.canvas_width - 2 * side, ground.h - 2 * inset};
    const auto buttons = dock_buttons(ui, dock);
    const Intent above = draw_above(ui);
    const Intent touched = stacked ? draw_stacks(ui, row, buttons, dock.volume)
                                   : draw_pills(ui, row, buttons, dock.volume);
    return touched.index() != 0 ? touched : above;
}

} // namespace pufa::screens
