#pragma once
// Puts a video's picture onto the presenter's target. Two ways: a shader (gl_video), and, where
// GL itself is drawn by the processor, libyuv (cpu_video). UI thread, current GL context.

#include "content/base/result.h"
#include "kiosk/platform/presenter.h"

namespace pufa::platform {

/// The presenter's texture, bound as framebuffer.
struct DrawTarget {
    unsigned texture = 0;
    int width = 0;
    int height = 0;
};

class VideoPainter {
  public:
    virtual ~VideoPainter() = default;
    /// Takes the pixels of a picture with a new serial; the same serial costs nothing.
    virtual void upload(const VideoLayer& video) = 0;
    /// Draws what was uploaded, and the black around it, within `part`. May leave the scissor test
    /// on.
    virtual void draw(const VideoLayer& video, const ui::PixelRect& part,
                      const DrawTarget& target) = 0;
};

enum class VideoBy { whichever_is_faster, shader, processor };
/// NO_DISPLAY if the shader does not compile.
[[nodiscard]] Result<std::unique_ptr<VideoPainter>> make_video_painter(VideoBy by);

} // namespace pufa::platform
