#include "kiosk/ui/theme.h"

#include <algorithm>
#include <cmath>

namespace pufa::ui {

namespace {

struct Token {
    uint32_t rgb; ///< 0xRRGGBB, as the design writes it
    float alpha = 1;
};

Token token(Color color) {
    switch (color) {
    case Color::paper:
        return {0xFBF8F1};
    case Color::card:
        return {0xFFFFFF};
    case Color::mist:
        return {0xEEF2F1};
    case Color::ink:
        return {0x17222E};
    case Color::ink2:
        return {0x455564};
    case Color::river:
        return {0x0F5564};
    case Color::river_dark:
        return {0x0A3C47};
    case Color::river_tint:
        return {0xD7E8EA};
    case Color::seal:
        return {0xA3202E};
    case Color::seal_tint:
        return {0xF7E3E1};
    case Color::palm:
        return {0x256340};
    case Color::palm_tint:
        return {0xDDEFE2};
    case Color::peel:
        return {0xA34E10};
    case Color::peel_tint:
        return {0xFBE9D6};
    case Color::gold:
        return {0xC79A3B};
    case Color::gold_tint:
        return {0xFFF3D6};
    case Color::brick:
        return {0x5D6872};
    case Color::line:
        return {0xC9D2D6};
    case Color::night:
        return {0x0B1720};
    case Color::night2:
        return {0x132530};
    case Color::snow:
        return {0xF3F6F7};
    case Color::snow2:
        return {0xB4C2CA};
    case Color::aqua:
        return {0x6FC3CF};
    case Color::amber:
        return {0xF2B84B};
    case Color::white:
        return {0xFFFFFF};
    case Color::black:
        return {0x000000};
    case Color::scrim:
        return {0x0B1720, 0.72f};
    case Color::sea:
        return {0xD0E3E8};
    case Color::land:
        return {0xEEF2F1};
    case Color::map_border:
        return {0xFFFFFF};
    case Color::district1:
        return {0x7FA89A};
    case Color::district2:
        return {0xE3BB6E};
    case Color::district3:
        return {0x9DB9D6};
    case Color::district4:
        return {0xD39E8E};
    case Color::district5:
        return {0xB3A6CF};
    case Color::district6:
        return {0xA9C184};
    case Color::district7:
        return {0xD6A5B8};
    case Color::pure_red:
        return {0xFF0000};
    case Color::pure_green:
        return {0x00FF00};
    case Color::pure_blue:
        return {0x0000FF};
    }
    return {0x000000};
}

/// Grounds are white or night, inks are as dark as their hue allows (7:1 and more on white), edges
/// are ink. What the light theme tells by a tint, this one tells by an edge.
Token high_contrast_token(Color color) {
    switch (color) {
    case Color::paper:
    case Color::mist:
    case Color::river_tint:
    case Color::seal_tint:
    case Color::palm_tint:
    case Color::peel_tint:
    case Color::gold_tint:
    case Color::district1:
    case Color::district2:
    case Color::district3:
    case Color::district4:
    case Color::district5:
    case Color::district6:
    case Color::district7:
        return {0xFFFFFF};
    case Color::sea:
        return {0xC4D3D8};
    case Color::land:
        return {0xE6E6E6};
    case Color::map_border:
    case Color::ink:
    case Color::ink2:
    case Color::brick:
    case Color::line:
        return {0x000000};
    case Color::river:
    case Color::river_dark:
        return {0x06303A};
    case Color::seal:
        return {0x7E0F1B};
    case Color::palm:
        return {0x0F4324};
    case Color::peel:
        return {0x6B2F04};
    case Color::night:
    case Color::night2:
        return {0x000000};
    case Color::snow:
    case Color::snow2:
        return {0xFFFFFF};
    case Color::scrim:
        return {0x000000, 0.85f};
    default:
        return token(color);
    }
}

} // namespace

uint32_t rgba(Color color, float alpha, Theme theme) {
    const Token of = theme == Theme::high_contrast ? high_contrast_token(color) : token(color);
    const float opacity = std::clamp(alpha, 0.f, 1.f) * of.alpha;
    const uint32_t red = of.rgb >> 16U & 0xFFU;
    const uint32_t green = of.rgb >> 8U & 0xFFU;
    const uint32_t blue = of.rgb & 0xFFU;
    return static_cast<uint32_t>(std::lround(opacity * 255)) << 24U | blue << 16U | green << 8U |
           red;
}

} // namespace pufa::ui
