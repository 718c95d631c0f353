#include "kiosk/player/clock.h"

#include <algorithm>

namespace pufa::player {

namespace {

using namespace std::chrono_literals;

/// Farther behind the sound than this is not drift: jump.
constexpr Micros k_jump = 150ms;
/// Farther ahead than this: the sound stands still (nothing to play), so wait for it.
constexpr Micros k_wait = 60ms;
/// Time in which a small difference is worked off.
constexpr Micros k_smooth = 200ms;

} // namespace

void Clock::set(Micros position) {
    m_position = position;
    m_running = false;
}

void Clock::start(SteadyTime now) {
    if (m_running) return;
    m_last = now;
    m_running = true;
}

void Clock::stop() {
    m_running = false;
}

Micros Clock::advance(SteadyTime now, std::optional<Micros> sound) {
    if (!m_running) return m_position;
    const Micros passed = std::max(now - m_last, Micros{0});
    const Micros played = passed * m_percent / 100;
    m_last = std::max(now, m_last);
    const Micros alone = m_position + played;
    if (!sound) {
        m_position = alone;
        return m_position;
    }
    const Micros behind = *sound - alone;
    if (behind > k_jump) {
        m_position = *sound;
    } else if (behind >= -k_wait) {
        const Micros step = std::min(passed, k_smooth);
        m_position = std::max(m_position, alone + behind * step.count() / k_smooth.count());
    }
    return m_position;
}

} // namespace pufa::player
