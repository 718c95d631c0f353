#include "content/pin/tries.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::chrono_literals;
using pin::Tries;

namespace {
constexpr SteadyTime k_start{1'000'000s};
}

TEST_CASE("five wrong PINs are free, then the wait is 60 s and doubles up to an hour") {
    Tries tries{0, k_start};
    for (int i = 0; i < 4; ++i) {
        tries.begin(k_start);
        CHECK(tries.seconds_left(k_start) == 0);
    }
    for (const int wait : {60, 120, 240, 480, 960, 1920, 3600, 3600}) {
        tries.begin(k_start);
        CHECK(tries.seconds_left(k_start) == wait);
    }
    CHECK(tries.seconds_left(k_start + 3599s) == 1);
    CHECK(tries.seconds_left(k_start + 3599s + 1ms) == 1);
    CHECK(tries.seconds_left(k_start + 3600s) == 0);
    tries.right();
    CHECK(tries.seconds_left(k_start) == 0);
    CHECK(tries.wrong() == 0);
}

TEST_CASE("a restart does not shorten the wait: it begins anew") {
    const Tries tries{6, k_start};
    CHECK(tries.seconds_left(k_start) == 120);
    CHECK(tries.seconds_left(k_start + 120s) == 0);
}

TEST_CASE("the count is kept, and a file that says nothing does not help whoever tries") {
    const base::TemporaryFolder folder;
    CHECK(pin::load_tries(folder.path()) == 0);
    REQUIRE(base::make_folders(folder.path() / "staff"));
    REQUIRE(pin::save_tries(folder.path(), 12));
    CHECK(pin::load_tries(folder.path()) == 12);
    for (const std::string damaged : {"", "x\n", "-3\n", "3", "99999999999999\n", "3\n3\n"}) {
        REQUIRE(base::write_file_atomic(folder.path() / "staff/wrong-tries", damaged));
        CHECK(pin::load_tries(folder.path()) == Tries::k_free);
    }
}
