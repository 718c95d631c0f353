#include "kiosk/platform/sound_device.h"

#include "tests/support/scripted_ring.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <thread>

using namespace pufa;
using namespace pufa::platform;

namespace {

/// True once `done` is; a guard against hanging, not a measure.
template <class Done>
bool comes_true(Done done) {
    const auto until = base::steady_now() + std::chrono::seconds(20);
    while (!done()) {
        if (base::steady_now() > until) return false;
        std::this_thread::yield();
    }
    return true;
}

} // namespace

TEST_CASE("the device's thread takes frames from the ring while it runs") {
    test::ScriptedRing ring(1'000'000);
    auto sound = open_sound_device(SoundDriver::none);
    REQUIRE_MESSAGE(sound.ok(), sound.error().detail);
    auto& sink = **sound;
    sink.attach(&ring);
    CHECK(sink.taken().frames == 0);
    sink.set_running(true);
    CHECK(comes_true([&] { return sink.taken().frames >= 4096; }));
    CHECK(comes_true([&] { return sink.heard_position(base::steady_now()) > 0; }));
    CHECK(sink.heard_position(base::steady_now()) <= ring.position());
    CHECK(sink.taken().energy > 0);
}

TEST_CASE("when attach returns the old ring is no longer used") {
    test::ScriptedRing ring(1'000'000'000);
    test::ScriptedRing second(1'000'000'000);
    auto sound = open_sound_device(SoundDriver::none);
    REQUIRE(sound.ok());
    auto& sink = **sound;
    sink.set_running(true);
    sink.attach(&ring);
    CHECK(comes_true([&] { return ring.position() > 0; }));
    sink.attach(nullptr);
    const auto position = ring.position();
    sink.attach(&second);
    CHECK(comes_true([&] { return second.position() > 0; }));
    CHECK(ring.position() == position);
}

TEST_CASE("a machine without a device says NO_SOUND") {
    setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
    const auto sound = open_sound_device();
    unsetenv("SDL_AUDIODRIVER");
    REQUIRE_FALSE(sound.ok());
    CHECK(sound.error().code == Code::NO_SOUND);
    CHECK_FALSE(sound.error().detail.empty());
}
