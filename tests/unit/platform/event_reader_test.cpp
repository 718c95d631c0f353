#include "kiosk/platform/event_reader.h"

#include <SDL.h>
#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::platform;
using Kind = ui::PointerInput::Kind;

namespace {

SDL_Event finger_at(float x, float y) {
    SDL_Event event{};
    event.type = SDL_FINGERDOWN;
    event.tfinger.fingerId = 5;
    event.tfinger.x = x;
    event.tfinger.y = y;
    return event;
}

SDL_Event button(uint32_t type, int x, int y, uint8_t which_button = SDL_BUTTON_LEFT) {
    SDL_Event event{};
    event.type = type;
    event.button.button = which_button;
    event.button.x = x;
    event.button.y = y;
    return event;
}

std::vector<WindowEvent> read(EventReader& reader, const SDL_Event& event,
                              const EventReader::Place& place) {
    std::vector<WindowEvent> events;
    reader.read(event, place, events);
    return events;
}

ui::Point place_of(const std::vector<WindowEvent>& events) {
    REQUIRE(events.size() == 1);
    return std::get<PointerEvent>(events[0]).at;
}

} // namespace

TEST_CASE("a finger on the panel is a finger on the page, however the panel hangs") {
    EventReader reader;
    // The panel is 400 × 300; a finger near its upper left corner.
    const auto event = finger_at(0.1f, 0.2f);
    const auto at = [&](int rotation, ui::PixelSize page) {
        return place_of(read(reader, event, {page, rotation, {400, 300}, false}));
    };
    const auto near = [](ui::Point point, float x, float y) {
        return std::abs(point.x - x) < 0.01f && std::abs(point.y - y) < 0.01f;
    };
    CHECK(near(at(0, {400, 300}), 40, 60));
    CHECK(near(at(90, {300, 400}), 60, 360)); // the page's lower left is at the panel's upper left
    CHECK(near(at(180, {400, 300}), 360, 240));
    CHECK(near(at(270, {300, 400}), 240, 40));
}

TEST_CASE("a finger that is put in comes out where it was, however the panel hangs") {
    EventReader reader;
    for (const int rotation : {0, 90, 180, 270}) {
        const EventReader::Place place{{300, 400}, rotation, {1, 1}, false};
        SDL_Event event{};
        event.tfinger = finger_event(Kind::down, 9, {12, 345}, place);
        const auto at = place_of(read(reader, event, place));
        CHECK(at.x == doctest::Approx(12).epsilon(0.001));
        CHECK(at.y == doctest::Approx(345).epsilon(0.001));
    }
}

TEST_CASE("the mouse is one finger while its left button is down") {
    EventReader reader;
    const EventReader::Place place{{800, 600}, 0, {400, 300}, false}; // two pixels to a point
    CHECK(read(reader, button(SDL_MOUSEBUTTONDOWN, 1, 1, SDL_BUTTON_RIGHT), place).empty());
    SDL_Event motion{};
    motion.type = SDL_MOUSEMOTION;
    motion.motion.x = 30;
    motion.motion.y = 40;
    CHECK(read(reader, motion, place).empty());
    CHECK(place_of(read(reader, button(SDL_MOUSEBUTTONDOWN, 10, 20), place)) == ui::Point{20, 40});
    CHECK(place_of(read(reader, motion, place)) == ui::Point{60, 80});
    CHECK(place_of(read(reader, button(SDL_MOUSEBUTTONUP, 10, 20), place)) == ui::Point{20, 40});
    CHECK(read(reader, motion, place).empty());
}

TEST_CASE("a mouse that leaves with its button down is a finger that is cancelled") {
    EventReader reader;
    const EventReader::Place place{{400, 300}, 0, {400, 300}, false};
    SDL_Event lost{};
    lost.type = SDL_WINDOWEVENT;
    lost.window.event = SDL_WINDOWEVENT_FOCUS_LOST;
    CHECK(read(reader, lost, place).empty());
    (void)read(reader, button(SDL_MOUSEBUTTONDOWN, 10, 20), place);
    const auto events = read(reader, lost, place);
    REQUIRE(events.size() == 1);
    CHECK(std::get<PointerEvent>(events[0]).kind == Kind::cancel);
}

TEST_CASE("only a window can be closed by a key or by its frame") {
    EventReader reader;
    SDL_Event key{};
    key.type = SDL_KEYDOWN;
    key.key.keysym.sym = SDLK_ESCAPE;
    SDL_Event close{};
    close.type = SDL_WINDOWEVENT;
    close.window.event = SDL_WINDOWEVENT_CLOSE;
    SDL_Event quit{};
    quit.type = SDL_QUIT;
    EventReader::Place place{{400, 300}, 0, {400, 300}, false};
    CHECK(read(reader, key, place).empty());
    CHECK(read(reader, close, place).empty());
    CHECK(read(reader, quit, place).size() == 1);
    place.windowed = true;
    CHECK(read(reader, key, place).size() == 1);
    CHECK(read(reader, close, place).size() == 1);
}
