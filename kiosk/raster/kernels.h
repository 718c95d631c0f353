#pragma once
// What is done to runs of pixels: the inner loops of everything that is drawn. One table in plain
// C++, which says what is right, and one for the processor's vector unit, which gives the same
// bytes. Pure; no alignment is asked for; a run may be empty.

#include "kiosk/raster/pixel.h"

#include <cstddef>

namespace pufa::raster {

struct Kernels {
    const char* name;
    /// to = pixel
    void (*fill)(Pixel* to, size_t count, Pixel pixel);
    /// to = blended(to, color, alpha)
    void (*blend)(Pixel* to, size_t count, Pixel color, uint32_t alpha);
    /// to = blended(to, color, alpha · mask)
    void (*blend_mask)(Pixel* to, const uint8_t* mask, size_t count, Pixel color, uint32_t alpha);
    /// to = blended(to, from, alpha · alpha of from); colours are not premultiplied
    void (*blend_picture)(Pixel* to, const Pixel* from, size_t count, uint32_t alpha);
    /// to = mixed(a, b, weight); `weight` of 256
    void (*mix_pixels)(Pixel* to, const Pixel* a, const Pixel* b, size_t count, uint32_t weight);
    void (*mix_masks)(uint8_t* to, const uint8_t* a, const uint8_t* b, size_t count,
                      uint32_t weight);
};

[[nodiscard]] const Kernels& plain_kernels();
/// The quickest that this processor has.
[[nodiscard]] const Kernels& kernels();

} // namespace pufa::raster
