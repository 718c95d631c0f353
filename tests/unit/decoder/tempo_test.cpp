#include "content/decoder/tempo.h"

#include "content/media/wire.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using namespace pufa;
using decoder::Tempo;

namespace {

constexpr int k_rate = media::k_sound_rate;

std::vector<float> tone(double seconds, double hertz) {
    std::vector<float> samples;
    for (int i = 0; i < seconds * k_rate; ++i) {
        const auto value =
            static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * hertz * i / k_rate));
        samples.insert(samples.end(), {value, value});
    }
    return samples;
}

std::vector<float> through(int percent, const std::vector<float>& samples) {
    Tempo tempo;
    REQUIRE_FALSE(tempo.restart(percent));
    std::vector<float> out;
    constexpr size_t k_block = 2 * 1024;
    for (size_t at = 0; at < samples.size(); at += k_block)
        REQUIRE_FALSE(
            tempo.push(samples.data() + at, std::min(k_block, samples.size() - at) / 2, out));
    REQUIRE_FALSE(tempo.finish(out));
    return out;
}

double pitch_of(const std::vector<float>& samples) {
    int crossings = 0;
    for (size_t i = 2; i < samples.size(); i += 2)
        crossings += samples[i - 2] < 0 && samples[i] >= 0 ? 1 : 0;
    return crossings * double{k_rate} / (static_cast<double>(samples.size()) / 2);
}

} // namespace

TEST_CASE("at its own pace sound passes to the sample") {
    const auto samples = tone(0.5, 440);
    CHECK(through(100, samples) == samples);
}

TEST_CASE("at another pace it is as much shorter or longer, and as high") {
    const auto samples = tone(4, 440);
    for (const int percent : {75, 125, 150, 200}) {
        CAPTURE(percent);
        const auto out = through(percent, samples);
        const double due = static_cast<double>(samples.size()) * 100 / percent;
        CHECK(static_cast<double>(out.size()) == doctest::Approx(due).epsilon(0.02));
        CHECK(pitch_of(out) == doctest::Approx(440).epsilon(0.02));
    }
}

TEST_CASE("a sound comes when it is due, to a few milliseconds") {
    // Short beeps half a second apart: where they come out says how the tempo keeps time.
    std::vector<float> samples(static_cast<size_t>(6 * k_rate * 2), 0);
    const auto beep = tone(0.05, 1000);
    for (int i = 1; i < 12; ++i)
        std::copy(beep.begin(), beep.end(), samples.begin() + i * k_rate);
    for (const int percent : {75, 150, 200}) {
        CAPTURE(percent);
        const auto out = through(percent, samples);
        Tempo tempo;
        REQUIRE_FALSE(tempo.restart(percent));
        const int64_t lead = tempo.lead();
        size_t at = 0;
        for (int i = 1; i < 12; ++i) {
            CAPTURE(i);
            while (at < out.size() && std::abs(out[at]) < 0.1f)
                ++at;
            const double due = (0.5 * i - static_cast<double>(lead) / k_rate) * 100 / percent;
            CHECK(std::abs(static_cast<double>(at / 2) / k_rate - due) < 0.012);
            at += static_cast<size_t>(0.2 * k_rate) * 2 * 100 / static_cast<size_t>(percent);
        }
    }
}
