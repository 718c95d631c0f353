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
/// After so long, and with the mean so small, clock and sound are in step: from then on only the
/// mean counts, and the clock follows it by one part in a hundred. A device tells its place by
/// buffers and not on time; pictures that followed each of its words would come unevenly.
constexpr Micros k_settling = 800ms;
constexpr Micros k_in_step = 10ms;
constexpr Micros k_average = 500ms;
constexpr int k_gentle = 100;
/// With the mean so large they are no longer.
constexpr Micros k_out_of_step = 20ms;

} // namespace

void Clock::set(Micros position) {
    m_position = position;
    m_running = false;
}

void Clock::start(SteadyTime now) {
    if (m_running) return;
    m_last = now;
    m_running = true;
    lose_step();
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
        lose_step();
        m_position = alone;
        return m_position;
    }
    const Micros behind = *sound - alone;
    if (behind > k_jump) {
        m_position = *sound;
        lose_step();
    } else if (behind >= -k_wait) {
        const Micros drawn = draw(behind, passed);
        m_position = std::max(m_position, alone + drawn);
    } else {
        lose_step();
    }
    return m_position;
}

/// How far the clock goes towards the sound beside its own pace.
Micros Clock::draw(Micros behind, Micros passed) {
    const Micros part = std::min(passed, k_average);
    if (m_settled == Micros{0}) m_mean = behind;
    m_mean += (behind - m_mean) * part.count() / k_average.count();
    m_settled += passed;
    if (m_settled >= k_settling && std::chrono::abs(m_mean) <= k_in_step) m_in_step = true;
    if (m_in_step && std::chrono::abs(m_mean) > k_out_of_step) lose_step();
    const Micros step = std::min(passed, k_smooth);
    const Micros whole = (m_in_step ? m_mean : behind) * step.count() / k_smooth.count();
    const Micros drawn =
        m_in_step ? std::clamp(whole, -passed / k_gentle, passed / k_gentle) : whole;
    m_mean -= drawn;
    return drawn;
}

void Clock::lose_step() {
    m_in_step = false;
    m_mean = m_settled = Micros{0};
}

} // namespace pufa::player
