#include "content/pack/clock_floor.h"

#include "content/base/result.h"

#include <algorithm>

namespace pufa::pack {

namespace {

constexpr int k_years = 10;

base::Date build_date() {
    const auto built = base::parse_date(PUFA_BUILD_DATE);
    PUFA_ASSERT(built.has_value());
    return *built;
}

} // namespace

WallTime build_time() {
    return base::start_of(build_date());
}

WallTime latest_plausible() {
    const auto built = build_date();
    const bool leap_day = built.month == 2 && built.day == 29;
    return base::start_of({built.year + k_years, built.month, leap_day ? 28 : built.day}) +
           std::chrono::days{1} - std::chrono::milliseconds{1};
}

WallTime clock_floor(std::optional<WallTime> kept) {
    return std::clamp(kept.value_or(build_time()), build_time(), latest_plausible());
}

WallTime judge_time(WallTime now, WallTime floor) {
    return std::max(now, floor);
}

} // namespace pufa::pack
