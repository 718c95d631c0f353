#pragma once
// SDL behind our own words: a window (or an offscreen target), its events, its presenter.

#include "content/base/clock.h"
#include "content/base/result.h"
#include "kiosk/platform/presenter.h"
#include "kiosk/ui/touch.h"

#include <chrono>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace pufa::platform {

/// `automatic` is whichever of the two costs less processor time here.
enum class DrawnBy { automatic, gl, soft };

struct WindowOptions {
    bool offscreen = false; ///< SDL's offscreen driver: real GL, no display
    bool fullscreen = true;
    int width = 1920; ///< pixels; of the window (the panel) or the offscreen target
    int height = 1080;
    DrawnBy drawn_by = DrawnBy::gl;
    int rotation = 0; ///< the page on the panel, degrees clockwise: 0, 90, 180, 270
};

struct QuitAsked {};
struct Resized {
    int width;
    int height;
};
struct Exposed {};
/// `at` is in pixels of the page.
struct PointerEvent {
    ui::PointerInput::Kind kind;
    int64_t finger;
    ui::Point at;
};
struct Woken {};
using WindowEvent = std::variant<QuitAsked, Resized, Exposed, PointerEvent, Woken>;

class Window {
  public:
    /// NO_DISPLAY says which driver failed and why. Where nobody asked for GL, what is wrong with
    /// it is logged and the window is drawn without.
    [[nodiscard]] static Result<std::unique_ptr<Window>> open(const WindowOptions& options);
    virtual ~Window() = default;
    /// Of the page: as the panel, or as the panel turned.
    [[nodiscard]] virtual int width() const = 0;
    [[nodiscard]] virtual int height() const = 0;
    /// Never automatic.
    [[nodiscard]] virtual DrawnBy drawn_by() const = 0;
    [[nodiscard]] virtual Presenter& presenter() = 0;
    /// Waits at most `at_most` for the first event, then takes all that are there.
    [[nodiscard]] virtual std::vector<WindowEvent> wait(std::chrono::milliseconds at_most) = 0;
    /// Any thread: makes wait return.
    virtual void wake() = 0;
    /// For the self-test: a finger event through SDL's own queue; `at` in pixels of the
    /// page.
    virtual void inject(ui::PointerInput::Kind kind, int64_t finger, ui::Point at) = 0;
};

/// True if a window could be opened here: DISPLAY, WAYLAND_DISPLAY or a DRM card.
[[nodiscard]] bool has_display();

/// PNG, for shots.
[[nodiscard]] Result<void> write_png(const Image& image, const std::string& file);

} // namespace pufa::platform
