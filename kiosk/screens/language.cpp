#include "kiosk/screens/language.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/widgets.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_width = 960;
constexpr float k_padding = 48;

} // namespace

Intent draw_language(Ui& ui) {
    Intent intent;
    const auto& layout = ui.layout();
    const float row_h = layout.mm(k_normal_mm);
    const float gap = target_gap(ui);
    const auto title = serif(ui::type::headline, Color::ink);
    const float width = std::min(k_width, layout.canvas_width - 2 * layout.margin);
    const float height =
        2 * k_padding + title.size * title.line_height + 5 * (row_h + gap) + ui::space::s16;
    const Rect sheet = open_dialog(ui, width, height);
    const float x = sheet.x + k_padding;
    const float inner = sheet.w - 2 * k_padding;
    float y = sheet.y + k_padding;
    y +=
        ui.text(title, {x, y}, inner, ui.tr("screens.look.title"), Align::left, 1) + ui::space::s16;
    for (const auto language : model::k_languages) {
        const bool current = language == ui.language();
        const std::string id = "language." + std::string{model::tag(language)};
        if (pill(ui, {.id = id,
                      .rect = {x, y, inner, row_h},
                      .label = strings::text(language, "screens.look.name"),
                      .icon = current ? ui::icons::check : 0,
                      .look = current ? PillLook::primary : PillLook::outlined}))
            intent = ChooseLanguage{language};
        y += row_h + gap;
    }
    const bool contrast = ui.look().theme == ui::Theme::high_contrast;
    if (pill(ui, {.id = "language.contrast",
                  .rect = {x, y, inner, row_h},
                  .label = ui.tr("screens.look.contrast"),
                  .icon = contrast ? ui::icons::box_checked : ui::icons::box}))
        intent = ChooseTheme{contrast ? ui::Theme::light : ui::Theme::high_contrast};
    y += row_h + gap;
    if (pill(ui, {.id = "language.close",
                  .rect = {x, y, inner, row_h},
                  .label = ui.tr("screens.close"),
                  .icon = ui::icons::close}))
        intent = CloseOverlay{};
    return intent;
}

} // namespace pufa::screens
