#pragma once
// A strip of pixels shared with the X server, from which a window is painted a few rows at a time.
// It is so small that it stays in the processor's cache, and its pages in the translation buffer:
// a film that goes through it does not pull eight megabytes of page through memory for each
// picture. UI thread; the window goes last.

#include "kiosk/raster/surface.h"

#include <memory>

struct SDL_Window;

namespace pufa::platform {

class X11Strip {
  public:
    virtual ~X11Strip() = default;
    /// To be written; as wide as the window was when it was made.
    [[nodiscard]] virtual raster::Surface surface() = 0;
    /// Its top left corner comes to `at` in the window. Returns when the server has read it.
    virtual void show(const ui::PixelRect& at) = 0;
};

/// nullptr where there is no X server, where it shares no memory with us, or where its pixels are
/// not ours.
[[nodiscard]] std::unique_ptr<X11Strip> make_x11_strip(SDL_Window* window);

} // namespace pufa::platform
