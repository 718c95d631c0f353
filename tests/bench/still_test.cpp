// A page that nobody touches costs nothing: what the kiosk presents in a minute of it.
#include "tests/bench/kiosk_bench.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::bench;

// There is no watchdog that presents yet, so the clock in the header is all that changes.
TEST_CASE(
    "a page left alone for a minute is presented once, when the minute on its clock changes") {
    const auto folder = BenchFolder::make(2);
    REQUIRE(folder.ok());
    for (const auto& page : still_pages()) {
        CAPTURE(page.name);
        const auto frames = presented_on(page, (*folder)->full());
        REQUIRE(frames.ok());
        CHECK(*frames == 1);
    }
}

TEST_CASE("what the kiosk presents is counted") {
    const auto folder = BenchFolder::make(2);
    REQUIRE(folder.ok());
    const auto bench = KioskBench::open((*folder)->full());
    REQUIRE(bench.ok());
    REQUIRE((*bench)->tap("attract.wake").ok());
    // 60 s of a menu, 20 s of counting down, then the attract page: each second is seen.
    CHECK((*bench)->presented_in(std::chrono::seconds{75}) >= 15);
}
