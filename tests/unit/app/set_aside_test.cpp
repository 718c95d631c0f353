#include "kiosk/app/set_aside.h"

#include "content/base/file.h"
#include "content/base/log.h"

#include <doctest/doctest.h>

#include <thread>

using namespace pufa;
using namespace std::chrono_literals;
using app::SetAside;

namespace {

const WallTime k_now = *base::parse_iso("2026-11-23T15:20:00");
const model::ItemId k_film{"city/wills/film"};

catalog::Snapshot snapshot(int64_t sequence) {
    catalog::Snapshot made;
    made.packs.push_back({model::PackId{"city/wills"}, {}, sequence, false});
    return made;
}

Error error(Code code) {
    return {code, "film.mp4", "told so"};
}

using Items = std::set<model::ItemId>;

Items told(SetAside& aside, const catalog::Snapshot& of) {
    const auto said = aside.poll(of);
    return said ? said->items : Items{};
}

} // namespace

TEST_CASE("two failures set an item aside, over a restart too, until its pack changes") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "kiosk.db";
    {
        SetAside aside{file};
        CHECK_FALSE(aside.poll(snapshot(3)));
        aside.failed(k_film, error(Code::UNPLAYABLE), snapshot(3), k_now);
        CHECK_FALSE(aside.poll(snapshot(3)));
    }
    CHECK_FALSE(SetAside{file}.poll(snapshot(3)));
    {
        SetAside aside{file};
        aside.failed(k_film, error(Code::DECODER_DIED), snapshot(3), k_now);
        CHECK(told(aside, snapshot(3)) == Items{k_film});
        CHECK_FALSE(aside.poll(snapshot(3))); // told once
    }
    SetAside aside{file};
    CHECK(told(aside, snapshot(3)) == Items{k_film});
    const auto changed = aside.poll(snapshot(4));
    REQUIRE(changed);
    CHECK(changed->items.empty());
    // Its failures count from the start again.
    aside.failed(k_film, error(Code::UNPLAYABLE), snapshot(4), k_now);
    CHECK_FALSE(aside.poll(snapshot(4)));
    CHECK(base::take_logged_warnings().size() == 1); // that it is set aside
}

TEST_CASE("an item that plays to its end is forgiven") {
    const base::TemporaryFolder folder;
    SetAside aside{folder.path() / "kiosk.db"};
    aside.failed(k_film, error(Code::UNPLAYABLE), snapshot(1), k_now);
    aside.played(k_film);
    aside.failed(k_film, error(Code::UNPLAYABLE), snapshot(1), k_now);
    CHECK_FALSE(aside.poll(snapshot(1)));
}

TEST_CASE("what the disk or the installation lacks is not the item's fault") {
    SetAside aside{{}};
    for (int i = 0; i < 5; ++i) {
        for (const Code code : {Code::DISK_ERROR, Code::NO_DECODER, Code::NOT_FOUND})
            aside.failed(k_film, error(code), snapshot(1), k_now);
    }
    CHECK_FALSE(aside.poll(snapshot(1)));
}

TEST_CASE("a file that is damaged or cannot be written stops nobody") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "kiosk.db";
    REQUIRE(base::write_file_atomic(file, "no database at all"));
    {
        SetAside aside{file};
        CHECK(base::take_logged_warnings().size() == 1);
        for (int i = 0; i < 2; ++i)
            aside.failed(k_film, error(Code::UNPLAYABLE), snapshot(1), k_now);
        CHECK(told(aside, snapshot(1)) == Items{k_film});
    }
    CHECK(base::take_logged_warnings().size() == 2); // set aside; made anew
    {
        SetAside again{file};
        CHECK(told(again, snapshot(1)) == Items{k_film});
    }
    {
        SetAside nowhere{folder.path() / "none" / "kiosk.db"};
        for (int i = 0; i < 2; ++i)
            nowhere.failed(k_film, error(Code::UNPLAYABLE), snapshot(1), k_now);
        CHECK(told(nowhere, snapshot(1)) == Items{k_film});
    }
    CHECK(base::take_logged_warnings().size() == 2); // set aside; cannot be kept
}

TEST_CASE("writing happens beside the loop, which is told when to look") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "kiosk.db";
    SetAside aside{file};
    SteadyTime now{1h};
    CHECK_FALSE(aside.next_due());
    aside.failed(k_film, error(Code::UNPLAYABLE), snapshot(1), k_now);
    CHECK(aside.next_due());
    for (int i = 0; i < 5000 && aside.next_due(); ++i) {
        aside.update(now += 20ms);
        std::this_thread::yield();
        if (aside.next_due()) std::this_thread::sleep_for(1ms); // the loop's own pause
    }
    CHECK_FALSE(aside.next_due());
    const auto records = aside::read_records(file);
    REQUIRE(records);
    REQUIRE(records->size() == 1);
    CHECK(records->front().failures == 1);
    CHECK(records->front().cause == "UNPLAYABLE");
    CHECK(records->front().detail == "told so");
}
