#include "kiosk/app/pin_keeper.h"

#include "content/base/file.h"
#include "content/base/log.h"
#include "content/pin/pin.h"

#include <doctest/doctest.h>

#include <thread>

using namespace pufa;
using namespace std::chrono_literals;
using app::PinKeeper;

namespace {

constexpr SteadyTime k_pin_start{1000s};

/// The next answer; a hang guard of a minute.
template <class Answer>
Answer pin_answer(PinKeeper& keeper, SteadyTime now) {
    const auto give_up = base::steady_now() + 60s;
    while (base::steady_now() < give_up) {
        for (const auto& news : keeper.poll(now))
            if (const auto* answer = std::get_if<Answer>(&news)) return *answer;
        std::this_thread::sleep_for(1ms);
    }
    FAIL("no answer");
    return {};
}

} // namespace

TEST_CASE("a PIN is set at the first start only, judged aside, and wrong ones cost time") {
    const base::TemporaryFolder folder;
    {
        PinKeeper first{folder.path(), k_pin_start};
        CHECK(first.facts(k_pin_start).may_set);
        first.keep("280614", k_pin_start);
        CHECK_FALSE(pin_answer<staff::PinKept>(first, k_pin_start).error);
        CHECK(first.facts(k_pin_start).set);
        CHECK_FALSE(first.facts(k_pin_start).may_set);
        first.judge("280614", k_pin_start);
        CHECK(pin_answer<staff::PinJudged>(first, k_pin_start).right);
        for (int i = 1; i < 5; ++i) {
            first.judge("280615", k_pin_start);
            CHECK(pin_answer<staff::PinJudged>(first, k_pin_start).wait_seconds == 0);
        }
        first.judge("280615", k_pin_start);
        CHECK(pin_answer<staff::PinJudged>(first, k_pin_start).wait_seconds == 60);
        // Even the right one is not heard now.
        first.judge("280614", k_pin_start + 59s);
        CHECK_FALSE(pin_answer<staff::PinJudged>(first, k_pin_start + 59s).right);
    }
    // The plug was pulled: the wait begins anew.
    PinKeeper second{folder.path(), k_pin_start};
    CHECK(second.facts(k_pin_start).wait_seconds == 60);
    second.judge("280614", k_pin_start + 60s);
    CHECK(pin_answer<staff::PinJudged>(second, k_pin_start + 60s).right);
    CHECK(pin::load_tries(folder.path()) == 0);
    CHECK(base::take_logged_warnings().size() == 6); // each wrong one is logged
}

TEST_CASE("a lost state folder shows no set-up page, and neither does a second start without one") {
    const base::TemporaryFolder folder;
    (void)PinKeeper{folder.path(), k_pin_start};
    const PinKeeper second{folder.path(), k_pin_start};
    CHECK_FALSE(second.facts(k_pin_start).set);
    CHECK_FALSE(second.facts(k_pin_start).may_set);
}

TEST_CASE("a PIN that a technician sets while the kiosk runs is the one that counts") {
    const base::TemporaryFolder folder;
    PinKeeper keeper{folder.path(), k_pin_start};
    REQUIRE(pin::save_hash(folder.path(), *pin::hash("401967")));
    CHECK(keeper.facts(k_pin_start).set);
    keeper.judge("401967", k_pin_start);
    CHECK(pin_answer<staff::PinJudged>(keeper, k_pin_start).right);
}

TEST_CASE("a configuration that cannot be written says so and offers nothing") {
    const base::TemporaryFolder folder;
    REQUIRE(base::write_file_atomic(folder.path() / "file", ""));
    const PinKeeper keeper{folder.path() / "file", k_pin_start};
    CHECK_FALSE(keeper.facts(k_pin_start).may_set);
    CHECK(keeper.facts(k_pin_start).error);
}
