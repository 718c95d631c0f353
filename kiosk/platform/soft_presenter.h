#pragma once
// The presenter without GL: Dear ImGui's lists drawn by our own code (kiosk/raster) and video by
// libyuv, onto pixels that persist. UI thread.

#include "kiosk/platform/presenter.h"
#include "kiosk/platform/soft_screen.h"

#include <memory>

namespace pufa::platform {

/// An empty (paper) page as large as the screen's.
[[nodiscard]] std::unique_ptr<Presenter> make_soft_presenter(std::unique_ptr<SoftScreen> screen);

} // namespace pufa::platform
