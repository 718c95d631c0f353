#include "kiosk/screens/language.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/widgets.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_width = 960;
constexpr float k_shallow = 640, k_lowest = 480; // canvas height
constexpr float k_row = 76, k_shallow_row = 54;
constexpr float k_switch_width = 76, k_switch_height = 42, k_knob = 15;

struct Measures {
    float padding, row, button, gap, title;
    [[nodiscard]] float height() const {
        return 2 * padding + title + 4 * (row + gap) + gap + button;
    }
};

TextStyle title_style(const Ui& ui) {
    return serif(ui.layout().canvas_height < k_shallow ? ui::type::title : ui::type::headline,
                 Color::ink);
}

Measures measures(const Ui& ui) {
    const auto& layout = ui.layout();
    const bool shallow = layout.canvas_height < k_shallow;
    Measures m;
    const bool lowest = layout.canvas_height < k_lowest;
    m.padding = lowest ? ui::space::s16 : shallow ? ui::space::s24 : ui::space::s48;
    m.row = layout.mm(k_normal_mm);
    if (!lowest) m.row = std::max(m.row, shallow ? k_shallow_row : k_row);
    m.button = std::max(layout.mm(k_primary_mm), m.row);
    m.gap = shallow ? layout.mm(k_gap_mm) : target_gap(ui);
    const auto title = title_style(ui);
    m.title = title.size * title.line_height + (shallow ? ui::space::s8 : ui::space::s24);
    return m;
}

Intent languages(Ui& ui, const Rect& row, float gap) {
    Intent intent;
    const auto count = static_cast<float>(model::k_languages.size());
    const float w = (row.w - gap * (count - 1)) / count;
    float x = row.x;
    for (const auto language : model::k_languages) {
        const bool current = language == ui.language();
        const std::string id = "language." + std::string{model::tag(language)};
        const std::string& name = strings::text(language, "screens.look.name");
        const char32_t mark = current ? ui::icons::check : 0;
        const bool room = pill_width(ui, name, mark) - ui::space::s32 <= w;
        if (pill(ui, {.id = id,
                      .rect = {x, row.y, w, row.h},
                      .label = name,
                      .icon = room ? mark : 0,
                      .look = current ? PillLook::primary : PillLook::outlined}))
            intent = ChooseLanguage{language};
        x += w + gap;
    }
    return intent;
}

void knob(Ui& ui, Point right_middle, bool on) {
    const Rect track{right_middle.x - k_switch_width, right_middle.y - k_switch_height / 2,
                     k_switch_width, k_switch_height};
    ui.fill(track, on ? Color::river : Color::card, track.h / 2);
    ui.outline(track, on ? Color::river : Color::brick, 3, track.h / 2);
    const float in = track.h / 2;
    ui.circle({on ? track.right() - in : track.x + in, track.center().y}, k_knob,
              on ? Color::white : Color::brick);
}

struct Switch {
    std::string_view id, label;
    char32_t icon;
    bool on;
};

bool switch_row(Ui& ui, const Rect& rect, const Switch& shown) {
    const bool tapped = ui.target(shown.id, rect);
    const Rect box = pressed_rect(ui, shown.id, rect);
    ui.fill(box, Color::mist, ui::radius::card);
    ui.outline(box, Color::brick, 2, ui::radius::card);
    const float icon = ui::type::body_large * k_icon_em;
    float x = box.x + ui::space::s24;
    ui.icon(shown.icon, {x + icon / 2, box.center().y}, icon, Color::ink);
    x += icon + ui::space::s16;
    const float end = box.right() - ui::space::s24;
    const float w = end - k_switch_width - ui::space::s16 - x;
    const auto large = regular(ui::type::body, Color::ink, k_title_line);
    const auto small = regular(ui::type::caption, Color::ink, k_title_line);
    const bool fits = ui.text_width(large, shown.label) <= w;
    ui.label(fits ? large : small, {x, box.y, w, box.h}, shown.label, Align::left);
    knob(ui, {end, box.center().y}, shown.on);
    return tapped;
}

/// Each of them stands in the dock or on a page as well; here they are told in words.
Intent switches(Ui& ui, Rect row, float gap) {
    Intent intent;
    const auto& look = ui.look();
    const bool large = look.text == ui::TextSize::large;
    const bool contrast = look.theme == ui::Theme::high_contrast;
    const bool lower = look.reach == ui::Reach::lower;
    if (switch_row(ui, row,
                   {"language.text", ui.tr("screens.look.large"), ui::icons::text_increase, large}))
        intent = ChooseTextSize{large ? ui::TextSize::normal : ui::TextSize::large};
    row.y += row.h + gap;
    if (switch_row(
            ui, row,
            {"language.contrast", ui.tr("screens.look.contrast"), ui::icons::contrast, contrast}))
        intent = ChooseTheme{contrast ? ui::Theme::light : ui::Theme::high_contrast};
    row.y += row.h + gap;
    if (switch_row(ui, row,
                   {"language.reach", ui.tr("screens.look.reach"), ui::icons::accessible, lower}))
        intent = ChooseReach{lower ? ui::Reach::whole : ui::Reach::lower};
    return intent;
}

} // namespace

Intent draw_language(Ui& ui) {
    const auto m = measures(ui);
    const Rect sheet = open_dialog(ui, k_width, m.height());
    const float x = sheet.x + m.padding;
    const float inner = sheet.w - 2 * m.padding;
    float y = sheet.y + m.padding;
    ui.text(title_style(ui), {x, y}, inner, ui.tr("screens.look.title"), Align::left, 1);
    y += m.title;
    Intent intent = languages(ui, {x, y, inner, m.row}, m.gap);
    y += m.row + m.gap;
    const Intent switched = switches(ui, {x, y, inner, m.row}, m.gap);
    if (switched.index() != 0) intent = switched;
    const Rect close{x, sheet.bottom() - m.padding - m.button, inner, m.button};
    if (pill(ui, {.id = "language.close",
                  .rect = close,
                  .label = ui.tr("screens.look.done"),
                  .icon = ui::icons::check,
                  .look = PillLook::primary,
                  .size = ui::type::body_large}))
        intent = CloseOverlay{};
    return intent;
}

} // namespace pufa::screens
