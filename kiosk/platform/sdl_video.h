#pragma once
// SDL's video, and windows of both kinds. UI thread.

#include "kiosk/platform/window.h"

#include <memory>

struct SDL_Window;

namespace pufa::platform {

/// SDL's video and events run as long as somebody holds it.
class SdlVideo {
  public:
    /// Touch makes no mouse and the mouse no touch: each event comes once. Where a display is
    /// missing, SDL falls back to drivers that show nothing; a kiosk would run unseen: NO_DISPLAY.
    [[nodiscard]] static Result<std::shared_ptr<SdlVideo>> start(bool offscreen);
    ~SdlVideo();
    SdlVideo(const SdlVideo&) = delete;
    SdlVideo& operator=(const SdlVideo&) = delete;

  private:
    SdlVideo() = default;
};

/// A window, and its GL context if it has one, both its owner's. Movable.
class SdlWindowHandle {
  public:
    SdlWindowHandle() = default;
    ~SdlWindowHandle();
    SdlWindowHandle(SdlWindowHandle&& other) noexcept;
    SdlWindowHandle& operator=(SdlWindowHandle&& other) noexcept;

    /// The context is current. NO_DISPLAY if neither GL ≥ 3.2 nor GLES ≥ 3.0 is there.
    [[nodiscard]] static Result<SdlWindowHandle> open_gl(const WindowOptions& options);
    /// Nobody sees it: what is drawn must be drawn elsewhere.
    [[nodiscard]] static Result<SdlWindowHandle> open_hidden_gl();
    [[nodiscard]] static Result<SdlWindowHandle> open_plain(const WindowOptions& options);

    [[nodiscard]] SDL_Window* get() const { return m_window; }

  private:
    struct Asked {
        ui::PixelSize size;
        uint32_t flags;
    };
    [[nodiscard]] static Result<SdlWindowHandle> open_with_context(const Asked& asked);

    SDL_Window* m_window = nullptr;
    void* m_context = nullptr;
};

} // namespace pufa::platform
