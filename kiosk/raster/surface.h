#pragma once
// A rectangle of pixels in memory that somebody else owns.

#include "kiosk/raster/pixel.h"
#include "kiosk/ui/geometry.h"

#include <cstddef>

namespace pufa::raster {

struct Surface {
    Pixel* pixels = nullptr;
    int width = 0;
    int height = 0;
    ptrdiff_t stride = 0; ///< pixels from a row to the next

    [[nodiscard]] Pixel* row(int y) const { return pixels + y * stride; }
    [[nodiscard]] Pixel* at(int x, int y) const { return row(y) + x; }
    [[nodiscard]] ui::PixelRect all() const { return {0, 0, width, height}; }
};

} // namespace pufa::raster
