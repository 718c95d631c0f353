// Whole visits on the real kiosk: what a careless hand does, and that nothing of it stays.

#include "tests/support/offscreen_kiosk.h"

#include <random>

using namespace pufa;
using namespace std::chrono_literals;
using test::Machine;
using Kind = ui::PointerInput::Kind;

namespace {

/// An impatient child: taps, drags, several fingers, lifts that never come, and sometimes a pause.
class Child {
  public:
    Child(Machine& machine, uint32_t seed)
        : m_machine(machine)
        , m_random(seed) {}

    void play() {
        switch (below(8)) {
        case 0:
            drag();
            break;
        case 1:
            hands();
            break;
        case 2:
            m_machine.kiosk->window().inject(Kind::down, 1 + below(4), anywhere());
            break;
        case 3:
            m_machine.skipped += std::chrono::seconds{below(30)};
            break;
        default:
            tap_something();
        }
        m_machine.turns(1);
    }

  private:
    int below(int end) { return std::uniform_int_distribution<int>{0, end - 1}(m_random); }
    ui::Point anywhere() {
        return {static_cast<float>(below(Machine::k_width)),
                static_cast<float>(below(Machine::k_height))};
    }
    void touch(Kind kind, int finger, ui::Point at) {
        m_machine.kiosk->window().inject(kind, finger, at);
    }
    void tap_something() {
        const auto& targets = m_machine.kiosk->stage().seen().all();
        if (targets.empty()) return;
        const auto& target = targets[static_cast<size_t>(below(static_cast<int>(targets.size())))];
        const auto at = m_machine.kiosk->stage().layout().to_pixels(target.rect.center());
        touch(Kind::down, 1, at);
        if (below(2)) m_machine.turns(1);
        touch(Kind::up, 1, at);
    }
    void drag() {
        touch(Kind::down, 2, anywhere());
        for (int i = 0; i < 5; ++i) {
            touch(Kind::move, 2, anywhere());
            if (below(2)) m_machine.turns(1);
        }
        touch(below(4) ? Kind::up : Kind::cancel, 2, anywhere());
    }
    void hands() {
        for (int finger = 1; finger <= 10; ++finger)
            touch(Kind::down, finger, anywhere());
        for (int finger = 10; finger >= 1; --finger)
            touch(Kind::up, finger, anywhere());
    }

    Machine& m_machine;
    std::mt19937 m_random;
};

} // namespace

TEST_CASE("whatever a child does, the kiosk goes on and comes home when the child is gone") {
    Machine machine;
    machine.stored = test::sample_snapshot();
    machine.start();
    Child child{machine, 20261123};
    for (int i = 0; i < 400; ++i)
        child.play();
    for (int finger = 1; finger <= 10; ++finger)
        machine.kiosk->window().inject(Kind::up, finger, {0, 0});
    machine.turns(3);
    // Long enough for any page's silence, and then for the question whether anybody is there.
    for (int i = 0; i < 30; ++i) {
        machine.skipped += 10s;
        machine.turns(2);
    }
    CHECK(machine.come_to([&] { return machine.sees("attract.wake"); }));
    machine.wake();
    CHECK(machine.sees("home.door.help"));
}

TEST_CASE(
    "after a visit that changed everything the screen is that of a fresh start, to the pixel") {
    Machine machine;
    machine.stored = test::sample_snapshot();
    machine.start();
    machine.settle();
    REQUIRE(machine.sees("attract.wake"));
    const auto fresh = machine.look();

    machine.tap("attract.language.en");
    REQUIRE(machine.come_to([&] { return machine.sees("dock.text"); }));
    machine.tap("dock.text");
    machine.tap("dock.reach");
    machine.tap("dock.volume");
    machine.tap("dock.language");
    REQUIRE(machine.come_to([&] { return machine.sees("language.contrast"); }));
    machine.tap("language.contrast");
    machine.tap("language.close");
    machine.settle();
    CHECK(machine.kiosk->stage().layout().pixel_top > 0);
    CHECK(machine.look().rgba != fresh.rgba);

    machine.skipped += 60s;
    CHECK(machine.come_to([&] { return machine.sees("idle.stay"); }));
    machine.skipped += 20s;
    REQUIRE(machine.come_to([&] { return machine.sees("attract.wake"); }));
    machine.settle();
    CHECK(machine.look().rgba == fresh.rgba);
}
