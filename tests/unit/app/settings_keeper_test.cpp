#include "kiosk/app/settings_keeper.h"

#include "content/base/file.h"
#include "content/base/log.h"

#include <doctest/doctest.h>

#include <thread>

using namespace pufa;
using namespace pufa::app;

namespace {

settings::Settings capped(int cap) {
    settings::Settings made;
    made.volume_cap = cap;
    return made;
}

constexpr SteadyTime k_moment{std::chrono::hours{1}};

SettingsKeeper::Kept wait_for_news(SettingsKeeper& keeper) {
    for (int tries = 0;; ++tries) {
        if (auto kept = keeper.poll(k_moment)) return *kept;
        REQUIRE(tries < 10'000'000);
        std::this_thread::yield();
    }
}

} // namespace

TEST_CASE("of many settings in a row the newest is the one that is kept") {
    const base::TemporaryFolder folder;
    const auto file = settings::file_in(folder.path());
    SettingsKeeper keeper{file};
    CHECK_FALSE(keeper.next_due());
    for (int round = 0; round < 20; ++round)
        for (int cap = 1; cap <= 4; ++cap)
            keeper.keep(capped(cap), k_moment);
    CHECK(keeper.next_due() == k_moment + SettingsKeeper::k_while_writing);
    CHECK_FALSE(wait_for_news(keeper).error);
    CHECK_FALSE(keeper.next_due());
    CHECK(settings::load(file, {}).volume_cap == 4);
}

TEST_CASE("what was set just before the end is on the disk") {
    const base::TemporaryFolder folder;
    const auto file = settings::file_in(folder.path());
    {
        SettingsKeeper keeper{file};
        for (int cap = 1; cap <= 3; ++cap)
            keeper.keep(capped(cap), k_moment);
    }
    CHECK(settings::load(file, {}).volume_cap == 3);
}

TEST_CASE("settings that cannot be kept are told and logged") {
    const base::TemporaryFolder folder;
    REQUIRE(base::write_file_atomic(folder.path() / "in-the-way", ""));
    SettingsKeeper keeper{settings::file_in(folder.path() / "in-the-way")};
    keeper.keep(capped(2), k_moment);
    CHECK(wait_for_news(keeper).error);
    CHECK(base::take_logged_warnings().size() == 1);
}
