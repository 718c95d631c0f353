#include "kiosk/player/sound_follower.h"

#include "content/base/log.h"

namespace pufa::player {

namespace {

using namespace std::chrono_literals;

/// A device that takes nothing for this long while there is sound has died: go on without it.
constexpr Micros k_device_patience = 1s;
/// For a device that never says that all has been heard.
constexpr Micros k_last_sound = 500ms;

} // namespace

void SoundFollower::expect_new() {
    m_ring = nullptr;
    m_start.reset();
    m_empty_since.reset();
    m_over = m_device_lost = false;
}

void SoundFollower::begin(const media::HasSound& start, media::SoundRing& ring) {
    m_start = start;
    m_ring = &ring;
    ring.skip_to(start.position);
}

std::optional<Micros> SoundFollower::heard(SteadyTime now, Micros standing, bool ended) {
    if (over()) return std::nullopt;
    if (!m_start) {
        m_over = ended; // it never began
        return ended ? std::nullopt : std::optional{standing};
    }
    const uint64_t position = m_sink.heard_position(now);
    watch_device(now, position);
    m_over = heard_all(now, position, ended);
    if (over()) return std::nullopt;
    const uint64_t frames = position > m_start->position ? position - m_start->position : 0;
    return m_start->pts + Micros{static_cast<int64_t>(frames * 1'000'000 / media::k_sound_rate)};
}

void SoundFollower::make_room(Micros position) {
    if (!m_device_lost || position <= m_start->pts) return;
    const auto since = static_cast<uint64_t>((position - m_start->pts).count());
    m_ring->skip_to(m_start->position + since * media::k_sound_rate / 1'000'000);
}

void SoundFollower::watch_device(SteadyTime now, uint64_t position) {
    if (position != m_heard_last || m_ring->available() == 0) {
        m_heard_last = position;
        m_heard_at = now;
    } else if (now - m_heard_at > k_device_patience) {
        base::log_warning("the sound device takes nothing: playing on without sound");
        m_device_lost = true;
    }
}

bool SoundFollower::heard_all(SteadyTime now, uint64_t position, bool ended) {
    if (!ended || m_ring->available() > 0) {
        m_empty_since.reset();
        return false;
    }
    if (!m_empty_since) m_empty_since = now;
    return position >= m_ring->position() || now - *m_empty_since > k_last_sound;
}

} // namespace pufa::player
