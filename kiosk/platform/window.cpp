#include "kiosk/platform/window.h"

#include "content/base/log.h"
#include "kiosk/platform/gl_presenter.h"

#include <SDL.h>
#include <epoxy/gl.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string_view>

namespace pufa::platform {
namespace {

constexpr int64_t k_mouse = -1;
constexpr uint32_t k_mouse_of_touch = 0xffffffff; ///< SDL_TOUCH_MOUSEID, which is a C cast

struct GlKind {
    int profile, major, minor;
};
constexpr std::array k_gl_kinds{GlKind{SDL_GL_CONTEXT_PROFILE_CORE, 3, 2},
                                GlKind{SDL_GL_CONTEXT_PROFILE_ES, 3, 0}};

Error no_display(const char* what) {
    const char* driver = SDL_GetCurrentVideoDriver();
    return {Code::NO_DISPLAY, driver ? driver : what, SDL_GetError()};
}

/// Touch makes no mouse and the mouse no touch: each event comes once. Where a display is missing,
/// SDL falls back to drivers that show nothing; a kiosk would run unseen.
Result<void> start_video(bool offscreen) {
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    const char* asked = std::getenv("SDL_VIDEODRIVER");
    if (offscreen) SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "offscreen", SDL_HINT_OVERRIDE);
    const bool started = SDL_InitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS) == 0;
    if (offscreen) SDL_ResetHint(SDL_HINT_VIDEODRIVER);
    if (!started) return Error{Code::NO_DISPLAY, "SDL", SDL_GetError()};
    const std::string driver = SDL_GetCurrentVideoDriver();
    const bool unseen = driver == "offscreen" || driver == "dummy" || driver == "evdev";
    if (offscreen || !unseen || (asked && driver == asked)) return {};
    SDL_QuitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS);
    return Error{Code::NO_DISPLAY, "SDL", "neither X11 nor Wayland nor a DRM card answers"};
}

class SdlWindow final : public Window {
  public:
    explicit SdlWindow(const WindowOptions& options)
        : m_options(options) {}

    ~SdlWindow() override {
        m_presenter.reset();
        if (m_context) SDL_GL_DeleteContext(m_context);
        if (m_window) SDL_DestroyWindow(m_window);
        SDL_QuitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS);
    }

    Result<void> start() {
        PUFA_CHECK(open_with_context());
        SDL_GL_SetSwapInterval(m_options.offscreen ? 0 : 1);
        if (m_options.fullscreen && !m_options.offscreen) SDL_ShowCursor(SDL_DISABLE);
        m_wake_event = SDL_RegisterEvents(1);
        SDL_GL_GetDrawableSize(m_window, &m_width, &m_height);
        std::function<void()> swap;
        if (!m_options.offscreen) swap = [window = m_window] { SDL_GL_SwapWindow(window); };
        PUFA_TRY(m_presenter, GlPresenter::make(m_width, m_height, std::move(swap),
                                                VideoBy::whichever_is_faster));
        return {};
    }

    int width() const override { return m_width; }
    int height() const override { return m_height; }
    Presenter& presenter() override { return *m_presenter; }

    std::vector<WindowEvent> wait(std::chrono::milliseconds at_most) override {
        std::vector<WindowEvent> events;
        SDL_Event event;
        const int got = at_most.count() > 0
                            ? SDL_WaitEventTimeout(&event, static_cast<int>(at_most.count()))
                            : SDL_PollEvent(&event);
        if (!got) return events;
        do
            translate(event, events);
        while (SDL_PollEvent(&event));
        return events;
    }

    void wake() override {
        SDL_Event event{};
        event.type = m_wake_event;
        SDL_PushEvent(&event);
    }

    void inject(ui::PointerInput::Kind kind, int64_t finger, ui::Point at) override {
        SDL_Event event{};
        event.type = kind == ui::PointerInput::Kind::down   ? SDL_FINGERDOWN
                     : kind == ui::PointerInput::Kind::move ? SDL_FINGERMOTION
                                                            : SDL_FINGERUP;
        event.tfinger.touchId = 1;
        event.tfinger.fingerId = finger;
        event.tfinger.x = at.x / static_cast<float>(m_width);
        event.tfinger.y = at.y / static_cast<float>(m_height);
        event.tfinger.pressure = 1;
        SDL_PushEvent(&event);
    }

  private:
    bool windowed() const { return !m_options.fullscreen && !m_options.offscreen; }

    Result<void> open_with_context() {
        uint32_t flags = SDL_WINDOW_OPENGL;
        if (!m_options.offscreen)
            flags |= SDL_WINDOW_ALLOW_HIGHDPI |
                     (m_options.fullscreen ? uint32_t{SDL_WINDOW_FULLSCREEN_DESKTOP}
                                           : uint32_t{SDL_WINDOW_RESIZABLE});
        for (const auto& kind : k_gl_kinds) {
            SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, kind.profile);
            SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, kind.major);
            SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, kind.minor);
            m_window = SDL_CreateWindow("普法亭", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                        m_options.width, m_options.height, flags);
            if (!m_window) continue;
            m_context = SDL_GL_CreateContext(m_window);
            if (m_context && SDL_GL_MakeCurrent(m_window, m_context) == 0) return {};
            if (m_context) SDL_GL_DeleteContext(m_context);
            SDL_DestroyWindow(m_window);
            m_context = nullptr;
            m_window = nullptr;
        }
        return no_display("OpenGL");
    }

    void translate(const SDL_Event& event, std::vector<WindowEvent>& events) {
        using Kind = ui::PointerInput::Kind;
        if (event.type == m_wake_event) {
            events.push_back(Woken{});
            return;
        }
        switch (event.type) {
        case SDL_QUIT: // SIGTERM or SIGINT
            events.push_back(QuitAsked{});
            break;
        case SDL_KEYDOWN: // A visitor's keyboard does nothing.
            if (windowed() && event.key.keysym.sym == SDLK_ESCAPE) events.push_back(QuitAsked{});
            break;
        case SDL_WINDOWEVENT:
            translate_window(event.window, events);
            break;
        case SDL_FINGERDOWN:
            push_finger(Kind::down, event.tfinger, events);
            break;
        case SDL_FINGERMOTION:
            push_finger(Kind::move, event.tfinger, events);
            break;
        case SDL_FINGERUP:
            push_finger(Kind::up, event.tfinger, events);
            break;
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
            if (event.button.which == k_mouse_of_touch || event.button.button != SDL_BUTTON_LEFT)
                break;
            m_mouse_down = event.type == SDL_MOUSEBUTTONDOWN;
            push_mouse(m_mouse_down ? Kind::down : Kind::up, event.button.x, event.button.y,
                       events);
            break;
        case SDL_MOUSEMOTION:
            if (m_mouse_down && event.motion.which != k_mouse_of_touch)
                push_mouse(Kind::move, event.motion.x, event.motion.y, events);
            break;
        default:
            break;
        }
    }

    void translate_window(const SDL_WindowEvent& event, std::vector<WindowEvent>& events) {
        switch (event.event) {
        case SDL_WINDOWEVENT_CLOSE:
            if (windowed()) events.push_back(QuitAsked{});
            break;
        case SDL_WINDOWEVENT_EXPOSED:
            events.push_back(Exposed{});
            break;
        case SDL_WINDOWEVENT_SIZE_CHANGED:
            take_size(events);
            break;
        case SDL_WINDOWEVENT_FOCUS_LOST:
            if (!m_mouse_down) break;
            m_mouse_down = false;
            events.push_back(PointerEvent{ui::PointerInput::Kind::cancel, k_mouse, {}});
            break;
        default:
            break;
        }
    }

    void take_size(std::vector<WindowEvent>& events) {
        int width = 0;
        int height = 0;
        SDL_GL_GetDrawableSize(m_window, &width, &height);
        if (width == m_width && height == m_height) return;
        if (const auto resized = m_presenter->resize(width, height); !resized) {
            base::log_error("{}: {}", resized.error().where, resized.error().detail);
            return;
        }
        m_width = width;
        m_height = height;
        events.push_back(Resized{width, height});
    }

    void push_finger(ui::PointerInput::Kind kind, const SDL_TouchFingerEvent& finger,
                     std::vector<WindowEvent>& events) const {
        events.push_back(PointerEvent{
            kind,
            finger.fingerId,
            {finger.x * static_cast<float>(m_width), finger.y * static_cast<float>(m_height)}});
    }

    void push_mouse(ui::PointerInput::Kind kind, int x, int y,
                    std::vector<WindowEvent>& events) const {
        int points_wide = 1;
        int points_high = 1;
        SDL_GetWindowSize(m_window, &points_wide, &points_high);
        events.push_back(PointerEvent{kind,
                                      k_mouse,
                                      {static_cast<float>(x * m_width / points_wide),
                                       static_cast<float>(y * m_height / points_high)}});
    }

    const WindowOptions m_options;
    SDL_Window* m_window = nullptr;
    SDL_GLContext m_context = nullptr;
    std::unique_ptr<GlPresenter> m_presenter;
    uint32_t m_wake_event = 0; ///< written before any other thread may call wake
    int m_width = 0;
    int m_height = 0;
    bool m_mouse_down = false;
};

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value && *value;
}

} // namespace

Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
    PUFA_CHECK(start_video(options.offscreen));
    auto window = std::make_unique<SdlWindow>(options);
    PUFA_CHECK(window->start());
    return std::unique_ptr<Window>(std::move(window));
}

bool has_display() {
    if (is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")) return true;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator("/dev/dri", ignored))
        if (entry.path().filename().string().starts_with("card")) return true;
    return false;
}

} // namespace pufa::platform
