#pragma once
// A triangle whose colour, or place in its texture, changes from corner to corner: fringes, scrims
// at an angle, turned pictures. Values are planes over the pixels' middles. Pure.

#include "kiosk/raster/coverage.h"
#include "kiosk/raster/surface.h"
#include "kiosk/raster/texture.h"

#include <array>

namespace pufa::raster {

struct ShadedCorner {
    float x, y;  ///< pixels
    float u, v;  ///< texels, counted between their middles
    Pixel color; ///< its alpha in the highest byte
};

/// Draws where `coverage` says. `texture` may be nullptr: plain white.
void shade(const Surface& to, const Coverage& coverage, const std::array<ShadedCorner, 3>& corners,
           const Texture* texture);

} // namespace pufa::raster
