#pragma once
// The tokens of the design: colours, type, spacing, radii. Screens name tokens, never numbers of
// their own for these.

#include "content/model/look.h"

#include <chrono>
#include <cstdint>

namespace pufa::ui {

using model::Theme;

/// What a colour is for; its value depends on the theme.
enum class Color {
    paper,
    card,
    mist,
    ink,
    ink2,
    river,
    river_dark,
    river_tint,
    seal,
    seal_tint,
    palm,
    palm_tint,
    peel,
    peel_tint,
    gold,
    gold_tint,
    brick,
    line,
    night,
    night2,
    snow,
    snow2,
    aqua,
    amber,
    white,
    black,
    scrim,
    sea,        ///< of a map: its ground, and what lies around its districts
    land,       ///< land that belongs to no district
    map_border, ///< between districts, along coasts and around their names
    district1,  ///< what districts are filled with, in the order of the map
    district2,
    district3,
    district4,
    district5,
    district6,
    district7,
    pure_red, ///< of the panel itself, to judge it by; the same in every theme
    pure_green,
    pure_blue,
};
inline constexpr int k_district_colors = 7;

/// 0xAABBGGRR, as ImGui packs colours.
[[nodiscard]] uint32_t rgba(Color color, float alpha = 1, Theme theme = Theme::light);

/// Sizes in canvas units (px at the 21.5" reference).
namespace type {
inline constexpr float caption = 22, body = 28, body_large = 32, title = 40, headline = 52,
                       display = 72, number = 96;
} // namespace type
namespace space {
inline constexpr float s4 = 4, s8 = 8, s12 = 12, s16 = 16, s24 = 24, s32 = 32, s48 = 48, s64 = 64,
                       s96 = 96;
inline constexpr float gutter = 32;
} // namespace space
/// How long things take to move.
namespace motion {
inline constexpr std::chrono::milliseconds press{80}, release{160}, select{200}, page{320},
    sheet{240}, picture{200}, reduced{120};
inline constexpr float page_slide = 64, sheet_rise = 48; ///< canvas units
} // namespace motion
namespace radius {
inline constexpr float chip = 8, card = 16, sheet = 24;
} // namespace radius

enum class Face { sans, sans_bold, serif_bold, icons };
enum class Elevation { low, middle, high };

} // namespace pufa::ui
