#include "kiosk/player/sound_follower.h"

#include "content/base/log.h"

#include <utility>

namespace pufa::player {

namespace {

using namespace std::chrono_literals;

/// A device that takes nothing for this long while there is sound has died: go on without it.
constexpr Micros k_device_patience = 1s;
constexpr int k_whole = 100;
/// For a device that never says that all has been heard.
constexpr Micros k_last_sound = 500ms;

Micros sounding(uint64_t frames) {
    return Micros{static_cast<int64_t>(frames * 1'000'000 / media::k_sound_rate)};
}

} // namespace

void SoundFollower::expect_new() {
    m_ring = nullptr;
    m_starts.clear();
    m_empty_since.reset();
    m_over = m_device_lost = m_nobody_listens = false;
    m_first_heard.reset();
}

void SoundFollower::begin(const media::HasSound& start, media::SoundRing& ring) {
    m_ring = &ring;
    if (m_starts.empty()) ring.skip_to(start.position);
    // What was to come after its position has been taken back.
    std::erase_if(m_starts,
                  [&](const media::HasSound& each) { return each.position >= start.position; });
    m_starts.push_back(start);
}

std::optional<Micros> SoundFollower::heard(SteadyTime now, Micros standing, bool ended) {
    if (over()) return std::nullopt;
    if (m_starts.empty()) {
        m_over = ended; // it never began
        return ended ? std::nullopt : std::optional{standing};
    }
    const uint64_t position = m_sink.heard_position(now);
    if (!somebody_hears(now, position)) return std::nullopt;
    watch_device(now, position);
    m_over = heard_all(now, position, ended);
    if (over()) return std::nullopt;
    forget_heard(position);
    const auto& start = m_starts.front();
    m_pace_percent = start.pace_percent;
    const uint64_t frames = position > start.position ? position - start.position : 0;
    return start.pts + sounding(frames) * start.pace_percent / k_whole;
}

/// A device that has come back says nothing of use before its first new sound is heard.
bool SoundFollower::somebody_hears(SteadyTime now, uint64_t position) {
    if (!m_sink.listening()) {
        m_nobody_listens = true;
        m_first_heard.reset();
        return false;
    }
    if (std::exchange(m_nobody_listens, false)) {
        m_first_heard = m_ring->position();
        running_from(now);
    }
    if (m_first_heard && position <= *m_first_heard && now - m_heard_at <= k_device_patience)
        return false;
    m_first_heard.reset();
    return true;
}

/// A start holds until the next one is heard.
void SoundFollower::forget_heard(uint64_t position) {
    while (m_starts.size() > 1 && m_starts[1].position <= position)
        m_starts.erase(m_starts.begin());
}

void SoundFollower::make_room(Micros position) {
    if (!m_device_lost && !m_nobody_listens) return;
    while (m_starts.size() > 1 && m_starts[1].pts <= position)
        m_starts.erase(m_starts.begin());
    const auto& start = m_starts.front();
    if (position <= start.pts) return;
    const auto sounded =
        static_cast<uint64_t>((position - start.pts).count() * k_whole / start.pace_percent);
    m_ring->skip_to(start.position + sounded * media::k_sound_rate / 1'000'000);
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
