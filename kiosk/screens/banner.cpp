#include "kiosk/screens/banner.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/widgets.h"

#include <algorithm>

namespace pufa::screens {

Intent draw_banner(Ui& ui, const Banner& banner) {
    ui.raise_layer(false);
    const Rect canvas = ui.layout().canvas();
    const float margin = ui::space::s16;
    const auto style = bold(ui::type::body - 2, Color::ink);
    const float button_h = ui.layout().mm(k_least_mm);
    const std::string& end = ui.tr("staff.preview.end");
    const float button_w =
        banner.ends_preview ? pill_width(ui, end, ui::icons::close, ui::type::body - 2) : 0;
    const float around = 2 * ui::space::s32 + (button_w > 0 ? button_w + ui::space::s24 : 0);
    const float room = canvas.w - 2 * margin - around;
    const float words_w = std::min(room, ui.text_width(style, banner.words) + 1);
    const float words_h = ui.text_height(style, words_w, banner.words, 2);
    const float h = std::max(words_h, button_h) + ui::space::s16;
    const Rect rect{(canvas.w - words_w - around) / 2, ui::space::s8, words_w + around, h};
    ui.shadow(rect, Elevation::middle, ui::radius::card);
    ui.fill(rect, Color::gold_tint, ui::radius::card);
    ui.outline(rect, Color::brick, 2, ui::radius::card);
    ui.text(style, {rect.x + ui::space::s32, rect.center().y - words_h / 2}, words_w, banner.words,
            Align::left, 2);
    if (!banner.ends_preview) return {};
    const Rect button{rect.right() - ui::space::s16 - button_w, rect.center().y - button_h / 2,
                      button_w, button_h};
    const bool tapped = pill(ui, {.id = "banner.end",
                                  .rect = button,
                                  .label = end,
                                  .icon = ui::icons::close,
                                  .look = PillLook::outlined,
                                  .size = ui::type::body - 2});
    return tapped ? Intent{EndPreview{}} : Intent{};
}

} // namespace pufa::screens
