#include "kiosk/staff/hold.h"

#include <cmath>
#include <utility>

namespace pufa::staff {

void Hold::down(int64_t finger, float x, float y, const Panel& panel, SteadyTime now) {
    m_fingers.insert(finger);
    const float corner = k_corner_mm * panel.per_mm;
    const bool in_corner = x >= panel.width - corner && y <= corner;
    m_resting.reset(); // a second finger is no resting one
    if (m_fingers.size() == 1 && in_corner) m_resting = Resting{finger, x, y, now};
}

void Hold::move(int64_t finger, float x, float y, const Panel& panel) {
    if (!m_resting || m_resting->finger != finger) return;
    if (std::hypot(x - m_resting->x, y - m_resting->y) > k_still_mm * panel.per_mm)
        m_resting.reset();
}

void Hold::up(int64_t finger) {
    m_fingers.erase(finger);
    m_resting.reset();
}

bool Hold::done(SteadyTime now) {
    if (!m_resting || now < m_resting->since + k_rests) return false;
    m_resting.reset();
    return true;
}

std::optional<SteadyTime> Hold::due() const {
    if (!m_resting) return std::nullopt;
    return m_resting->since + k_rests;
}

} // namespace pufa::staff
