#include "content/media/watch.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::chrono_literals;
using media::Watch;
using Verdict = Watch::Verdict;

namespace {

constexpr SteadyTime k_start{1h};

/// A watch that is asked every half second, as the kiosk asks more often than that.
struct Bench {
    Bench() { watch.begin(k_start); }
    Verdict look_at(base::Micros at, bool owes, uint64_t heartbeats, uint64_t fruits) {
        for (; now + 500ms < k_start + at; now += 500ms) {
            const auto before = watch.look(now, owes, m_heartbeats, m_fruits);
            if (before != Verdict::well) return before;
        }
        now = k_start + at;
        m_heartbeats = heartbeats;
        m_fruits = fruits;
        return watch.look(now, owes, heartbeats, fruits);
    }
    Watch watch;
    SteadyTime now = k_start;

  private:
    uint64_t m_heartbeats = 0, m_fruits = 0;
};

} // namespace

TEST_CASE("a decoder that owes something and is silent for five seconds hangs") {
    Bench bench;
    CHECK(bench.look_at(4999ms, true, 0, 0) == Verdict::well);
    CHECK(bench.look_at(5s, true, 0, 0) == Verdict::silent);
}

TEST_CASE("what owes nothing may be silent, and is given the whole time once it owes again") {
    Bench bench;
    CHECK(bench.look_at(1h, false, 0, 0) == Verdict::well);
    CHECK(bench.look_at(1h + 4999ms, true, 0, 0) == Verdict::well);
    CHECK(bench.look_at(1h + 5s, true, 0, 0) == Verdict::silent);
}

TEST_CASE("a heartbeat or a report puts silence off; only a report is a fruit") {
    Bench bench;
    CHECK(bench.look_at(4s, true, 1, 0) == Verdict::well);
    CHECK(bench.look_at(8s, true, 2, 0) == Verdict::well);
    CHECK(bench.look_at(9s, true, 2, 1) == Verdict::well);
    CHECK(bench.look_at(13s, true, 3, 1) == Verdict::well);
    CHECK(bench.look_at(17s, true, 4, 1) == Verdict::well);
    CHECK(bench.look_at(19s, true, 5, 1) == Verdict::fruitless);
}

TEST_CASE("what is asked for anew is not blamed for what was before") {
    Bench bench;
    CHECK(bench.look_at(4s, true, 0, 0) == Verdict::well);
    bench.watch.begin(k_start + 4s);
    CHECK(bench.look_at(8s, true, 0, 0) == Verdict::well);
    CHECK(bench.look_at(9s, true, 0, 0) == Verdict::silent);
}

TEST_CASE("a machine that stood still for a minute does not blame the decoder for it") {
    Bench bench;
    CHECK(bench.look_at(3s, true, 0, 0) == Verdict::well);
    // The minute counts as the second within which somebody should have looked.
    CHECK(bench.watch.look(k_start + 63s, true, 0, 0) == Verdict::well);
    CHECK(bench.watch.look(k_start + 63999ms, true, 0, 0) == Verdict::well);
    CHECK(bench.watch.look(k_start + 64s, true, 0, 0) == Verdict::silent);
}
