#include "content/decoder/outlet.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace pufa;
using decoder::Outlet;

namespace {

/// A ring with both ends, and an outlet whose sound is a ramp: a sample's value is its time.
struct Bench {
    Bench() {
        auto memory =
            media::SharedMemory::create("ring", media::k_sound_bytes, media::Access::read_write);
        REQUIRE(memory);
        shared = std::move(memory).value();
        ring = media::RingWriter{shared};
        header = reinterpret_cast<media::SoundHeader*>(shared.data());
        REQUIRE_FALSE(outlet.restart(0, ring));
    }
    /// Until the ring is full or so many frames have been taken.
    void fill(int64_t until = INT64_MAX) {
        for (int idle = 0; idle < 3;) {
            const bool more = outlet.hungry() && taken < until;
            if (more) give(960);
            bool moved = false;
            REQUIRE_FALSE(outlet.write(ring, moved));
            idle = more || moved ? 0 : idle + 1;
        }
    }
    void give(uint64_t frames) {
        std::vector<float> block;
        for (uint64_t i = 0; i < frames; ++i, ++taken) {
            const float value = base + static_cast<float>(taken) * 1e-6f;
            block.insert(block.end(), {value, value});
        }
        REQUIRE_FALSE(outlet.take(block.data(), frames));
    }
    void read(uint64_t frames) { header->read += frames; }
    [[nodiscard]] float at(uint64_t position) const {
        std::array<float, 2> frame{};
        REQUIRE(ring.copy(position, frame.data(), 1) == 1);
        return frame[0];
    }

    media::SharedMemory shared;
    media::SoundHeader* header = nullptr;
    media::RingWriter ring;
    Outlet outlet;
    int64_t taken = 0;
    float base = 0;
};

} // namespace

TEST_CASE("at its own pace what goes in comes out, as much as the ring holds") {
    Bench bench;
    bench.fill();
    CHECK(bench.ring.position() == media::k_sound_frames);
    for (const uint64_t position : {0u, 1u, 12'345u, 65'535u})
        CHECK(bench.at(position) == doctest::Approx(static_cast<double>(position) * 1e-6));
}

TEST_CASE("another pace takes over just ahead of what was read, at the sound that was due there") {
    Bench bench;
    bench.fill();
    bench.read(10'000);
    Outlet::Join join;
    REQUIRE_FALSE(bench.outlet.set_pace(200, bench.ring, join));
    CHECK(join.position > 10'000 + 1024);
    CHECK(join.position < 10'000 + 4800);
    CHECK(join.pts_us == static_cast<int64_t>(join.position * 1'000'000 / 48'000));
    bench.fill();
    CHECK(bench.ring.position() == 10'000 + media::k_sound_frames);
    // No gap and no jump at the join; a second later twice as much has passed.
    for (uint64_t i = join.position - 2; i < join.position + 600; ++i)
        REQUIRE(std::abs(bench.at(i + 1) - bench.at(i)) < 0.002f);
    const double later = static_cast<double>(join.position + 2 * 48'000) * 1e-6;
    CHECK(bench.at(join.position + 48'000) == doctest::Approx(later).epsilon(0.02));
}

TEST_CASE("paces follow each other without losing the time") {
    Bench bench;
    bench.fill();
    double due = 0;
    uint64_t from = 0;
    int pace = 100;
    for (const int next : {150, 75, 200, 100, 125}) {
        bench.read(20'000);
        Outlet::Join join;
        REQUIRE_FALSE(bench.outlet.set_pace(next, bench.ring, join));
        due += static_cast<double>(join.position - from) * pace / 100;
        CHECK(static_cast<double>(join.pts_us) == doctest::Approx(due / 0.048).epsilon(0.0001));
        from = join.position;
        pace = next;
        bench.fill();
        CHECK(bench.outlet.pace() == next);
    }
}

TEST_CASE("another source fades in over the one before, from the sound that was due") {
    Bench bench;
    bench.fill();
    bench.read(5'000);
    Outlet::Join join;
    REQUIRE_FALSE(bench.outlet.change_source(bench.ring, join));
    CHECK(bench.outlet.hungry());
    bench.base = 0.5f;
    bench.taken = static_cast<int64_t>(join.position);
    bench.fill();
    CHECK(bench.at(join.position - 1) < 0.1f);
    CHECK(bench.at(join.position + 240) == doctest::Approx(0.25).epsilon(0.1));
    CHECK(bench.at(join.position + 480) ==
          doctest::Approx(0.5 + static_cast<double>(join.position + 480) * 1e-6).epsilon(0.001));
    for (uint64_t i = join.position - 2; i < join.position + 600; ++i)
        REQUIRE(std::abs(bench.at(i + 1) - bench.at(i)) < 0.002f);
}

TEST_CASE("a pace is changed before anything was heard, and where the ring has run empty") {
    Bench bench;
    Outlet::Join join;
    REQUIRE_FALSE(bench.outlet.set_pace(150, bench.ring, join));
    CHECK(join.position == 0);
    CHECK(join.pts_us == 0);
    bench.fill(30'000);
    bench.read(bench.ring.position());
    REQUIRE_FALSE(bench.outlet.set_pace(100, bench.ring, join));
    CHECK(join.position == bench.ring.position());
    bench.fill(40'000);
    CHECK(bench.ring.position() > join.position);
}

TEST_CASE("at the end what the tempo holds comes out, also when the pace is changed after it") {
    Bench bench;
    Outlet::Join join;
    REQUIRE_FALSE(bench.outlet.set_pace(200, bench.ring, join));
    bench.fill(48'000);
    REQUIRE_FALSE(bench.outlet.finish());
    bench.fill(0);
    CHECK_FALSE(bench.outlet.pending());
    CHECK(static_cast<double>(bench.ring.position()) == doctest::Approx(24'000).epsilon(0.03));
    bench.read(12'000);
    REQUIRE_FALSE(bench.outlet.set_pace(100, bench.ring, join));
    bench.fill(0);
    CHECK_FALSE(bench.outlet.pending());
    const auto rest = 48'000 - join.pts_us * 48 / 1000;
    CHECK(static_cast<double>(bench.ring.position() - join.position) ==
          doctest::Approx(static_cast<double>(rest)).epsilon(0.001));
}
