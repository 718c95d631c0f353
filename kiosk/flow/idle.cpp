#include "kiosk/flow/idle.h"

namespace pufa::flow {

void IdleClock::touched(SteadyTime now) {
    m_touched = now;
    m_since = now;
}

SteadyTime IdleClock::asking_from(Activity activity) const {
    switch (activity) {
    case Activity::menu:
        return m_since + paced(k_menu);
    case Activity::reading:
        return m_since + paced(k_reading);
    case Activity::video_over:
        return m_since + paced(k_video_over);
    case Activity::playing:
        break;
    }
    return SteadyTime::max();
}

IdleClock::Phase IdleClock::phase(Activity activity, SteadyTime now) const {
    const auto from = asking_from(activity);
    if (now < from) return Phase::quiet;
    return now - from < paced(k_asking) ? Phase::asking : Phase::over;
}

int IdleClock::seconds_left(Activity activity, SteadyTime now) const {
    const auto passed = std::chrono::floor<std::chrono::seconds>(now - asking_from(activity));
    return static_cast<int>((paced(k_asking) - passed).count());
}

SteadyTime IdleClock::next_change(Activity activity, SteadyTime now) const {
    const auto from = asking_from(activity);
    if (now < from) return from;
    const auto passed = std::chrono::floor<std::chrono::seconds>(now - from);
    return from + passed + std::chrono::seconds{1};
}

} // namespace pufa::flow
