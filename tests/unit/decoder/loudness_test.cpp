#include "content/decoder/loudness.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

using pufa::decoder::Loudness;

namespace {

/// Seconds of a 1 kHz tone on both channels, its peak at `peak`.
std::vector<float> tone(double seconds, double peak) {
    std::vector<float> samples;
    const auto frames = static_cast<int>(seconds * 48'000);
    for (int i = 0; i < frames; ++i) {
        const auto value = static_cast<float>(peak * std::sin(i * 2 * M_PI * 1000 / 48'000));
        samples.insert(samples.end(), {value, value});
    }
    return samples;
}

void add(Loudness& loudness, const std::vector<float>& samples) {
    loudness.add(samples.data(), samples.size() / 2);
}

} // namespace

TEST_CASE("a tone at -23 dBFS on both channels is -23 LUFS, as EBU Tech 3341 has it") {
    Loudness loudness;
    add(loudness, tone(20, std::pow(10, -23.0 / 20)));
    const auto measured = loudness.measured();
    REQUIRE(measured);
    CHECK(std::abs(measured->lufs + 23) < 0.1);
    CHECK(std::abs(measured->peak_dbtp + 23) < 0.2);
}

TEST_CASE("silence has no loudness, and does not lower that of the sound around it") {
    Loudness nothing;
    CHECK_FALSE(nothing.measured());
    nothing.add(nullptr, 480'000);
    CHECK_FALSE(nothing.measured());

    Loudness loudness;
    add(loudness, tone(10, 0.1));
    loudness.add(nullptr, uint64_t{1} << 60); // what a broken file may claim; it ends at once
    add(loudness, tone(10, 0.1));
    CHECK(std::abs(loudness.measured()->lufs + 20) < 0.1);
}

TEST_CASE("samples that are no numbers are silence") {
    Loudness loudness;
    add(loudness, tone(5, 0.1));
    add(loudness, std::vector<float>(96'000, std::numeric_limits<float>::quiet_NaN()));
    add(loudness, std::vector<float>(2, std::numeric_limits<float>::infinity()));
    add(loudness, tone(5, 0.1));
    const auto measured = loudness.measured();
    REQUIRE(measured);
    CHECK(std::abs(measured->lufs + 20) < 0.5);
    CHECK(measured->peak_dbtp < -19);
}
