#include "content/media/watch.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::chrono_literals;
using media::Watch;
using Verdict = Watch::Verdict;

namespace {

constexpr SteadyTime k_start{1h};

} // namespace

TEST_CASE("a decoder that owes something and is silent for five seconds hangs") {
    Watch watch;
    watch.begin(k_start);
    CHECK(watch.look(k_start + 4999ms, true, 0, 0) == Verdict::well);
    CHECK(watch.look(k_start + 5s, true, 0, 0) == Verdict::silent);
}

TEST_CASE("what owes nothing may be silent, and is given the whole time once it owes again") {
    Watch watch;
    watch.begin(k_start);
    CHECK(watch.look(k_start + 1h, false, 0, 0) == Verdict::well);
    CHECK(watch.look(k_start + 1h + 4999ms, true, 0, 0) == Verdict::well);
    CHECK(watch.look(k_start + 1h + 5s, true, 0, 0) == Verdict::silent);
}

TEST_CASE("a heartbeat or a report puts silence off; only a report is a fruit") {
    Watch watch;
    watch.begin(k_start);
    CHECK(watch.look(k_start + 4s, true, 1, 0) == Verdict::well);
    CHECK(watch.look(k_start + 8s, true, 2, 0) == Verdict::well);
    CHECK(watch.look(k_start + 9s, true, 2, 1) == Verdict::well);
    CHECK(watch.look(k_start + 13s, true, 3, 1) == Verdict::well);
    CHECK(watch.look(k_start + 17s, true, 4, 1) == Verdict::well);
    CHECK(watch.look(k_start + 19s, true, 5, 1) == Verdict::fruitless);
}

TEST_CASE("what is asked for anew is not blamed for what was before") {
    Watch watch;
    watch.begin(k_start);
    CHECK(watch.look(k_start + 4s, true, 0, 0) == Verdict::well);
    watch.begin(k_start + 4s);
    CHECK(watch.look(k_start + 8s, true, 0, 0) == Verdict::well);
    CHECK(watch.look(k_start + 9s, true, 0, 0) == Verdict::silent);
}
