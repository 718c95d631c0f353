#include "content/checkup/clock_seen.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::checkup;

TEST_CASE("what the clock said is read as it was kept, and nothing is made of anything else") {
    const base::TemporaryFolder folder;
    const auto file = clock_file(folder.path());
    CHECK_FALSE(load_clock_seen(file));
    const auto seen = *base::parse_iso("2026-11-29T15:20:07");
    REQUIRE(base::write_file_atomic(file, clock_json(seen)));
    CHECK(load_clock_seen(file) == seen);
    for (const auto* other : {"", "{}", "[1]", R"({"seen": 7})", R"({"seen": "yesterday"})"}) {
        CAPTURE(other);
        REQUIRE(base::write_file_atomic(file, other));
        CHECK_FALSE(load_clock_seen(file));
    }
}
