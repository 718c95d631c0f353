#pragma once
// What changed between two frames: each triangle of the draw lists is hashed into the tiles it
// covers; tiles whose hash differs are damage, cut down to what the triangles that differ cover: a
// small button's press is not to cost the tiles around it. Pixels.

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

    struct Box {
        float left = 0, top = 0, right = 0, bottom = 0;
    };
    /// A triangle, or a callback of the renderer: what makes it itself, and what of it is seen.
    struct Drawn {
        uint64_t hash;
        Box seen;
    };

  private:
    /// All that was drawn, in its order, and its hash in each tile.
    struct Frame {
        std::vector<uint64_t> tiles;
        std::vector<Drawn> drawn;
    };
    int m_width = 0;
    int m_height = 0;
    Frame m_before;
    Frame m_now;
};

} // namespace pufa::ui
