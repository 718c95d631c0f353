#include "kiosk/platform/speed_meter.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::chrono_literals;
using platform::SpeedMeter;

TEST_CASE("nothing is slow before a page was measured") {
    CHECK_FALSE(SpeedMeter{}.slow());
    CHECK(SpeedMeter{}.measures());
}

TEST_CASE("the median of the first pages decides, so one slow page among quick ones does not") {
    SpeedMeter meter;
    for (const auto page : {3ms, 90ms, 4ms, 3ms, 3ms})
        meter.add(page);
    CHECK_FALSE(meter.slow());
    CHECK_FALSE(meter.measures());
}

TEST_CASE("a presenter that takes 40 ms a page is slow, and stays so") {
    SpeedMeter meter;
    for (const auto page : {40ms, 38ms, 41ms, 47ms, 35ms})
        meter.add(page);
    CHECK(meter.slow());
    for (int i = 0; i < 20; ++i)
        meter.add(1ms);
    CHECK(meter.slow());
}
