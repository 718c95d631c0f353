#include "kiosk/platform/soft_screen.h"

#include "content/base/log.h"
#include "kiosk/platform/turn.h"
#include "kiosk/platform/x11_strip.h"

#include <SDL.h>
#include <libyuv.h>

#include <algorithm>
#include <vector>

namespace pufa::platform {
namespace {

using raster::Pixel;
using raster::Surface;

class Memory {
  public:
    void resize(int width, int height) {
        m_width = std::max(1, width);
        m_height = std::max(1, height);
        m_pixels.assign(static_cast<size_t>(m_width) * static_cast<size_t>(m_height),
                        raster::k_unused_byte);
    }
    [[nodiscard]] Surface surface() { return {m_pixels.data(), m_width, m_height, m_width}; }

  private:
    int m_width = 0;
    int m_height = 0;
    std::vector<Pixel> m_pixels;
};

class MemoryScreen final : public SoftScreen {
  public:
    Surface page() override { return m_memory.surface(); }
    Surface panel() override { return m_memory.surface(); }
    void show(std::span<const ui::PixelRect>) override {}
    Result<void> resize(int width, int height) override {
        m_memory.resize(width, height);
        return {};
    }

  private:
    Memory m_memory;
};

libyuv::RotationMode mode_of(int rotation) {
    return rotation == 90    ? libyuv::kRotate90
           : rotation == 180 ? libyuv::kRotate180
           : rotation == 270 ? libyuv::kRotate270
                             : libyuv::kRotate0;
}

class WindowScreen final : public SoftScreen {
  public:
    WindowScreen(SDL_Window* window, int rotation)
        : m_window(window)
        , m_rotation(rotation) {}

    Surface page() override { return is_direct() ? panel() : m_memory.surface(); }
    Surface panel() override {
        return {static_cast<Pixel*>(m_surface->pixels), m_surface->w, m_surface->h,
                m_surface->pitch / 4};
    }

    void show(std::span<const ui::PixelRect> parts) override {
        std::vector<SDL_Rect> shown;
        for (const auto& part : parts) {
            const auto page = page_size();
            const auto at = to_panel(part, page, m_rotation);
            if (!is_direct()) turn(part, at);
            shown.push_back({at.x, at.y, at.w, at.h});
        }
        if (SDL_UpdateWindowSurfaceRects(m_window, shown.data(), static_cast<int>(shown.size())))
            base::log_error("window surface: {}", SDL_GetError());
    }

    Result<void> resize(int width, int height) override {
        m_surface = SDL_GetWindowSurface(m_window); // SDL drops the one before with the size
        if (!m_surface) return Error{Code::NO_DISPLAY, "window surface", SDL_GetError()};
        if (SDL_MUSTLOCK(m_surface) || m_surface->format->BytesPerPixel != 4 ||
            m_surface->format->Rmask != 0xff0000 || m_surface->format->Bmask != 0xff)
            return Error{Code::NO_DISPLAY, "window surface",
                         SDL_GetPixelFormatName(m_surface->format->format)};
        if (m_surface->w != turned({width, height}, m_rotation).width ||
            m_surface->h != turned({width, height}, m_rotation).height)
            return Error{Code::NO_DISPLAY, "window surface", "of another size than its window"};
        if (!is_direct()) m_memory.resize(width, height);
        m_strip = is_direct() ? make_x11_strip(m_window) : nullptr;
        return {};
    }

    Surface strip() override { return m_strip ? m_strip->surface() : Surface{}; }
    void show_strip(const ui::PixelRect& at) override { m_strip->show(at); }

  private:
    [[nodiscard]] bool is_direct() const { return m_rotation == 0; }
    [[nodiscard]] ui::PixelSize page_size() const {
        return turned({m_surface->w, m_surface->h}, m_rotation);
    }
    void turn(const ui::PixelRect& part, const ui::PixelRect& at) {
        const auto page = m_memory.surface();
        const auto glass = panel();
        libyuv::ARGBRotate(reinterpret_cast<const uint8_t*>(page.at(part.x, part.y)),
                           static_cast<int>(page.stride) * 4,
                           reinterpret_cast<uint8_t*>(glass.at(at.x, at.y)),
                           static_cast<int>(glass.stride) * 4, part.w, part.h, mode_of(m_rotation));
    }

    SDL_Window* m_window;
    const int m_rotation;
    std::unique_ptr<X11Strip> m_strip;
    SDL_Surface* m_surface = nullptr; ///< the window's
    Memory m_memory;                  ///< the page, where it is not drawn on the surface itself
};

} // namespace

std::unique_ptr<SoftScreen> make_memory_screen(int width, int height) {
    auto screen = std::make_unique<MemoryScreen>();
    (void)screen->resize(width, height);
    return screen;
}

Result<std::unique_ptr<SoftScreen>> make_window_screen(SDL_Window* window, int rotation) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    auto screen = std::make_unique<WindowScreen>(window, rotation);
    int width = 0;
    int height = 0;
    SDL_GetWindowSize(window, &width, &height);
    const auto page = turned({width, height}, rotation);
    PUFA_CHECK(screen->resize(page.width, page.height));
    return std::unique_ptr<SoftScreen>(std::move(screen));
}

} // namespace pufa::platform
