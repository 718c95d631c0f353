#include "content/campaign/clock_doubt.h"

#include "content/campaign/programme.h"

namespace pufa::campaign {

bool is_believed(WallTime now, WallTime floor) {
    return now >= floor && is_plausible(base::to_local(now).date);
}

ClockDoubt doubt(WallTime now, const ClockKnown& known) {
    const auto today = base::to_local(now).date;
    if (now < known.built || today < k_first_plausible) return ClockDoubt::before_build;
    if (now < known.floor) return ClockDoubt::before_content;
    if (today >= k_first_beyond) return ClockDoubt::beyond;
    if (!known.last_seen) return ClockDoubt::none;
    if (now < *known.last_seen - k_set_back) return ClockDoubt::set_back;
    if (now > *known.last_seen + k_far_ahead) return ClockDoubt::far_ahead;
    return ClockDoubt::none;
}

bool is_impossible(ClockDoubt doubt) {
    return doubt == ClockDoubt::before_build || doubt == ClockDoubt::before_content ||
           doubt == ClockDoubt::beyond;
}

} // namespace pufa::campaign
