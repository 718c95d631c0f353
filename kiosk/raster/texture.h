#pragma once
// Textures of the soft presenter: pictures, and masks, which are white with an alpha (pages of
// glyphs, shadows) and keep one byte a pixel. UI thread.

#include "kiosk/raster/pixel.h"
#include "kiosk/ui/textures.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace pufa::raster {

struct Texture {
    int width = 0;
    int height = 0;
    std::vector<uint8_t> mask; ///< of a mask; else empty
    std::vector<Pixel> pixels; ///< of a picture, not premultiplied, alpha in the highest byte
    bool opaque = false;       ///< no pixel of the picture shows what is under it
    uint64_t version = 0;      ///< another one of the same texture: other pixels

    [[nodiscard]] bool is_mask() const { return !mask.empty(); }
    [[nodiscard]] const uint8_t* mask_row(int y) const {
        return mask.data() + static_cast<size_t>(y) * static_cast<size_t>(width);
    }
    [[nodiscard]] const Pixel* row(int y) const {
        return pixels.data() + static_cast<size_t>(y) * static_cast<size_t>(width);
    }
    /// As a pixel, whichever kind it is.
    [[nodiscard]] Pixel texel(int x, int y) const {
        return is_mask() ? uint32_t{mask_row(y)[x]} << 24 | 0x00ffffff : row(y)[x];
    }
};

/// As ui::TextureHost says; a texture that has no pixels yet is a mask.
class Textures {
  public:
    [[nodiscard]] ui::TextureId create(int width, int height, std::span<const uint8_t> rgba);
    void update(ui::TextureId texture, int x, int y, int width, int height,
                std::span<const uint8_t> rgba);
    void destroy(ui::TextureId texture);
    /// nullptr if there is none of that name (0 among them).
    [[nodiscard]] const Texture* find(ui::TextureId texture) const;
    /// Of all pixels.
    [[nodiscard]] size_t bytes() const;

  private:
    std::unordered_map<ui::TextureId, Texture> m_textures;
    ui::TextureId m_last = 0;
};

} // namespace pufa::raster
