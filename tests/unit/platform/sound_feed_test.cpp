#include "kiosk/platform/sound_feed.h"

#include "tests/support/scripted_ring.h"

#include <doctest/doctest.h>

#include <vector>

using namespace pufa;
using namespace pufa::platform;
using test::ScriptedRing;

namespace {

constexpr uint64_t k_frames = 480; // 10 ms

SteadyTime at_ms(int64_t ms) {
    return SteadyTime(std::chrono::milliseconds(ms));
}

struct Device {
    SoundFeed feed;
    std::vector<float> out;
    int64_t ms = 1000;
    /// One callback, 10 ms after the one before.
    const std::vector<float>& callback() {
        out.assign(k_frames * 2, 9.f);
        feed.fill(out.data(), k_frames, at_ms(ms));
        ms += 10;
        return out;
    }
};

float loudest(const std::vector<float>& samples) {
    float most = 0;
    for (const float sample : samples)
        most = std::max(most, std::abs(sample));
    return most;
}

float greatest_step(const std::vector<float>& samples, float before) {
    float greatest = 0;
    for (size_t i = 0; i < samples.size(); i += 2) {
        greatest = std::max(greatest, std::abs(samples[i] - before));
        before = samples[i];
    }
    return greatest;
}

} // namespace

TEST_CASE("without a ring there is silence and nothing is taken") {
    Device device;
    device.feed.set_running(true);
    for (const float sample : device.callback())
        CHECK(sample == 0);
    CHECK(device.feed.taken().frames == 0);
}

TEST_CASE("frames are taken while it runs, and counted with their energy before the gain") {
    Device device;
    ScriptedRing ring(10'000, 0.5f);
    device.feed.attach(&ring);
    device.feed.set_gain(0);
    device.callback();
    CHECK(device.feed.taken().frames == 0);
    device.feed.set_running(true);
    device.callback();
    device.callback();
    CHECK(device.feed.taken().frames == 2 * k_frames);
    CHECK(device.feed.taken().energy == doctest::Approx(2 * k_frames * 2 * 0.25));
    device.feed.set_running(false);
    device.callback();
    CHECK(device.feed.taken().frames == 2 * k_frames);
    CHECK(ring.position() == 2 * k_frames);
}

TEST_CASE("starting, stopping, running dry and changing the volume never click") {
    Device device;
    ScriptedRing ring(k_frames * 5 + 100, 0.8f);
    device.feed.attach(&ring);
    device.feed.set_running(true);
    float before = 0;
    const auto check_smooth = [&] {
        const auto& out = device.callback();
        CHECK(greatest_step(out, before) <= 0.8f / 200);
        before = out[out.size() - 2];
    };
    check_smooth();
    check_smooth();
    CHECK(before == doctest::Approx(0.8f));
    device.feed.set_gain(0.25f);
    check_smooth();
    CHECK(before == doctest::Approx(0.2f));
    device.feed.set_running(false);
    check_smooth();
    CHECK(before == 0);
    device.feed.set_running(true);
    check_smooth();
    check_smooth();
    check_smooth(); // 100 frames, then the ring is dry
    CHECK(before == 0);
    CHECK(ring.available() == 0);
}

TEST_CASE("an item's own gain multiplies the volume, without a click, up to its limit") {
    Device device;
    ScriptedRing ring(100'000, 0.05f);
    device.feed.attach(&ring);
    device.feed.set_running(true);
    device.feed.set_gain(0.5f);
    device.feed.set_item_gain(2);
    device.callback();
    CHECK(device.callback().back() == doctest::Approx(0.05f));
    float before = device.out.back();
    device.feed.set_item_gain(1000); // the most is 10
    for (int i = 0; i < 6; ++i) {
        const auto& out = device.callback();
        for (size_t at = 0; at < out.size(); at += 2) {
            REQUIRE(std::abs(out[at] - before) < 0.001f);
            before = out[at];
        }
    }
    CHECK(before == doctest::Approx(0.25f));
    // The next item begins at its own gain, not on a ramp from the last one's.
    device.feed.set_running(false);
    device.callback();
    device.feed.set_item_gain(1);
    device.feed.set_running(true);
    CHECK(loudest(device.callback()) <= 0.0251f);
}

TEST_CASE("what is heard lags what was taken by the buffers that wait in the device") {
    Device device;
    ScriptedRing ring(100'000);
    device.feed.attach(&ring);
    device.feed.set_running(true);
    device.callback(); // 1000 ms: buffer 0 is queued
    CHECK(device.feed.heard_position(at_ms(1000)) == 0);
    CHECK(device.feed.heard_position(at_ms(1009)) == 0);
    device.callback(); // 1010 ms: buffer 0 begins to sound
    CHECK(device.feed.heard_position(at_ms(1010)) == 0);
    CHECK(device.feed.heard_position(at_ms(1015)) == 240);
    device.callback(); // 1020 ms
    CHECK(device.feed.heard_position(at_ms(1020)) == 480);
    CHECK(device.feed.heard_position(at_ms(1025)) == 720);
}

TEST_CASE("a late callback does not turn the clock back") {
    Device device;
    ScriptedRing ring(100'000);
    device.feed.attach(&ring);
    device.feed.set_running(true);
    device.callback();
    device.callback();
    const auto early = device.feed.heard_position(at_ms(1026)); // into the next buffer
    CHECK(early == 480 + 288);
    device.ms = 1027;
    device.callback();
    CHECK(device.feed.heard_position(at_ms(1027)) == early);
}

TEST_CASE("after a stop what waits is heard to its end and the clock stands") {
    Device device;
    ScriptedRing ring(100'000);
    device.feed.attach(&ring);
    device.feed.set_running(true);
    device.callback();
    device.callback();
    device.feed.set_running(false);
    device.callback();
    device.callback();
    CHECK(device.feed.heard_position(at_ms(1100)) == 2 * k_frames);
    device.callback();
    CHECK(device.feed.heard_position(at_ms(5000)) == 2 * k_frames);
}

TEST_CASE("another ring starts at its own position") {
    Device device;
    ScriptedRing first(100'000);
    device.feed.attach(&first);
    device.feed.set_running(true);
    device.callback();
    device.callback();
    ScriptedRing second(100'000);
    second.skip_to(50);
    device.feed.attach(&second);
    CHECK(device.feed.heard_position(at_ms(device.ms)) == 50);
    device.feed.attach(nullptr);
    CHECK(device.feed.heard_position(at_ms(device.ms)) == 0);
}

TEST_CASE("a tick is heard without a film, once for each time that it was asked for") {
    Device device;
    device.feed.tick();
    CHECK(loudest(device.callback()) > 0.2f);
    for (int i = 0; i < 10; ++i)
        device.callback();
    CHECK(loudest(device.callback()) == 0);
    CHECK(device.feed.taken().frames == 0);
}

TEST_CASE("a tick is as loud as the volume, and silent without any") {
    Device device;
    device.feed.set_gain(0.25f);
    device.feed.tick();
    const float quiet = loudest(device.callback());
    CHECK(quiet > 0.05f);
    CHECK(quiet <= 0.125f);
    for (int i = 0; i < 10; ++i)
        device.callback();
    device.feed.set_gain(0);
    device.feed.tick();
    CHECK(loudest(device.callback()) == 0);
}

TEST_CASE("a tick over a film adds to it, stays within full scale and takes no frame more") {
    Device plain;
    Device ticking;
    ScriptedRing one(10'000, 0.9f);
    ScriptedRing two(10'000, 0.9f);
    plain.feed.attach(&one);
    ticking.feed.attach(&two);
    plain.feed.set_running(true);
    ticking.feed.set_running(true);
    plain.callback();
    ticking.callback();
    ticking.feed.tick();
    const auto alone = plain.callback();
    const auto both = ticking.callback();
    CHECK(both != alone);
    CHECK(loudest(both) <= 1);
    CHECK(ticking.feed.taken().frames == plain.feed.taken().frames);
    for (int i = 0; i < 10; ++i) {
        plain.callback();
        ticking.callback();
    }
    CHECK(ticking.callback() == plain.callback());
}

TEST_CASE("a chime is as loud as was asked, whatever the volume, and ends") {
    Device device;
    device.feed.set_gain(0);
    device.feed.chime(0.25f);
    float most = 0;
    size_t buffers = 0;
    for (float heard = 1; buffers < 1000 && (heard > 0 || buffers < 40); ++buffers) {
        heard = loudest(device.callback());
        most = std::max(most, heard);
    }
    CHECK(most > 0.1f);
    CHECK(most <= 0.125f);
    CHECK(buffers < 1000);
    CHECK(device.feed.taken().frames == 0);
}

TEST_CASE("a chime that is asked for again begins again, and stays within full scale over a film") {
    Device device;
    ScriptedRing ring(1'000'000, 0.9f);
    device.feed.attach(&ring);
    device.feed.set_running(true);
    device.callback();
    device.feed.chime(1);
    const auto first = device.callback();
    CHECK(loudest(first) <= 1);
    device.callback();
    device.feed.chime(1);
    CHECK(device.callback() == first);
}
