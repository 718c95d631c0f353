#include "kiosk/raster/kernels.h"

#include <algorithm>

namespace pufa::raster {
namespace {

void fill(Pixel* to, size_t count, Pixel pixel) {
    std::fill_n(to, count, pixel);
}

void blend(Pixel* to, size_t count, Pixel color, uint32_t alpha) {
    for (size_t i = 0; i < count; ++i)
        to[i] = blended(to[i], color, alpha);
}

void blend_mask(Pixel* to, const uint8_t* mask, size_t count, Pixel color, uint32_t alpha) {
    for (size_t i = 0; i < count; ++i)
        if (mask[i] != 0) to[i] = blended(to[i], color, over_255(mask[i] * alpha));
}

void blend_picture(Pixel* to, const Pixel* from, size_t count, uint32_t alpha) {
    for (size_t i = 0; i < count; ++i)
        to[i] = blended(to[i], from[i], over_255(alpha_of(from[i]) * alpha));
}

void mix_pixels(Pixel* to, const Pixel* a, const Pixel* b, size_t count, uint32_t weight) {
    for (size_t i = 0; i < count; ++i)
        to[i] = mixed(a[i], b[i], weight);
}

void mix_masks(uint8_t* to, const uint8_t* a, const uint8_t* b, size_t count, uint32_t weight) {
    for (size_t i = 0; i < count; ++i)
        to[i] = static_cast<uint8_t>((a[i] * (256 - weight) + b[i] * weight + 128) >> 8);
}

} // namespace

const Kernels& plain_kernels() {
    static constexpr Kernels k_table{"plain C++",   fill,       blend,    blend_mask,
                                     blend_picture, mix_pixels, mix_masks};
    return k_table;
}

} // namespace pufa::raster
