#pragma once
// The canvases that every page must fill: panels, text sizes and reaches, by name.

#include "kiosk/ui/layout.h"
#include "tests/support/screen_fixture.h"

#include <string>
#include <vector>

namespace pufa::support {

struct Canvas {
    std::string name;
    ui::Layout layout;
    ui::Look look; ///< text size and reach are those that the layout was made for
};

inline Canvas make_canvas(std::string name, int width, int height, float diagonal_mm,
                          ui::TextSize text, ui::Reach reach) {
    ui::Look look;
    look.text = text;
    look.reach = reach;
    return {std::move(name), ui::make_layout(width, height, diagonal_mm, text, reach), look};
}

inline std::vector<Canvas> all_canvases() {
    using ui::Reach;
    using ui::TextSize;
    constexpr float k_kiosk = 546, k_desk = 396; // mm: 21.5" and 15.6"
    std::vector<Canvas> all;
    for (const auto text : {TextSize::normal, TextSize::large}) {
        const std::string size = text == TextSize::large ? ", large text" : "";
        all.push_back(make_canvas("landscape" + size, 1920, 1080, k_kiosk, text, Reach::whole));
        all.push_back(make_canvas("small panel" + size, 1366, 768, k_desk, text, Reach::whole));
        all.push_back(make_canvas("portrait" + size, 1080, 1920, k_kiosk, text, Reach::whole));
        all.push_back(
            make_canvas("landscape, lower" + size, 1920, 1080, k_kiosk, text, Reach::lower));
        all.push_back(
            make_canvas("portrait, lower" + size, 1080, 1920, k_kiosk, text, Reach::lower));
    }
    return all;
}

/// Calls `check(screen, canvas)` for each canvas in each language.
template <class Check>
void on_every_canvas(Check&& check) {
    for (const auto& canvas : all_canvases()) {
        for (const auto language : model::k_languages) {
            ScreenFixture screen{canvas.layout, language};
            screen.look.text = canvas.look.text;
            screen.look.reach = canvas.look.reach;
            CAPTURE(canvas.name);
            CAPTURE(model::tag(language));
            check(screen, canvas);
        }
    }
}

/// What a finger can press of what is shown now: not what a dialog hides, nor scroll areas.
inline std::vector<ui::Target> pressable(const ScreenFixture& screen) {
    const auto& record = screen.ui.targets();
    std::vector<ui::Target> found;
    for (const auto& target : record.all()) {
        const bool pressed =
            target.kind == ui::Target::Kind::tap || target.kind == ui::Target::Kind::slider;
        if (pressed && record.find(target.id) == &target) found.push_back(target);
    }
    return found;
}

inline float distance(const ui::Rect& a, const ui::Rect& b) {
    return std::max(std::max(a.x - b.right(), b.x - a.right()),
                    std::max(a.y - b.bottom(), b.y - a.bottom()));
}

/// Every target of what is shown is at least 12 mm, on the canvas, and 4 mm from the next.
/// `ground`: a target that the others lie on.
inline void check_targets(const ScreenFixture& screen, const ui::Layout& layout,
                          std::string_view ground = {}) {
    constexpr float k_rounding = 0.6f; // canvas units
    const auto targets = pressable(screen);
    for (size_t i = 0; i < targets.size(); ++i) {
        const auto& [id, rect, layer, enabled, kind] = targets[i];
        if (id == ground) continue;
        const std::string named = id;
        CAPTURE(named);
        CHECK(std::min(rect.w, rect.h) + k_rounding >= layout.mm(12));
        CHECK(rect.x >= -k_rounding);
        CHECK(rect.y >= layout.screen().y - k_rounding);
        CHECK(rect.right() <= layout.canvas_width + k_rounding);
        CHECK(rect.bottom() <= layout.canvas_height + k_rounding);
        for (size_t other = i + 1; other < targets.size(); ++other) {
            if (targets[other].id == ground) continue;
            CAPTURE(targets[other].id);
            CHECK(distance(rect, targets[other].rect) + k_rounding >= layout.mm(4));
        }
    }
}

} // namespace pufa::support
