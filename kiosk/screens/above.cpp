// What stands above a page that was moved into the lower half: houses along an arcade, and the way
// back to the whole screen for whoever stands there next.

#include "kiosk/screens/frame.h"
#include "kiosk/screens/ornament.h"

#include <algorithm>
#include <cmath>

namespace pufa::screens {

namespace {

constexpr float k_arcade_share = 0.24f, k_arcade_most = 96;
constexpr float k_sky_least = 320; // lower than that towers look like pegs
constexpr float k_sky_share = 0.62f, k_sky_most_shape = 3.2f;
constexpr std::string_view k_id = "frame.whole";

} // namespace

Intent draw_above(Ui& ui) {
    const Rect canvas = ui.layout().canvas();
    const float high = -ui.layout().screen().y;
    if (high <= 0) return {};
    const Ui::Still still{ui};
    const bool plain = ui.look().theme == ui::Theme::high_contrast;
    const float arcade_h = std::round(std::min(high * k_arcade_share, k_arcade_most));
    const Rect sky{0, -high, canvas.w, high - arcade_h};
    float room = sky.h;
    if (plain) {
        ui.line({0, 0}, {canvas.w, 0}, Color::line, 2);
    } else {
        const float sky_h = sky.h >= k_sky_least ? std::round(sky.h * k_sky_share) : 0;
        const float w = std::min(canvas.w - 2 * ui.layout().margin, sky_h * k_sky_most_shape);
        skyline(ui, {canvas.center().x - w / 2, sky.bottom() - sky_h, w, sky_h}, Daylight::day);
        arcade(ui, {0, -arcade_h, canvas.w, arcade_h}, Color::river_tint, Color::paper);
        room -= sky_h;
    }
    const std::string& words = ui.tr("screens.reach.whole");
    const float w =
        std::min(pill_width(ui, words, ui::icons::expand_less), canvas.w - 2 * ui.layout().margin);
    const float h = ui.layout().mm(k_normal_mm);
    const Rect rect{canvas.center().x - w / 2, sky.y + std::max(ui::space::s8, (room - h) / 2), w,
                    h};
    const bool tapped = pill(ui, {.id = k_id,
                                  .rect = rect,
                                  .label = words,
                                  .icon = ui::icons::expand_less,
                                  .look = PillLook::outlined});
    return tapped ? Intent{ChooseReach{ui::Reach::whole}} : Intent{};
}

} // namespace pufa::screens
