#include "content/tally/watch_meter.h"

#include <algorithm>

namespace pufa::tally {

namespace {

constexpr int k_engaged_seconds = 15;
/// Past a day of film only its first day is metered: a duration that lies must not take the memory.
constexpr int64_t k_most_seconds = 86'400;

size_t cells(Micros duration) {
    const auto whole = std::chrono::ceil<std::chrono::seconds>(duration).count();
    return static_cast<size_t>(std::clamp<int64_t>(whole, 0, k_most_seconds));
}

} // namespace

WatchMeter::WatchMeter(Micros duration)
    : m_seen(cells(duration)) {}

void WatchMeter::presented(Micros position) {
    if (position < Micros{0}) return;
    const auto second =
        static_cast<size_t>(std::chrono::floor<std::chrono::seconds>(position).count());
    if (second >= m_seen.size() || m_seen[second]) return;
    m_seen[second] = true;
    ++m_distinct;
}

bool WatchMeter::engaged() const {
    const int whole_video = static_cast<int>(m_seen.size());
    return whole_video > 0 && m_distinct >= std::min(k_engaged_seconds, whole_video);
}

bool WatchMeter::whole() const {
    const int seconds = static_cast<int>(m_seen.size());
    return seconds > 0 && m_distinct * 10 >= seconds * 9;
}

} // namespace pufa::tally
