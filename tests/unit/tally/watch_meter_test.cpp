#include "content/tally/watch_meter.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::chrono_literals;
using tally::WatchMeter;

namespace {

/// Presents every second from `from` up to before `to`, at 25 pictures a second.
void watch(WatchMeter& meter, std::chrono::seconds from, std::chrono::seconds to) {
    for (Micros position = from; position < to; position += 40ms)
        meter.presented(position);
}

} // namespace

TEST_CASE("distinct seconds make a video engaging or watched whole") {
    struct Span {
        std::chrono::seconds from;
        std::chrono::seconds to;
    };
    struct Row {
        const char* what;
        Micros duration;
        std::vector<Span> watched;
        int distinct;
        bool engaged;
        bool whole;
    };
    const std::vector<Row> rows{
        {"nothing", 100s, {}, 0, false, false},
        {"one second short of engaged", 100s, {{0s, 14s}}, 14, false, false},
        {"just engaged", 100s, {{0s, 15s}}, 15, true, false},
        {"engaged in pieces", 100s, {{0s, 5s}, {50s, 55s}, {90s, 95s}}, 15, true, false},
        {"the same ten seconds twice", 100s, {{0s, 10s}, {0s, 10s}}, 10, false, false},
        {"one second short of whole", 100s, {{0s, 89s}}, 89, true, false},
        {"just whole", 100s, {{0s, 90s}}, 90, true, true},
        {"whole with a gap at the start", 100s, {{10s, 100s}}, 90, true, true},
        {"only the end, after seeking", 100s, {{95s, 100s}}, 5, false, false},
        {"half a video twice", 100s, {{0s, 50s}, {0s, 50s}}, 50, true, false},
        {"a short one but for a second", 8s, {{0s, 7s}}, 7, false, false},
        {"all of a short one", 8s, {{0s, 8s}}, 8, true, true},
        {"half a second of video", 500ms, {{0s, 1s}}, 1, true, true},
        {"a broken second at the end counts as one", 9500ms, {{0s, 9s}}, 9, false, true},
        {"no duration", 0s, {{0s, 60s}}, 0, false, false},
        {"a negative duration", -5s, {{0s, 60s}}, 0, false, false},
        {"past the end", 10s, {{10s, 60s}}, 0, false, false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.what);
        WatchMeter meter{row.duration};
        for (const auto& span : row.watched)
            watch(meter, span.from, span.to);
        CHECK(meter.distinct_seconds() == row.distinct);
        CHECK(meter.engaged() == row.engaged);
        CHECK(meter.whole() == row.whole);
    }
}

TEST_CASE("double speed does not multiply seconds") {
    WatchMeter meter{60s};
    for (Micros position{0}; position < 20s; position += 80ms) // 10 s of watching
        meter.presented(position);
    CHECK(meter.distinct_seconds() == 20); // of the video, not of the clock, and each once
}

TEST_CASE("positions before the start and durations that lie are harmless") {
    WatchMeter meter{std::chrono::hours{24 * 365 * 1000}};
    meter.presented(-1s);
    meter.presented(Micros::max());
    meter.presented(Micros::min());
    CHECK(meter.distinct_seconds() == 0);
    meter.presented(1s);
    CHECK(meter.distinct_seconds() == 1);
}
