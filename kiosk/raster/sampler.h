#pragma once
// Textures between their texels: bilinear, without mipmaps, as GL_LINEAR draws them. Pure.

#include "kiosk/raster/mapping.h"
#include "kiosk/raster/texture.h"

#include <vector>

namespace pufa::raster {

/// At one point, counted as Mapping counts; alpha in the highest byte.
[[nodiscard]] Pixel sample(const Texture& texture, double u, double v);

/// Rows of a mask as a mapping shows it; remembers the row before, which is often the same.
class MaskRows {
  public:
    /// For pixels of `box`; `texture` outlives it.
    MaskRows(const Texture& texture, const Mapping& mapping, const ui::PixelRect& box);
    struct Row {
        const uint8_t* coverage; ///< of pixels box.x and on; valid until the next call
        bool even;               ///< the same for all of them
    };
    [[nodiscard]] Row row(int y);

  private:
    void make(const Between& rows);
    [[nodiscard]] bool shows_one_column() const;

    const Texture& m_texture;
    Mapping m_mapping;
    ui::PixelRect m_box;
    int m_first; ///< texels that the box shows
    int m_end;
    bool m_even;
    Between m_made{-1, -1, 0};
    std::vector<uint8_t> m_texels;
    std::vector<uint8_t> m_row;
};

/// The pixels of a picture as a mapping shows it, rows of `box`, into `to`.
void scale_picture(const Texture& picture, const Mapping& mapping, const ui::PixelRect& box,
                   std::vector<Pixel>& to);

} // namespace pufa::raster
