#include "kiosk/platform/sdl_video.h"

#include <SDL.h>

#include <array>
#include <cstdlib>
#include <string>
#include <utility>

namespace pufa::platform {
namespace {

constexpr const char* k_title = "普法亭";

struct GlKind {
    int profile, major, minor;
};
constexpr std::array k_gl_kinds{GlKind{SDL_GL_CONTEXT_PROFILE_CORE, 3, 2},
                                GlKind{SDL_GL_CONTEXT_PROFILE_ES, 3, 0}};

Error no_display(const char* what) {
    const char* driver = SDL_GetCurrentVideoDriver();
    return {Code::NO_DISPLAY, driver ? driver : what, SDL_GetError()};
}

/// How a citizen sees it.
uint32_t seen_as(const WindowOptions& options) {
    if (options.offscreen) return 0;
    return options.fullscreen ? uint32_t{SDL_WINDOW_FULLSCREEN_DESKTOP}
                              : uint32_t{SDL_WINDOW_RESIZABLE};
}

/// A window that is to fill the display begins with its size: where no window manager runs, nobody
/// makes it larger.
ui::PixelSize first_size(const WindowOptions& options) {
    SDL_DisplayMode desktop{};
    if (options.fullscreen && !options.offscreen && SDL_GetDesktopDisplayMode(0, &desktop) == 0)
        return {desktop.w, desktop.h};
    return {options.width, options.height};
}

} // namespace

Result<std::shared_ptr<SdlVideo>> SdlVideo::start(bool offscreen) {
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    const char* asked = std::getenv("SDL_VIDEODRIVER");
    if (offscreen) SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "offscreen", SDL_HINT_OVERRIDE);
    const bool started = SDL_InitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS) == 0;
    if (offscreen) SDL_ResetHint(SDL_HINT_VIDEODRIVER);
    if (!started) return Error{Code::NO_DISPLAY, "SDL", SDL_GetError()};
    std::shared_ptr<SdlVideo> video(new SdlVideo);
    const std::string driver = SDL_GetCurrentVideoDriver();
    const bool unseen = driver == "offscreen" || driver == "dummy" || driver == "evdev";
    if (offscreen || !unseen || (asked && driver == asked)) return video;
    return Error{Code::NO_DISPLAY, "SDL", "neither X11 nor Wayland nor a DRM card answers"};
}

SdlVideo::~SdlVideo() {
    SDL_QuitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS);
}

SdlWindowHandle::~SdlWindowHandle() {
    if (m_context) SDL_GL_DeleteContext(m_context);
    if (m_window) SDL_DestroyWindow(m_window);
}

SdlWindowHandle::SdlWindowHandle(SdlWindowHandle&& other) noexcept
    : m_window(std::exchange(other.m_window, nullptr))
    , m_context(std::exchange(other.m_context, nullptr)) {}

SdlWindowHandle& SdlWindowHandle::operator=(SdlWindowHandle&& other) noexcept {
    std::swap(m_window, other.m_window);
    std::swap(m_context, other.m_context);
    return *this;
}

Result<SdlWindowHandle> SdlWindowHandle::open_gl(const WindowOptions& options) {
    const uint32_t sharp = options.offscreen ? 0 : uint32_t{SDL_WINDOW_ALLOW_HIGHDPI};
    return open_with_context({first_size(options), seen_as(options) | sharp});
}

Result<SdlWindowHandle> SdlWindowHandle::open_hidden_gl() {
    constexpr int k_side = 64;
    return open_with_context({{k_side, k_side}, SDL_WINDOW_HIDDEN});
}

Result<SdlWindowHandle> SdlWindowHandle::open_plain(const WindowOptions& options) {
    SdlWindowHandle handle;
    const auto size = first_size(options);
    handle.m_window = SDL_CreateWindow(k_title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                       size.width, size.height, seen_as(options));
    if (!handle.m_window) return no_display("window");
    return handle;
}

Result<SdlWindowHandle> SdlWindowHandle::open_with_context(const Asked& asked) {
    for (const auto& kind : k_gl_kinds) {
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, kind.profile);
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, kind.major);
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, kind.minor);
        SdlWindowHandle handle;
        handle.m_window =
            SDL_CreateWindow(k_title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                             asked.size.width, asked.size.height, asked.flags | SDL_WINDOW_OPENGL);
        if (!handle.m_window) continue;
        handle.m_context = SDL_GL_CreateContext(handle.m_window);
        if (handle.m_context && SDL_GL_MakeCurrent(handle.m_window, handle.m_context) == 0)
            return handle;
    }
    return no_display("OpenGL");
}

} // namespace pufa::platform
