#pragma once
// The panels that the screens are proved on.

#include "kiosk/ui/layout.h"

#include <array>
#include <optional>
#include <string_view>

namespace pufa::shots {

struct Panel {
    std::string_view name;
    int width, height; ///< pixels
    float diagonal_mm;
    ui::Reach reach;
    int shrink; ///< a contact sheet shows it this much smaller
};

inline constexpr float k_reference_mm = 546, k_laptop_mm = 396;
inline constexpr std::array<Panel, 6> k_panels{
    {{"landscape", 1920, 1080, k_reference_mm, ui::Reach::whole, 4},
     {"portrait", 1080, 1920, k_reference_mm, ui::Reach::whole, 4},
     {"small", 1366, 768, k_laptop_mm, ui::Reach::whole, 3},
     {"landscape-lower", 1920, 1080, k_reference_mm, ui::Reach::lower, 4},
     {"portrait-lower", 1080, 1920, k_reference_mm, ui::Reach::lower, 4},
     {"small-lower", 1366, 768, k_laptop_mm, ui::Reach::lower, 3}}};

[[nodiscard]] inline ui::Layout layout_of(const Panel& panel, ui::TextSize text) {
    return ui::make_layout(panel.width, panel.height, panel.diagonal_mm, text, panel.reach);
}

// ---- by their words ----

[[nodiscard]] constexpr std::string_view word(ui::TextSize text) {
    return text == ui::TextSize::large ? "large" : "normal";
}
[[nodiscard]] constexpr std::string_view word(ui::Theme theme) {
    return theme == ui::Theme::high_contrast ? "high-contrast" : "light";
}
inline constexpr std::array k_sizes{ui::TextSize::normal, ui::TextSize::large};
inline constexpr std::array k_themes{ui::Theme::light, ui::Theme::high_contrast};

} // namespace pufa::shots
