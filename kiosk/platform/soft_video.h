#pragma once
// The video layer of the soft presenter: libyuv writes the picture's pixels straight onto the
// surface. What a picture needs beyond that (turning, scaling) is done once for its serial. As in
// cpu_video, saturated blues come out up to 16 of 255 short. UI thread.

#include "kiosk/platform/video_planes.h"
#include "kiosk/raster/surface.h"

#include <vector>

namespace pufa::platform {

/// A surface that is the page, or a piece of it whose top left corner lies at `x`, `y`.
struct PagePiece {
    raster::Surface surface;
    int x = 0;
    int y = 0;
    [[nodiscard]] raster::Pixel* at(int page_x, int page_y) const {
        return surface.at(page_x - x, page_y - y);
    }
    [[nodiscard]] ui::PixelRect all() const { return {x, y, surface.width, surface.height}; }
};

class SoftVideo {
  public:
    /// Draws the picture, and the black around it, within `part` of the page. The pixels of a
    /// serial's picture stay where they are until the next serial.
    void draw(const VideoLayer& video, const ui::PixelRect& part, const PagePiece& to);

  private:
    void prepare(const VideoLayer& video);
    void prepare_still(const media::Picture& picture);
    void convert(const media::Picture& picture, const ui::PixelRect& seen, const PagePiece& to);

    uint64_t m_serial = 0;
    ui::PixelRect m_at; ///< where the picture lies on the surface
    int m_rotation = 0;
    bool m_as_it_is = false; ///< neither turned nor scaled: read where the decoder put it
    Planes m_planes;         ///< else: of the size of m_at
    std::vector<uint8_t> m_turned;
    std::vector<uint8_t> m_scaled;
    std::vector<raster::Pixel> m_still; ///< of a picture that is RGBA, of the size of m_at
    std::vector<raster::Pixel> m_some;  ///< of a part that begins at an odd pixel
};

} // namespace pufa::platform
