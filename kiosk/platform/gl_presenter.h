#pragma once
// The presenter over OpenGL (desktop ≥ 3.2 core or GLES ≥ 3.0, whichever context is current). Draws
// onto a texture of its own, which persists, and copies that to the window. UI thread.

#include "content/base/result.h"
#include "kiosk/platform/presenter.h"
#include "kiosk/platform/video_painter.h"

#include <functional>
#include <memory>

namespace pufa::platform {

class GlPresenter : public Presenter {
  public:
    /// The context must be current now and for the presenter's whole life. `width` and `height` are
    /// the page's, which is turned by `rotation` degrees clockwise when it is shown; `swap` shows
    /// what was drawn to the window's own framebuffer; without one there is no window. NO_DISPLAY
    /// if the driver refuses.
    [[nodiscard]] static Result<std::unique_ptr<GlPresenter>>
    make(int width, int height, std::function<void()> swap, VideoBy video_by, int rotation = 0);
};

} // namespace pufa::platform
