#pragma once
// Pictures as they are shown, scaled beforehand: a page that is drawn again copies them. What was
// used least lately goes when there is too much. UI thread.

#include "kiosk/raster/mapping.h"
#include "kiosk/raster/texture.h"

#include <cstdint>
#include <list>
#include <vector>

namespace pufa::raster {

class ScaledPictures {
  public:
    static constexpr size_t k_most_bytes = size_t{48} << 20;

    struct Scaled {
        ui::TextureId texture;
        uint64_t version;
        Axis u, v; ///< from the corner of the box
        int width, height;
        std::vector<Pixel> pixels;

        [[nodiscard]] const Pixel* row(int y) const {
            return pixels.data() + static_cast<size_t>(y) * static_cast<size_t>(width);
        }
    };
    /// `picture`, which is `texture`, as `mapping` shows it in `box`; valid until the next call.
    [[nodiscard]] const Scaled& find(ui::TextureId texture, const Texture& picture,
                                     const Mapping& mapping, const ui::PixelRect& box);
    /// Nothing of it is kept any longer.
    void forget(ui::TextureId texture);
    [[nodiscard]] size_t bytes() const { return m_bytes; }
    /// How often something was scaled.
    [[nodiscard]] uint64_t made() const { return m_made; }

  private:
    std::list<Scaled> m_all; ///< the last used first
    size_t m_bytes = 0;
    uint64_t m_made = 0;
};

} // namespace pufa::raster
