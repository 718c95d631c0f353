#include "content/decoder/outlet.h"

#include <algorithm>
#include <cstring>

namespace pufa::decoder {

namespace {

constexpr size_t k_channels = media::k_sound_channels;
constexpr int k_whole = 100;
/// The ring's sound at twice the pace, and what lies in the tempo: 5.5 s.
constexpr int64_t k_history = 1 << 18;
static_assert(k_history > int64_t{2 * media::k_sound_frames} + 48'000);
/// A join is so far ahead of what the kiosk has read (64 ms), that it is there in time.
constexpr uint64_t k_lead = 3072;
/// A join fades over this long (10 ms).
constexpr uint64_t k_fade = 480;

} // namespace

Outlet::Outlet()
    : m_pieces{{}}
    , m_source(
          std::make_unique_for_overwrite<float[]>(static_cast<size_t>(k_history) * k_channels)) {}

Trouble Outlet::restart(int64_t target_us, const media::RingWriter& ring) {
    m_target_us = target_us;
    m_source_end = 0;
    m_finished = m_flushed = false;
    m_ready.clear();
    m_old.clear();
    m_given = m_blended = 0;
    m_pieces = {{ring.position(), 0, pace()}};
    return restart_tempo(pace(), 0);
}

/// So that the next frame out of it is that of `source`.
Trouble Outlet::restart_tempo(int percent, int64_t source) {
    if (auto trouble = m_tempo.restart(percent)) return trouble;
    const int64_t oldest = std::max<int64_t>(0, m_source_end - k_history);
    m_fed = std::max(source - m_tempo.lead(), oldest);
    const int64_t missing = m_tempo.lead() - (source - m_fed);
    const std::vector<float> silence(static_cast<size_t>(missing) * k_channels);
    return m_tempo.push(silence.data(), static_cast<uint64_t>(missing), m_ready);
}

Trouble Outlet::take(const float* samples, uint64_t frames) {
    for (uint64_t i = 0; i < frames; ++i, ++m_source_end) {
        float* to = &m_source[static_cast<size_t>(m_source_end % k_history) * k_channels];
        for (size_t c = 0; c < k_channels; ++c)
            to[c] = samples != nullptr ? samples[i * k_channels + c] : 0;
    }
    return feed();
}

Trouble Outlet::finish() {
    m_finished = true;
    return feed();
}

/// Some of what waits goes through the tempo, and at the very end what the tempo holds.
Trouble Outlet::feed() {
    if (ready_frames() > 0) return std::nullopt;
    m_ready.clear();
    m_given = 0;
    // Unbroken in m_source, and no more at once than a take.
    const int64_t at = m_fed % k_history;
    const int64_t count =
        std::min({m_source_end - m_fed, k_history - at, static_cast<int64_t>(k_most_taken)});
    if (count > 0) {
        m_fed += count;
        auto trouble = m_tempo.push(&m_source[static_cast<size_t>(at) * k_channels],
                                    static_cast<uint64_t>(count), m_ready);
        if (trouble) return trouble;
    }
    if (m_finished && !m_flushed && m_fed == m_source_end) {
        m_flushed = true;
        if (auto trouble = m_tempo.finish(m_ready)) return trouble;
    }
    blend();
    return std::nullopt;
}

/// The end of what sounded before a join fades out under the beginning of what comes after.
void Outlet::blend() {
    const uint64_t frames = m_ready.size() / k_channels;
    const uint64_t fade = m_old.size() / k_channels;
    for (uint64_t i = 0; i < frames && m_blended < fade; ++i, ++m_blended) {
        const float gone = static_cast<float>(m_blended + 1) / static_cast<float>(fade + 1);
        for (size_t c = 0; c < k_channels; ++c) {
            float& sample = m_ready[i * k_channels + c];
            sample = gone * sample + (1 - gone) * m_old[m_blended * k_channels + c];
        }
    }
}

Trouble Outlet::write(media::RingWriter& ring, bool& moved) {
    if (ready_frames() == 0 && pending()) {
        if (auto trouble = feed()) return trouble;
        moved = true;
    }
    const uint64_t given = ring.write(m_ready.data() + m_given * k_channels, ready_frames());
    m_given += given;
    moved = moved || given > 0;
    return std::nullopt;
}

int64_t Outlet::source_at(uint64_t position) const {
    const Piece* piece = &m_pieces.front();
    for (const Piece& each : m_pieces) {
        if (each.position <= position) piece = &each;
    }
    if (position < piece->position) return piece->source;
    const auto frames = static_cast<int64_t>(position - piece->position);
    return piece->source + frames * piece->percent / k_whole;
}

int64_t Outlet::us_of(int64_t frame) const {
    return m_target_us + av_rescale(frame, 1'000'000, media::k_sound_rate);
}

int64_t Outlet::heard_us(const media::RingWriter& ring) const {
    return us_of(source_at(ring.read_position()));
}

/// What lies in the ring beyond a lead is taken back, and the tempo begins anew there.
Trouble Outlet::cut(int percent, media::RingWriter& ring, Join& join) {
    const uint64_t position = std::min(ring.read_position() + k_lead, ring.position());
    // What the ring does not hold any more was said; history reaches farther back than the ring.
    const int64_t source = std::clamp(source_at(position),
                                      std::max<int64_t>(0, m_source_end - k_history), m_source_end);
    m_old.resize(k_fade * k_channels);
    m_old.resize(ring.copy(position, m_old.data(), k_fade) * k_channels);
    m_blended = 0;
    ring.take_back(position);
    std::erase_if(m_pieces, [&](const Piece& piece) { return piece.position >= position; });
    // Of those that have been heard to their end none is needed.
    while (m_pieces.size() > 1 && m_pieces[1].position <= ring.read_position())
        m_pieces.erase(m_pieces.begin());
    m_pieces.push_back({position, source, percent});
    m_flushed = false;
    m_ready.clear();
    m_given = 0;
    join = {position, us_of(source)};
    return restart_tempo(percent, source);
}

Trouble Outlet::set_pace(int percent, media::RingWriter& ring, Join& join) {
    return cut(percent, ring, join);
}

Trouble Outlet::change_source(media::RingWriter& ring, Join& join) {
    auto trouble = cut(pace(), ring, join);
    m_source_end = m_pieces.back().source;
    m_finished = false;
    return trouble;
}

} // namespace pufa::decoder
