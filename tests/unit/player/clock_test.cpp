#include "kiosk/player/clock.h"

#include <doctest/doctest.h>

#include <random>

using namespace pufa;
using namespace std::chrono_literals;
using pufa::player::Clock;

namespace {
const SteadyTime t0{1h};
}

TEST_CASE("without sound the clock runs with time, and stands when stopped") {
    Clock clock;
    clock.set(5s);
    CHECK(clock.advance(t0, std::nullopt) == 5s);
    clock.start(t0 + 1s);
    CHECK(clock.advance(t0 + 1500ms, std::nullopt) == 5500ms);
    clock.stop();
    CHECK(clock.advance(t0 + 9s, std::nullopt) == 5500ms);
    clock.start(t0 + 10s);
    CHECK(clock.advance(t0 + 11s, std::nullopt) == 6500ms);
}

TEST_CASE("at another pace as much more or less of the item passes, from there on") {
    Clock clock;
    clock.set(0s);
    clock.start(t0);
    CHECK(clock.advance(t0 + 1s, std::nullopt) == 1s);
    clock.set_pace(150);
    CHECK(clock.advance(t0 + 3s, std::nullopt) == 4s);
    clock.set_pace(75);
    CHECK(clock.advance(t0 + 5s, std::nullopt) == 5500ms);
}

TEST_CASE("a small difference to the sound is worked off without going back") {
    for (const Micros offset : {Micros{40ms}, Micros{-40ms}}) {
        Clock clock;
        clock.set(0s);
        clock.start(t0);
        Micros last{0};
        for (Micros at = 0ms; at <= 2s; at += 16ms) {
            const Micros now = clock.advance(t0 + at, std::max(at + offset, Micros{0}));
            CHECK(now >= last);
            CHECK(now - last <= 30ms);
            last = now;
        }
        CHECK(std::chrono::abs(last - (2s + offset)) < 5ms);
    }
}

TEST_CASE("sound that is far ahead is jumped to, sound that stands still is waited for") {
    Clock clock;
    clock.start(t0);
    CHECK(clock.advance(t0 + 10ms, 2s) == 2s);
    Micros last{};
    for (int i = 0; i < 100; ++i)
        last = clock.advance(t0 + 10ms + i * 10ms, 2s);
    CHECK(last >= 2s);
    CHECK(last <= 2060ms);
}

TEST_CASE("a clock that is handed an earlier time stands") {
    Clock clock;
    clock.start(t0);
    CHECK(clock.advance(t0 + 1s, std::nullopt) == 1s);
    CHECK(clock.advance(t0, std::nullopt) == 1s);
    CHECK(clock.advance(t0 + 1100ms, std::nullopt) == 1100ms);
}

TEST_CASE("a device that tells its place late and in steps does not make pictures uneven") {
    Clock clock;
    clock.set(0s);
    clock.start(t0);
    std::minstd_rand random{7};
    Micros last{0}, shortest = 1s, longest{0}, most_apart{0};
    for (int i = 1; i <= 30 * 20; ++i) {
        const Micros at{i * 100'000 / 3};
        // A buffer of 21 ms that is reported up to 15 ms late, and 0.1 % of drift.
        const Micros real{at.count() * 1001 / 1000};
        const Micros late{static_cast<int64_t>(random() % 15'000)};
        const Micros heard = std::max(real - late - real % 21333us / 4, Micros{0});
        const Micros now = clock.advance(t0 + at, heard);
        if (at > 2s) {
            shortest = std::min(shortest, now - last);
            longest = std::max(longest, now - last);
            most_apart = std::max(most_apart, std::chrono::abs(now - real));
        }
        last = now;
    }
    CHECK(shortest >= 33ms);
    CHECK(longest <= 34ms);
    CHECK(most_apart <= 15ms);
}

TEST_CASE("a clock that is in step follows when the sound goes elsewhere") {
    Clock clock;
    clock.set(0s);
    clock.start(t0);
    Micros at{0};
    for (; at < 3s; at += 33ms)
        clock.advance(t0 + at, at);
    for (; at < 6s; at += 33ms)
        clock.advance(t0 + at, at + 45ms); // such as a buffer that was dropped
    CHECK(std::chrono::abs(clock.position() - (at - 33ms + 45ms)) < 12ms);
}
