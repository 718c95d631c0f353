#include "kiosk/platform/sound_feed.h"

#include <algorithm>

namespace pufa::platform {
namespace {

constexpr int k_ramp_frames = 240; ///< 5 ms
constexpr size_t k_channels = media::k_sound_channels;

} // namespace

void SoundFeed::attach(media::SoundRing* ring) {
    m_ring = ring;
    const uint64_t at = ring ? ring->position() : 0;
    m_buffers = {{at, 0}, {at, 0}, m_buffers.frames, m_buffers.since};
    m_heard = at;
    publish(m_buffers);
}

void SoundFeed::fill(float* to, uint64_t frames, SteadyTime now) {
    const uint64_t got = m_ring && m_running ? m_ring->read(to, frames) : 0;
    double energy = 0;
    for (uint64_t i = 0; i < got * k_channels; ++i)
        energy += double{to[i]} * double{to[i]};
    m_taken_energy.store(m_taken_energy.load() + energy);
    m_taken_frames.fetch_add(got);
    shape(to, got, frames);
    mix_tick(to, frames);
    mix_chime(to, frames);
    m_buffers.playing = m_buffers.next;
    m_buffers.next = {m_ring ? m_ring->position() : 0, got};
    m_buffers.frames = frames;
    m_buffers.since = now.time_since_epoch();
    publish(m_buffers);
}

/// A stop lets the last sample fade instead of cutting it; a start and a volume change are ramps.
void SoundFeed::shape(float* to, uint64_t got, uint64_t frames) {
    const float volume = std::clamp(m_gain.load(), 0.f, 1.f);
    const float wanted =
        volume * std::clamp(m_item_gain.load(), 0.f, player::AudioSink::k_most_item_gain);
    constexpr float k_step = 1.f / k_ramp_frames;
    // Out of silence the fade alone shapes the beginning.
    if (m_fade_in == 0) m_gain_now = wanted;
    for (uint64_t i = 0; i < frames; ++i) {
        float* frame = to + i * k_channels;
        if (i < got) {
            m_gain_now = std::clamp(wanted, m_gain_now - k_step, m_gain_now + k_step);
            m_fade_in = std::min(1.f, m_fade_in + k_step);
            for (size_t c = 0; c < k_channels; ++c)
                m_last[c] = frame[c] *= m_gain_now * m_fade_in;
            m_tail = k_ramp_frames;
            continue;
        }
        m_tail = std::max(0, m_tail - 1);
        m_fade_in = 0;
        for (size_t c = 0; c < k_channels; ++c)
            frame[c] = m_last[c] * static_cast<float>(m_tail) * k_step;
    }
}

void SoundFeed::mix_tick(float* to, uint64_t frames) {
    if (const uint32_t asked = m_ticks_asked; asked != m_ticks_begun) {
        m_ticks_begun = asked;
        m_tick_at = 0;
        m_tick_gain = std::clamp(m_gain.load(), 0.f, 1.f);
    }
    for (uint64_t i = 0; i < frames && m_tick_at < m_tick.size(); ++i, ++m_tick_at) {
        float* frame = to + i * k_channels;
        for (size_t c = 0; c < k_channels; ++c)
            frame[c] = std::clamp(frame[c] + m_tick[m_tick_at] * m_tick_gain, -1.f, 1.f);
    }
}

void SoundFeed::mix_chime(float* to, uint64_t frames) {
    if (const uint32_t asked = m_chimes_asked; asked != m_chimes_begun) {
        m_chimes_begun = asked;
        m_chime_at = 0;
        m_chime_gain = std::clamp(m_chime_wants.load(), 0.f, 1.f);
    }
    const size_t samples = std::min<size_t>(frames * k_channels, m_chime.size() - m_chime_at);
    for (size_t i = 0; i < samples; ++i, ++m_chime_at)
        to[i] = std::clamp(to[i] + m_chime[m_chime_at] * m_chime_gain, -1.f, 1.f);
}

void SoundFeed::publish(const Buffers& buffers) {
    const uint32_t sequence = m_sequence.load();
    m_sequence = sequence + 1;
    m_published[0] = buffers.playing.end;
    m_published[1] = buffers.playing.count;
    m_published[2] = buffers.next.end;
    m_published[3] = buffers.next.count;
    m_published[4] = buffers.frames;
    m_published[5] = static_cast<uint64_t>(buffers.since.count());
    m_sequence = sequence + 2;
}

SoundFeed::Buffers SoundFeed::published() const {
    for (;;) {
        const uint32_t before = m_sequence.load();
        const Buffers buffers{{m_published[0], m_published[1]},
                              {m_published[2], m_published[3]},
                              m_published[4],
                              Micros(static_cast<int64_t>(m_published[5].load()))};
        if (before % 2 == 0 && m_sequence.load() == before) return buffers;
    }
}

uint64_t SoundFeed::heard_position(SteadyTime now) const {
    const auto buffers = published();
    const int64_t elapsed_us =
        std::max<int64_t>(0, (now.time_since_epoch() - buffers.since).count());
    const uint64_t elapsed = static_cast<uint64_t>(elapsed_us) * media::k_sound_rate / 1'000'000;
    const auto [span, within] = elapsed < buffers.frames
                                    ? std::pair{buffers.playing, elapsed}
                                    : std::pair{buffers.next, elapsed - buffers.frames};
    const uint64_t heard = span.end - span.count + std::min(within, span.count);
    // A late callback must not turn the clock back.
    uint64_t before = m_heard.load();
    while (before < heard && !m_heard.compare_exchange_weak(before, heard)) {
    }
    return std::max(before, heard);
}

player::AudioSink::Taken SoundFeed::taken() const {
    return {m_taken_frames, m_taken_energy};
}

} // namespace pufa::platform
