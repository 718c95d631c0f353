#include "content/decoder/loudness.h"

#include "content/media/wire.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pufa::decoder {

namespace {

constexpr size_t k_chunk_frames = 1024;
constexpr size_t k_channels = media::k_sound_channels;
/// The gate leaves long silence out, so that a second of it is as good as an hour that a broken
/// file claims.
constexpr uint64_t k_most_silence = media::k_sound_rate;
/// +40 dB: no sound, but arithmetic that stays in range.
constexpr float k_loudest = 100;

} // namespace

void Loudness::Free::operator()(ebur128_state* state) const {
    ebur128_destroy(&state);
}

Loudness::Loudness()
    : m_state(
          ebur128_init(k_channels, media::k_sound_rate, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK)) {}

Loudness::~Loudness() = default;

void Loudness::add(const float* samples, uint64_t frames) {
    if (!m_state) return;
    if (samples == nullptr) frames = std::min(frames, k_most_silence);
    std::array<float, k_chunk_frames * k_channels> chunk{};
    while (frames > 0) {
        const auto now = static_cast<size_t>(std::min<uint64_t>(frames, k_chunk_frames));
        for (size_t i = 0; samples != nullptr && i < now * k_channels; ++i)
            chunk[i] =
                std::isfinite(samples[i]) ? std::clamp(samples[i], -k_loudest, k_loudest) : 0;
        ebur128_add_frames_float(m_state.get(), chunk.data(), now);
        if (samples != nullptr) samples += now * k_channels;
        frames -= now;
    }
}

std::optional<Loudness::Measured> Loudness::measured() const {
    if (!m_state) return std::nullopt;
    Measured result;
    if (ebur128_loudness_global(m_state.get(), &result.lufs) != EBUR128_SUCCESS ||
        !std::isfinite(result.lufs))
        return std::nullopt;
    double peak = 0;
    for (unsigned channel = 0; channel < k_channels; ++channel) {
        double one = 0;
        if (ebur128_true_peak(m_state.get(), channel, &one) == EBUR128_SUCCESS)
            peak = std::max(peak, one);
    }
    result.peak_dbtp = 20 * std::log10(std::max(peak, 1e-7));
    return result;
}

} // namespace pufa::decoder
