#include "kiosk/platform/window.h"

#include "content/base/log.h"
#include "kiosk/platform/event_reader.h"
#include "kiosk/platform/gl_presenter.h"
#include "kiosk/platform/presenter_trial.h"
#include "kiosk/platform/sdl_video.h"
#include "kiosk/platform/soft_presenter.h"
#include "kiosk/platform/turn.h"

#include <SDL.h>

#include <cstdlib>
#include <filesystem>
#include <functional>

namespace pufa::platform {
namespace {

class SdlWindow final : public Window {
  public:
    SdlWindow(const WindowOptions& options, DrawnBy by, std::shared_ptr<SdlVideo> video)
        : m_options(options)
        , m_drawn_by(by)
        , m_video(std::move(video)) {}

    Result<void> start() {
        PUFA_CHECK(m_drawn_by == DrawnBy::gl ? start_gl() : start_soft());
        if (m_options.fullscreen && !m_options.offscreen) SDL_ShowCursor(SDL_DISABLE);
        m_wake_event = SDL_RegisterEvents(1);
        return {};
    }

    int width() const override { return m_page.width; }
    int height() const override { return m_page.height; }
    DrawnBy drawn_by() const override { return m_drawn_by; }
    Presenter& presenter() override { return *m_presenter; }

    std::vector<WindowEvent> wait(std::chrono::milliseconds at_most) override {
        std::vector<WindowEvent> events;
        SDL_Event event;
        const int got = at_most.count() > 0
                            ? SDL_WaitEventTimeout(&event, static_cast<int>(at_most.count()))
                            : SDL_PollEvent(&event);
        if (!got) return events;
        do
            read(event, events);
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
        event.tfinger = finger_event(kind, finger, at, place());
        SDL_PushEvent(&event);
    }

  private:
    Result<void> start_gl() {
        PUFA_TRY(m_window, SdlWindowHandle::open_gl(m_options));
        SDL_GL_SetSwapInterval(m_options.offscreen ? 0 : 1);
        m_page = page_for_window();
        std::function<void()> swap;
        if (!m_options.offscreen) swap = [window = m_window.get()] { SDL_GL_SwapWindow(window); };
        PUFA_TRY(m_presenter, GlPresenter::make(m_page.width, m_page.height, std::move(swap),
                                                VideoBy::whichever_is_faster, m_options.rotation));
        return {};
    }

    Result<void> start_soft() {
        PUFA_TRY(m_window, SdlWindowHandle::open_plain(m_options));
        m_page = page_for_window();
        if (m_options.offscreen) {
            m_presenter = make_soft_presenter(make_memory_screen(m_page.width, m_page.height));
            return {};
        }
        PUFA_TRY(auto screen, make_window_screen(m_window.get(), m_options.rotation));
        m_presenter = make_soft_presenter(std::move(screen));
        return {};
    }

    ui::PixelSize page_for_window() const {
        ui::PixelSize panel;
        SDL_GetWindowSizeInPixels(m_window.get(), &panel.width, &panel.height);
        return turned(panel, m_options.rotation);
    }

    EventReader::Place place() const {
        ui::PixelSize window;
        SDL_GetWindowSize(m_window.get(), &window.width, &window.height);
        return {m_page, m_options.rotation, window, !m_options.fullscreen && !m_options.offscreen};
    }

    void read(const SDL_Event& event, std::vector<WindowEvent>& events) {
        if (event.type == m_wake_event)
            events.push_back(Woken{});
        else if (event.type == SDL_WINDOWEVENT &&
                 event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED)
            take_size(events);
        else
            m_reader.read(event, place(), events);
    }

    void take_size(std::vector<WindowEvent>& events) {
        const auto page = page_for_window();
        // SDL drops a window's surface with every such event, also where the size is the same.
        if (page == m_page && m_drawn_by == DrawnBy::gl) return;
        if (const auto resized = m_presenter->resize(page.width, page.height); !resized) {
            base::log_error("{}: {}", resized.error().where, resized.error().detail);
            return;
        }
        m_page = page;
        events.push_back(Resized{page.width, page.height});
    }

    const WindowOptions m_options;
    const DrawnBy m_drawn_by;
    // The order is the order of making.
    std::shared_ptr<SdlVideo> m_video;
    SdlWindowHandle m_window;
    std::unique_ptr<Presenter> m_presenter;
    EventReader m_reader;
    uint32_t m_wake_event = 0; ///< written before any other thread may call wake
    ui::PixelSize m_page;
};

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value && *value;
}

} // namespace

Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
    PUFA_TRY(auto video, SdlVideo::start(options.offscreen));
    auto by = options.drawn_by;
    if (by == DrawnBy::automatic) by = try_presenters();
    auto window = std::make_unique<SdlWindow>(options, by, video);
    auto started = window->start();
    if (!started && by == DrawnBy::gl && options.drawn_by == DrawnBy::automatic) {
        base::log_info("OpenGL: {}", started.error().detail);
        window = std::make_unique<SdlWindow>(options, DrawnBy::soft, video);
        started = window->start();
    }
    PUFA_CHECK(std::move(started));
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
