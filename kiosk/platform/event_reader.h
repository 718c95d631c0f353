#pragma once
// From SDL's events to ours: fingers and mouse as places on the page, however the panel hangs. What
// changes the window's size is not read here. UI thread.

#include "kiosk/platform/window.h"

#include <vector>

union SDL_Event;
struct SDL_TouchFingerEvent;
struct SDL_WindowEvent;

namespace pufa::platform {

class EventReader {
  public:
    struct Place {
        ui::PixelSize page;
        int rotation = 0;      ///< of the page on the panel
        ui::PixelSize window;  ///< in the units of a mouse
        bool windowed = false; ///< it can be closed
    };
    void read(const SDL_Event& event, const Place& place, std::vector<WindowEvent>& to);

  private:
    void read_window(const SDL_WindowEvent& event, const Place& place,
                     std::vector<WindowEvent>& to);
    bool m_mouse_down = false;
};

/// A finger event as SDL would tell it, `at` in pixels of the page.
[[nodiscard]] SDL_TouchFingerEvent finger_event(ui::PointerInput::Kind kind, int64_t finger,
                                                ui::Point at, const EventReader::Place& place);

} // namespace pufa::platform
