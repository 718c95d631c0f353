#include "kiosk/platform/event_reader.h"

#include "kiosk/platform/turn.h"

#include <SDL.h>

#include <algorithm>

namespace pufa::platform {
namespace {

using Kind = ui::PointerInput::Kind;

constexpr int64_t k_mouse = -1;
constexpr uint32_t k_mouse_of_touch = 0xffffffff; ///< SDL_TOUCH_MOUSEID, which is a C cast

/// `x` of `of_x` and `y` of `of_y` on the panel, in pixels of the page.
ui::Point on_page(float x, float of_x, float y, float of_y, const EventReader::Place& place) {
    const auto panel = turned(place.page, place.rotation);
    const PageTurn turn{static_cast<float>(place.page.width), static_cast<float>(place.page.height),
                        place.rotation};
    return turn.to_page(
        {x * static_cast<float>(panel.width) / of_x, y * static_cast<float>(panel.height) / of_y});
}

PointerEvent finger(Kind kind, const SDL_TouchFingerEvent& event, const EventReader::Place& place) {
    return {kind, event.fingerId, on_page(event.x, 1, event.y, 1, place)};
}

PointerEvent mouse(Kind kind, int x, int y, const EventReader::Place& place) {
    const auto size = [](int of) { return static_cast<float>(std::max(1, of)); };
    return {kind, k_mouse,
            on_page(static_cast<float>(x), size(place.window.width), static_cast<float>(y),
                    size(place.window.height), place)};
}

} // namespace

void EventReader::read(const SDL_Event& event, const Place& place, std::vector<WindowEvent>& to) {
    switch (event.type) {
    case SDL_QUIT: // SIGTERM or SIGINT
        to.push_back(QuitAsked{});
        break;
    case SDL_KEYDOWN: // A visitor's keyboard does nothing.
        if (place.windowed && event.key.keysym.sym == SDLK_ESCAPE) to.push_back(QuitAsked{});
        break;
    case SDL_WINDOWEVENT:
        read_window(event.window, place, to);
        break;
    case SDL_FINGERDOWN:
        to.push_back(finger(Kind::down, event.tfinger, place));
        break;
    case SDL_FINGERMOTION:
        to.push_back(finger(Kind::move, event.tfinger, place));
        break;
    case SDL_FINGERUP:
        to.push_back(finger(Kind::up, event.tfinger, place));
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        if (event.button.which == k_mouse_of_touch || event.button.button != SDL_BUTTON_LEFT) break;
        m_mouse_down = event.type == SDL_MOUSEBUTTONDOWN;
        to.push_back(
            mouse(m_mouse_down ? Kind::down : Kind::up, event.button.x, event.button.y, place));
        break;
    case SDL_MOUSEMOTION:
        if (m_mouse_down && event.motion.which != k_mouse_of_touch)
            to.push_back(mouse(Kind::move, event.motion.x, event.motion.y, place));
        break;
    default:
        break;
    }
}

void EventReader::read_window(const SDL_WindowEvent& event, const Place& place,
                              std::vector<WindowEvent>& to) {
    switch (event.event) {
    case SDL_WINDOWEVENT_CLOSE:
        if (place.windowed) to.push_back(QuitAsked{});
        break;
    case SDL_WINDOWEVENT_EXPOSED:
        to.push_back(Exposed{});
        break;
    case SDL_WINDOWEVENT_FOCUS_LOST:
        if (!m_mouse_down) break;
        m_mouse_down = false;
        to.push_back(PointerEvent{Kind::cancel, k_mouse, {}});
        break;
    default:
        break;
    }
}

SDL_TouchFingerEvent finger_event(Kind kind, int64_t finger, ui::Point at,
                                  const EventReader::Place& place) {
    SDL_TouchFingerEvent event{};
    event.type = kind == Kind::down   ? SDL_FINGERDOWN
                 : kind == Kind::move ? SDL_FINGERMOTION
                                      : SDL_FINGERUP;
    event.touchId = 1;
    event.fingerId = finger;
    const auto panel =
        PageTurn{1, 1, place.rotation}.to_panel({at.x / static_cast<float>(place.page.width),
                                                 at.y / static_cast<float>(place.page.height)});
    event.x = panel.x;
    event.y = panel.y;
    event.pressure = 1;
    return event;
}

} // namespace pufa::platform
