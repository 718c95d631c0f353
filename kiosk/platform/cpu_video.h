#pragma once
// The video layer where GL is drawn by the processor: libyuv scales and converts each picture once,
// and its pixels are copied to the target as they are. Saturated blues come out up to 16 of 255
// short where libyuv's x86 code clips the weight of Cb (BT.709 and BT.2020, limited range).

#include "kiosk/platform/video_painter.h"

#include <vector>

namespace pufa::platform {

class CpuVideo final : public VideoPainter {
  public:
    void upload(const VideoLayer& video) override;
    void draw(const VideoLayer& video, const ui::PixelRect& part,
              const DrawTarget& target) override;

  private:
    void convert(const media::Picture& picture, int rotation);

    uint64_t m_serial = 0;
    ui::PixelRect m_at; ///< where the picture lies on the target
    int m_rotation = 0;
    std::vector<uint8_t> m_turned; ///< the picture's planes, rotated
    std::vector<uint8_t> m_scaled; ///< and scaled
    std::vector<uint8_t> m_rgba;   ///< of the size of m_at; rows from the bottom, as GL has them
};

} // namespace pufa::platform
