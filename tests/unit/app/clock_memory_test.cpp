#include "kiosk/app/clock_memory.h"

#include "content/base/file.h"
#include "content/checkup/clock_seen.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::chrono_literals;
using campaign::ClockDoubt;

namespace {

WallTime at(const char* iso) {
    return *base::parse_iso(iso);
}

struct Kept {
    base::TemporaryFolder folder;
    std::filesystem::path file = checkup::clock_file(folder.path());
    SteadyTime start{1h};

    [[nodiscard]] std::optional<WallTime> seen() const { return checkup::load_clock_seen(file); }
};

} // namespace

TEST_CASE("what the clock says is kept every ten minutes, for the next run to compare with") {
    const Kept kept;
    {
        app::ClockMemory clock{kept.file, kept.start};
        clock.floor_is(at("2026-01-01T00:00:00"), at("2026-11-20T00:00:00"));
        clock.update(kept.start + 9min, at("2026-11-23T15:29:00"));
        CHECK_FALSE(clock.known().last_seen);
        CHECK(clock.next_due() == kept.start + 10min);
        clock.update(kept.start + 10min, at("2026-11-23T15:30:00"));
        CHECK(clock.known().last_seen == at("2026-11-23T15:30:00"));
    }
    CHECK(kept.seen() == at("2026-11-23T15:30:00"));
    app::ClockMemory next{kept.file, kept.start};
    CHECK(next.known().last_seen == at("2026-11-23T15:30:00"));
}

TEST_CASE("a clock that is doubted is not kept, until staff say what is right") {
    for (const auto* wall : {"1970-01-01T08:00:00", "2026-11-19T00:00:00", "2026-11-21T00:00:00",
                             "2027-11-19T00:00:00", "2100-01-01T00:00:00"}) {
        CAPTURE(wall);
        const Kept kept;
        REQUIRE(base::write_file_atomic(kept.file, checkup::clock_json(at("2026-11-23T15:30:00"))));
        {
            app::ClockMemory clock{kept.file, kept.start};
            clock.floor_is(at("2026-01-01T00:00:00"), at("2026-11-20T00:00:00"));
            for (int i = 1; i < 20; ++i)
                clock.update(kept.start + i * 10min, at(wall) + i * 10min);
        }
        CHECK(kept.seen() == at("2026-11-23T15:30:00"));
        {
            app::ClockMemory clock{kept.file, kept.start};
            clock.keep(at("2026-11-29T09:00:00"), kept.start);
            CHECK(clock.known().last_seen == at("2026-11-29T09:00:00"));
        }
        CHECK(kept.seen() == at("2026-11-29T09:00:00"));
    }
}

TEST_CASE("a kiosk that runs for months is never far from itself") {
    const Kept kept;
    app::ClockMemory clock{kept.file, kept.start};
    auto wall = at("2026-11-23T15:20:00");
    auto now = kept.start;
    for (int day = 0; day < 200; ++day) {
        clock.update(now += 24h, wall += std::chrono::hours{24});
        REQUIRE(campaign::doubt(wall, clock.known()) == ClockDoubt::none);
    }
    CHECK(clock.known().last_seen == wall);
}
