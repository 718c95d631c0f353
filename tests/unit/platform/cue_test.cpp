#include "kiosk/platform/cue.h"

#include "content/media/link.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace pufa;
using namespace pufa::platform;

TEST_CASE(
    "a chime sounds on the left alone, then on the right alone, and ends within two seconds") {
    const auto samples = make_chime();
    REQUIRE(samples.size() % 2 == 0);
    CHECK(samples.size() / 2 <= 2 * media::k_sound_rate);
    const size_t frames = samples.size() / 2;
    double energy[2][2] = {}; // half, side
    float peak = 0, jump = 0;
    for (size_t i = 0; i < frames; ++i)
        for (size_t side = 0; side < 2; ++side) {
            const float sample = samples[2 * i + side];
            energy[2 * i < frames ? 0 : 1][side] += double{sample} * double{sample};
            peak = std::max(peak, std::abs(sample));
            if (i > 0) jump = std::max(jump, std::abs(sample - samples[2 * (i - 1) + side]));
        }
    CHECK(energy[0][0] > 100);
    CHECK(energy[0][1] == 0);
    CHECK(energy[1][0] == 0);
    CHECK(energy[1][1] > 100);
    CHECK(peak <= 0.5f);
    CHECK(jump < 0.1f); // no click at any end
    CHECK(samples.front() == 0);
    CHECK(std::abs(samples.back()) < 0.01f);
}

TEST_CASE("a tick is short, soft and without a click at either end") {
    const auto samples = make_tick();
    CHECK(samples.size() <= media::k_sound_rate / 10);
    float peak = 0;
    double sum = 0;
    double energy = 0;
    for (const float sample : samples) {
        peak = std::max(peak, std::abs(sample));
        sum += double{sample};
        energy += double{sample} * double{sample};
    }
    CHECK(peak > 0.25f);
    CHECK(peak <= 0.5f);
    CHECK(std::sqrt(energy / static_cast<double>(samples.size())) > 0.05);
    CHECK(std::abs(sum / static_cast<double>(samples.size())) < 0.01);
    CHECK(std::abs(samples.front()) < 0.01f);
    CHECK(std::abs(samples.back()) < 0.01f);
}
