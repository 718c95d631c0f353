#include "kiosk/app/clock_memory.h"

#include "content/base/log.h"
#include "content/checkup/clock_seen.h"

#include <algorithm>
#include <utility>

namespace pufa::app {

ClockMemory::ClockMemory(std::filesystem::path file, SteadyTime now)
    : m_file(file)
    , m_kept(now) {
    if (!file.empty()) m_known.last_seen = checkup::load_clock_seen(file);
}

void ClockMemory::floor_is(WallTime built, WallTime floor) {
    m_known.built = built;
    m_known.floor = floor;
}

void ClockMemory::update(SteadyTime now, WallTime wall) {
    if (const auto done = m_file.poll(now)) {
        if (!*done && !std::exchange(m_failing, true))
            base::log_warning("clock: what it says cannot be kept: {} ({})", done->error().where,
                              done->error().detail);
        if (*done) m_failing = false;
    }
    if (now - m_kept < k_keep_every) return;
    m_kept = now;
    if (campaign::doubt(wall, m_known) != campaign::ClockDoubt::none) return;
    // Compared with from now on: a kiosk that runs for months is not far ahead of its own start.
    keep(wall, now);
}

void ClockMemory::keep(WallTime seen, SteadyTime now) {
    m_kept = now;
    m_known.last_seen = seen;
    m_file.write(checkup::clock_json(seen), now);
}

std::optional<SteadyTime> ClockMemory::next_due() const {
    const SteadyTime due = m_kept + k_keep_every;
    const auto writing = m_file.next_due();
    return writing ? std::min(due, *writing) : due;
}

} // namespace pufa::app
