#pragma once
// Events and files for the tests of the tally.

#include "content/base/file.h"
#include "content/db/database.h"
#include "content/tally/day_file.h"
#include "content/tally/recorder.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

namespace pufa::tally::test {

inline const base::Date k_day{2026, 11, 23};

/// Local time on 2026-11-23.
inline WallTime at(int hour, int minute = 0) {
    return base::start_of(k_day) + std::chrono::hours{hour} + std::chrono::minutes{minute};
}

inline Event answer(WallTime when, int option = 1) {
    Event event;
    event.counter = Counter::answered;
    event.when = when;
    event.session = 0xFEDC'BA98'7654'3210u;
    event.item = "gd-sfj/xianfa/q-3";
    event.item_version = 12;
    event.option = option;
    return event;
}

inline std::unique_ptr<Recorder> open(const std::filesystem::path& folder,
                                      RecorderOptions options = {}, WallTime now = at(9)) {
    auto opened = Recorder::open(folder, now, options);
    REQUIRE(opened);
    return std::move(opened).value();
}

inline std::vector<EventRow> events(const std::filesystem::path& folder,
                                    const base::Date& day = k_day) {
    const auto read = read_events(folder, day);
    REQUIRE(read);
    return *read;
}

inline std::vector<RollUpRow> roll_up(const std::filesystem::path& folder,
                                      const base::Date& day = k_day) {
    const auto read = read_roll_up(folder, day);
    REQUIRE(read);
    return *read;
}

/// Counts the detail rows afresh and compares with what was counted while writing.
inline void check_roll_up_equals_events(const std::filesystem::path& folder,
                                        const base::Date& day = k_day) {
    std::map<RollUpRow, int64_t> counted;
    for (const auto& row : events(folder, day))
        ++counted[row.counted_as];
    const auto kept = roll_up(folder, day);
    CHECK(kept.size() == counted.size());
    for (auto row : kept) {
        const auto count = std::exchange(row.count, 1);
        CHECK(count == counted[row]);
    }
}

inline int64_t total(const std::filesystem::path& folder, const base::Date& day = k_day) {
    int64_t sum = 0;
    for (const auto& row : roll_up(folder, day))
        sum += row.count;
    return sum;
}

} // namespace pufa::tally::test
