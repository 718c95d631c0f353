#pragma once
// One pixel of the screen: 0xFFRRGGBB, in memory B, G, R and a byte that is always 0xFF (libyuv's
// ARGB, X11's 24-bit visuals). Formulas of blending, in whole numbers. Pure.

#include <cstdint>

namespace pufa::raster {

using Pixel = uint32_t;
inline constexpr Pixel k_unused_byte = Pixel{0xff} << 24;

/// ImGui's 0xAABBGGRR, its alpha kept in the highest byte.
[[nodiscard]] constexpr Pixel from_rgba(uint32_t rgba) {
    return (rgba & 0xff00ff00) | (rgba & 0xff) << 16 | (rgba >> 16 & 0xff);
}
/// And back; what a PNG or a test wants.
[[nodiscard]] constexpr uint32_t to_rgba(Pixel pixel) {
    return from_rgba(pixel);
}

[[nodiscard]] constexpr uint32_t alpha_of(uint32_t pixel) {
    return pixel >> 24;
}

/// round(x / 255) for 0 ≤ x ≤ 255 · 255 (Blinn, "Three wrongs make a right").
[[nodiscard]] constexpr uint32_t over_255(uint32_t x) {
    x += 128;
    return (x + (x >> 8)) >> 8;
}

/// Two channels of a pixel, each in 16 bits, so that both are done in one multiplication.
inline constexpr uint32_t k_two = 0x00ff00ff;
/// over_255 of both.
[[nodiscard]] constexpr uint32_t two_over_255(uint32_t x) {
    x += 0x00800080;
    return (x + (x >> 8 & k_two)) >> 8 & k_two;
}

/// color · alpha + under · (1 − alpha), each channel rounded once; alpha 0..255.
[[nodiscard]] constexpr Pixel blended(Pixel under, Pixel color, uint32_t alpha) {
    const uint32_t rest = 255 - alpha;
    const uint32_t even = two_over_255((color & k_two) * alpha + (under & k_two) * rest);
    const uint32_t odd = over_255((color >> 8 & 0xff) * alpha + (under >> 8 & 0xff) * rest);
    return k_unused_byte | even | odd << 8;
}

/// a · (1 − w) + b · w in all four channels, w of 256.
[[nodiscard]] constexpr Pixel mixed(Pixel a, Pixel b, uint32_t w) {
    constexpr uint32_t k_half = 0x00800080;
    const uint32_t even = (a & k_two) * (256 - w) + (b & k_two) * w + k_half;
    const uint32_t odd = (a >> 8 & k_two) * (256 - w) + (b >> 8 & k_two) * w + k_half;
    return (even >> 8 & k_two) | (odd & ~k_two);
}

/// The product of each channel, alpha included, with 255 as one.
[[nodiscard]] constexpr Pixel multiplied(Pixel a, Pixel b) {
    Pixel result = 0;
    for (int shift = 0; shift < 32; shift += 8)
        result |= over_255((a >> shift & 0xff) * (b >> shift & 0xff)) << shift;
    return result;
}

} // namespace pufa::raster
