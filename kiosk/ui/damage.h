#pragma once
// What changed between two frames: each triangle of the draw lists is hashed into the tiles it
// covers; tiles whose hash differs are damage. Pixels.

#include "kiosk/ui/geometry.h"

#include <cstdint>
#include <vector>

struct ImDrawData;

namespace pufa::ui {

class DamageTracker {
  public:
    static constexpr int k_tile = 32;
    /// Compares with the frame before; the first frame is all damage. At most a few rectangles
    /// that do not overlap.
    [[nodiscard]] std::vector<PixelRect> next(const ImDrawData& data, int width, int height);
    /// The next frame is all damage (the target was lost).
    void forget();

  private:
    int m_width = 0;
    int m_height = 0;
    std::vector<uint64_t> m_before;
    std::vector<uint64_t> m_now;
};

} // namespace pufa::ui
