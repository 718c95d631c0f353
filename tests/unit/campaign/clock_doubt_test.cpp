#include "content/campaign/clock_doubt.h"

#include <doctest/doctest.h>

#include <utility>

using namespace pufa;
using namespace pufa::campaign;
using namespace std::chrono_literals;

namespace {

WallTime at(const char* iso) {
    const auto when = base::parse_iso(iso);
    REQUIRE(when);
    return *when;
}

ClockKnown known() {
    return {at("2026-11-20T00:00:00"), at("2026-11-28T09:00:00"), at("2026-11-29T18:00:00")};
}

} // namespace

TEST_CASE("a clock is doubted for what it cannot be, and the first reason is told") {
    using enum ClockDoubt;
    const std::pair<const char*, ClockDoubt> all[] = {
        {"1970-01-01T08:00:00", before_build},   {"2026-11-19T23:59:59", before_build},
        {"2026-11-20T00:00:00", before_content}, {"2026-11-28T08:59:59", before_content},
        {"2026-11-28T09:00:00", set_back},       {"2026-11-28T17:59:59", set_back},
        {"2026-11-28T18:00:00", none},           {"2027-01-28T18:00:00", none},
        {"2027-01-28T18:00:01", far_ahead},      {"2099-12-31T23:59:59", far_ahead},
        {"2100-01-01T00:00:00", beyond}};
    for (const auto& one : all) {
        CAPTURE(one.first);
        CHECK(doubt(at(one.first), known()) == one.second);
    }
}

TEST_CASE("without a run before this one only the impossible is doubted") {
    auto facts = known();
    facts.last_seen.reset();
    CHECK(doubt(at("2026-11-28T09:00:00"), facts) == ClockDoubt::none);
    CHECK(doubt(at("2099-12-31T23:59:59"), facts) == ClockDoubt::none);
    CHECK(doubt(at("2026-11-28T08:59:59"), facts) == ClockDoubt::before_content);
}

TEST_CASE("what is impossible is just what is not believed") {
    for (const auto* now : {"1970-01-01T08:00:00", "2025-12-31T23:59:59", "2026-11-19T00:00:00",
                            "2026-11-28T08:59:59", "2026-11-28T09:00:00", "2026-11-30T00:00:00",
                            "2099-12-31T23:59:59", "2100-01-01T00:00:00", "2200-06-01T00:00:00"}) {
        CAPTURE(now);
        CHECK(is_impossible(doubt(at(now), known())) == !is_believed(at(now), known().floor));
    }
}
