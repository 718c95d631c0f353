#pragma once
// Where the soft presenter's pixels lie, and how they come onto the glass. UI thread.

#include "content/base/result.h"
#include "kiosk/raster/surface.h"

#include <memory>
#include <span>

struct SDL_Window;

namespace pufa::platform {

class SoftScreen {
  public:
    virtual ~SoftScreen() = default;
    /// The page; what was drawn on it stays until `resize`. Valid until then.
    [[nodiscard]] virtual raster::Surface page() = 0;
    /// What is on the glass: the page itself, or the page turned.
    [[nodiscard]] virtual raster::Surface panel() = 0;
    /// Shows these parts of the page, which do not overlap.
    virtual void show(std::span<const ui::PixelRect> parts) = 0;
    /// For pixels that go past the page onto the glass: as wide as the page, some rows high. An
    /// empty surface where nothing may go past it.
    [[nodiscard]] virtual raster::Surface strip() { return {}; }
    /// What stands in the strip's top left corner is seen at `at`; the page keeps what it has
    /// there. The strip may be written again.
    virtual void show_strip(const ui::PixelRect& at) { static_cast<void>(at); }
    /// To that many pixels, whose content is undefined.
    [[nodiscard]] virtual Result<void> resize(int width, int height) = 0;
};

/// Nobody sees it.
[[nodiscard]] std::unique_ptr<SoftScreen> make_memory_screen(int width, int height);

/// The window's own surface (under X11 memory shared with the server), never through GL. What is
/// upright and of our pixel format is drawn straight onto it; else a page in memory is turned by
/// `rotation` degrees clockwise. The window has no GL context and outlives it. Where an
/// X server lets it, it has a strip. NO_DISPLAY if it has no surface.
[[nodiscard]] Result<std::unique_ptr<SoftScreen>> make_window_screen(SDL_Window* window,
                                                                     int rotation);

} // namespace pufa::platform
