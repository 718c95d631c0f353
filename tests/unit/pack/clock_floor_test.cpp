#include "content/pack/clock_floor.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::pack;

TEST_CASE("the later of clock and floor judges") {
    const auto early = *base::parse_iso("2020-01-01T00:00:00Z");
    const auto late = *base::parse_iso("2026-11-24T00:00:00Z");
    CHECK(judge_time(early, late) == late);
    CHECK(judge_time(late, early) == late);
    CHECK(judge_time(late, late) == late);
}

TEST_CASE("the floor is never before the build and never out of reach") {
    CHECK(clock_floor(std::nullopt) == build_time());
    CHECK(clock_floor(build_time() - std::chrono::days{400}) == build_time());
    const auto later = build_time() + std::chrono::days{400};
    CHECK(clock_floor(later) == later);
    CHECK(clock_floor(*base::parse_iso("9999-01-01T00:00:00Z")) == latest_plausible());
    const auto years =
        std::chrono::duration_cast<std::chrono::days>(latest_plausible() - build_time());
    CHECK(years.count() >= 3651);
    CHECK(years.count() <= 3654);
}
