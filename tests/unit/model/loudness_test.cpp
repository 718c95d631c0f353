#include "content/model/loudness.h"

#include <doctest/doctest.h>

using namespace pufa::model;

namespace {

double decibels(double lufs, double peak_dbtp) {
    return 20 * std::log10(static_cast<double>(even_gain({lufs, peak_dbtp})));
}

} // namespace

TEST_CASE("what is louder than all others is turned down, what is quieter up to where it peaks") {
    CHECK(decibels(-16, -3) == doctest::Approx(0));
    CHECK(decibels(-9, 0.5) == doctest::Approx(-7));
    CHECK(decibels(-23, -12) == doctest::Approx(7));
    CHECK(decibels(-23, -5) == doctest::Approx(4)); // its peak comes to -1
    CHECK(decibels(-18, 0) == doctest::Approx(-1)); // quiet, and yet it peaks too high
}

TEST_CASE("what is next to silent is not raised to a roar") {
    CHECK(decibels(-65, -60) == doctest::Approx(20));
}
