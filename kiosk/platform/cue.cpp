#include "kiosk/platform/cue.h"

#include "content/media/link.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace pufa::platform {

std::vector<float> make_tick() {
    // Low enough for ears that have lost the high notes, high enough for a panel's small speakers.
    constexpr double k_hertz = 784;
    constexpr double k_peak = 0.5, k_length_s = 0.1, k_attack_s = 0.004, k_decay_s = 0.022;
    std::vector<float> samples(static_cast<size_t>(k_length_s * media::k_sound_rate));
    for (size_t i = 0; i < samples.size(); ++i) {
        const double at = static_cast<double>(i) / media::k_sound_rate;
        const double swell = std::min(1.0, at / k_attack_s);
        const double end = std::min(1.0, (k_length_s - at) / k_attack_s);
        const double wave = std::sin(2 * std::numbers::pi * k_hertz * at);
        samples[i] = static_cast<float>(k_peak * swell * end * std::exp(-at / k_decay_s) * wave);
    }
    return samples;
}

std::vector<float> make_chime() {
    constexpr double k_peak = 0.5, k_length_s = 0.6, k_rest_s = 0.2, k_ramp_s = 0.02;
    constexpr double k_hertz[media::k_sound_channels] = {660, 880};
    static_assert(media::k_sound_channels == 2);
    const auto frames_of = [](double seconds) {
        return static_cast<size_t>(seconds * media::k_sound_rate);
    };
    const size_t tone = frames_of(k_length_s), rest = frames_of(k_rest_s);
    std::vector<float> samples((2 * tone + rest) * media::k_sound_channels);
    for (size_t side = 0; side < media::k_sound_channels; ++side) {
        const size_t from = side * (tone + rest);
        for (size_t i = 0; i < tone; ++i) {
            const double at = static_cast<double>(i) / media::k_sound_rate;
            const double ends = std::min(at, k_length_s - at);
            const double swell = std::clamp(ends / k_ramp_s, 0.0, 1.0);
            const double wave = std::sin(2 * std::numbers::pi * k_hertz[side] * at);
            samples[(from + i) * media::k_sound_channels + side] =
                static_cast<float>(k_peak * swell * wave);
        }
    }
    return samples;
}

} // namespace pufa::platform
