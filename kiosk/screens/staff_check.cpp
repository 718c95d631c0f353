// What the one-minute check fills the whole panel with: colours to look at, targets to wipe over.

#include "kiosk/screens/controls.h"
#include "kiosk/screens/staff.h"

#include <fmt/format.h>

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_line = 2, k_words_share = 0.8f, k_plate_padding = ui::space::s32;

Color color_of(ColorModel::Shade shade) {
    switch (shade) {
    case ColorModel::Shade::red:
        return Color::pure_red;
    case ColorModel::Shade::green:
        return Color::pure_green;
    case ColorModel::Shade::blue:
        return Color::pure_blue;
    case ColorModel::Shade::white:
        return Color::white;
    case ColorModel::Shade::black:
        return Color::black;
    }
    return Color::black;
}

} // namespace

/// Nothing else on it: a word would hide what is looked for.
Intent draw_color(Ui& ui, const ColorModel& model) {
    ui.fill(ui.layout().screen(), color_of(model.shade));
    return {};
}

Intent draw_wipe(Ui& ui, const WipeModel& model) {
    const Rect screen = ui.layout().screen();
    ui.fill(screen, Color::mist);
    const float w = screen.w / static_cast<float>(std::max(model.columns, 1));
    const float h = screen.h / static_cast<float>(std::max(model.rows, 1));
    for (size_t i = 0; i < model.touched.size(); ++i) {
        const auto column = static_cast<int>(i) % std::max(model.columns, 1);
        const auto row = static_cast<int>(i) / std::max(model.columns, 1);
        const Rect cell{screen.x + static_cast<float>(column) * w,
                        screen.y + static_cast<float>(row) * h, w, h};
        if (model.touched[i]) ui.fill(cell, Color::palm);
        ui.outline(cell, model.touched[i] ? Color::palm_tint : Color::brick, k_line, 0);
    }
    // On a plate of its own: what lies beneath changes colour.
    const auto style = bold(ui::type::body_large, Color::ink);
    const std::string words = ui.tr(
        "staff.check.touch.how", {{"seconds", fmt::format("{}", std::max(0, model.seconds_left))}});
    const float width = std::min(screen.w * k_words_share, ui.text_width(style, words) + 1);
    const float height = ui.text_height(style, width, words);
    const Rect plate{screen.center().x - width / 2 - k_plate_padding,
                     screen.center().y - height / 2 - k_plate_padding / 2,
                     width + 2 * k_plate_padding, height + k_plate_padding};
    ui.fill(plate, Color::card, ui::radius::card);
    ui.outline(plate, Color::brick, k_line, ui::radius::card);
    ui.text(style, {plate.x + k_plate_padding, plate.y + k_plate_padding / 2}, width, words,
            Align::center);
    return {};
}

} // namespace pufa::screens
