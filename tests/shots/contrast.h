#pragma once
// Contrast as it reaches the eye: measured on the pixels of a drawn page, by the formula of
// WCAG 2.1 (relative luminance, 1 to 21).

#include "kiosk/ui/touch.h"
#include "tests/shots/scene.h"
#include "tests/support/spied_text.h"

#include <string>
#include <vector>

namespace pufa::shots {

inline constexpr float k_text_contrast = 4.5f, k_edge_contrast = 3;

struct Rgb8 {
    uint8_t r, g, b;
};
[[nodiscard]] float contrast(Rgb8 one, Rgb8 other);

struct Measured {
    std::string what;
    float contrast;
    float least;    ///< that it should have
    ui::Rect box{}; ///< canvas units
};

/// Every line of words and every icon of the last page against the ground that was drawn beneath
/// it. What a sheet covers or a veil dims is not meant to be read and is left out. Draws the page
/// once more.
[[nodiscard]] std::vector<Measured> measure_words(Scene& scene, const support::SpiedText& text);

/// Every button of the last page: where its ground or line ends against what lies around it.
[[nodiscard]] std::vector<Measured> measure_edges(const platform::Image& picture,
                                                  const std::vector<ui::Target>& targets,
                                                  const ui::Layout& layout);

} // namespace pufa::shots
