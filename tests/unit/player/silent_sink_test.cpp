#include "kiosk/player/silent_sink.h"

#include "content/media/ring.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <thread>
#include <vector>

using namespace pufa;
using namespace std::chrono_literals;

namespace {

struct Ring {
    Ring() {
        auto made =
            media::SharedMemory::create("ring", media::k_sound_bytes, media::Access::read_write);
        REQUIRE(made);
        auto second = media::SharedMemory::adopt(base::UniqueFd{::dup(made->descriptor())},
                                                 media::k_sound_bytes);
        REQUIRE(second);
        theirs = std::move(second).value();
        reader.attach(std::move(made).value());
        writer = media::RingWriter{theirs};
        const std::vector<float> loud(2 * 48'000, 0.5f);
        REQUIRE(writer.write(loud.data(), 48'000) == 48'000);
    }
    media::SharedMemory theirs;
    media::RingReader reader;
    media::RingWriter writer;
};

/// Until `done`; false after ten seconds.
template <class Done>
bool soon(Done done) {
    const SteadyTime give_up = base::steady_now() + 10s;
    while (!done()) {
        if (base::steady_now() > give_up) return false;
        std::this_thread::yield();
    }
    return true;
}

} // namespace

TEST_CASE("the silent sink takes sound while it runs, at the pace of time, and measures it") {
    Ring ring;
    const auto sink = player::make_silent_sink();
    sink->attach(&ring.reader);
    CHECK(sink->taken().frames == 0);
    const SteadyTime begun = base::steady_now();
    sink->set_running(true);
    REQUIRE(soon([&] { return sink->taken().frames > 4800; }));
    const auto taken = sink->taken();
    const auto passed = base::steady_now() - begun;
    // Never faster than time.
    CHECK(taken.frames <= static_cast<uint64_t>(passed.count()) * 48'000 / 1'000'000 + 1);
    CHECK(taken.energy == doctest::Approx(static_cast<double>(taken.frames) * 0.5));
    sink->set_running(false);
    const uint64_t stopped = sink->taken().frames;
    CHECK(sink->heard_position(base::steady_now()) == ring.reader.position());
    CHECK(sink->taken().frames == stopped);
}

TEST_CASE("after attach the old ring is no longer touched and may be destroyed") {
    const auto sink = player::make_silent_sink();
    sink->set_running(true);
    for (int i = 0; i < 20; ++i) {
        const auto ring = std::make_unique<Ring>();
        sink->attach(&ring->reader);
        REQUIRE(soon([&] { return ring->reader.position() > 0; }));
        sink->attach(nullptr);
    }
    CHECK(sink->heard_position(base::steady_now()) == 0);
}

TEST_CASE("skipping while the sink reads loses no count") {
    Ring ring;
    const auto sink = player::make_silent_sink();
    sink->attach(&ring.reader);
    sink->set_running(true);
    for (uint64_t to = 0; to < 40'000; to += 7)
        ring.reader.skip_to(to);
    sink->attach(nullptr);
    CHECK(ring.reader.position() >= 39'996);
    CHECK(ring.reader.position() + ring.reader.available() == 48'000);
}
