#include "kiosk/platform/cue.h"

#include "content/media/link.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace pufa;
using namespace pufa::platform;

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
