#include "kiosk/platform/speed_meter.h"

#include <algorithm>

namespace pufa::platform {

void SpeedMeter::add(base::Micros page) {
    if (!measures()) return;
    m_pages.insert(std::upper_bound(m_pages.begin(), m_pages.end(), page), page);
}

bool SpeedMeter::slow() const {
    return !m_pages.empty() && m_pages[(m_pages.size() - 1) / 2] > k_quick;
}

} // namespace pufa::platform
