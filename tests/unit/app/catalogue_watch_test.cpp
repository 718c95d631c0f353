#include "kiosk/app/catalogue_watch.h"

#include "content/base/log.h"
#include "content/pack/store.h"
#include "tests/support/fixture_pack.h"
#include "tests/support/sample_snapshot.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

using namespace pufa;
using namespace pufa::app;

namespace {

SteadyTime steady_ms(int64_t ms) {
    return SteadyTime(std::chrono::milliseconds(ms));
}

/// Both clocks go together from noon on.
flow::Now now_ms(int64_t ms) {
    return {steady_ms(ms), *base::parse_iso("2026-11-23T12:00:00") + std::chrono::milliseconds(ms)};
}

/// A store as a test sets it; read by the loading thread as well.
struct Stored {
    std::atomic<int64_t> revision = 1;
    std::atomic<bool> damaged = false;
    std::atomic<int> loads = 0;

    CatalogueWatch::Store store() {
        const Error error{Code::DAMAGED_DATABASE, "store.db", "malformed"};
        return {[this, error]() -> Result<int64_t> {
                    if (damaged) return error;
                    return revision.load();
                },
                [this, error]() -> CatalogueWatch::Loaded {
                    ++loads;
                    if (damaged) return error;
                    auto snapshot = std::make_shared<catalog::Snapshot>();
                    snapshot->revision = revision;
                    return std::shared_ptr<const catalog::Snapshot>(snapshot);
                }};
    }
};

/// Polls at `ms` and, if a loading began, until it is done.
std::optional<flow::Event> poll_through(CatalogueWatch& watch, int64_t ms) {
    if (auto event = watch.poll(now_ms(ms))) return event;
    for (int tries = 0; watch.next_poll() == steady_ms(ms) + CatalogueWatch::k_while_loading;
         ++tries) {
        if (auto event = watch.poll(now_ms(ms))) return event;
        REQUIRE(tries < 10'000'000);
        std::this_thread::yield();
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("an unchanged store is not loaded again") {
    Stored stored;
    CatalogueWatch watch(stored.store());
    const auto first = watch.load_first(now_ms(0));
    REQUIRE(first.ok());
    CHECK((*first)->revision == 1);
    for (int ms = 0; ms < 10'000; ms += 500)
        CHECK_FALSE(poll_through(watch, ms));
    CHECK(stored.loads == 1);
}

TEST_CASE("a store that was begun is loaded once for the first snapshot and anew for the next") {
    Stored stored;
    CatalogueWatch watch(begun(stored.store()));
    const auto first = watch.load_first(now_ms(0));
    REQUIRE(first.ok());
    CHECK(stored.loads == 1);
    stored.revision = 2;
    const auto event = poll_through(watch, 2000);
    REQUIRE(event);
    CHECK(std::get<flow::CatalogChanged>(*event).snapshot->revision == 2);
    CHECK(stored.loads == 2);
}

TEST_CASE("a change is noticed within two seconds and comes as a new snapshot") {
    Stored stored;
    CatalogueWatch watch(stored.store());
    REQUIRE(watch.load_first(now_ms(0)).ok());
    stored.revision = 2;
    CHECK_FALSE(watch.poll(now_ms(1999)));
    CHECK(stored.loads == 1);
    const auto event = poll_through(watch, 2000);
    REQUIRE(event);
    const auto* changed = std::get_if<flow::CatalogChanged>(&*event);
    REQUIRE(changed);
    CHECK(changed->snapshot->revision == 2);
    CHECK_FALSE(poll_through(watch, 4000));
}

TEST_CASE("a damaged store is told once, and its healing brings the content back") {
    static_cast<void>(base::take_logged_warnings());
    Stored stored;
    stored.damaged = true;
    CatalogueWatch watch(stored.store());
    REQUIRE_FALSE(watch.load_first(now_ms(0)).ok());
    CHECK_FALSE(poll_through(watch, 2000)); // the caller knows it from load_first
    CHECK_FALSE(poll_through(watch, 4000));
    CHECK(base::take_logged_warnings().size() == 1);
    stored.damaged = false;
    const auto event = poll_through(watch, 6000);
    REQUIRE(event);
    CHECK(std::holds_alternative<flow::CatalogChanged>(*event));
}

TEST_CASE("damage that comes while it runs is an event") {
    Stored stored;
    CatalogueWatch watch(stored.store());
    REQUIRE(watch.load_first(now_ms(0)).ok());
    stored.damaged = true;
    const auto event = poll_through(watch, 2000);
    REQUIRE(event);
    const auto* failed = std::get_if<flow::CatalogFailed>(&*event);
    REQUIRE(failed);
    CHECK(failed->error.code == Code::DAMAGED_DATABASE);
}

namespace {

/// A store with one film that ends at 12:00:30.
struct Ending {
    std::shared_ptr<catalog::Snapshot> stored = test::sample_snapshot();
    int64_t revision = 1;
    bool readable = true;
    WallTime end = now_ms(30'000).wall;

    Ending() { stored->videos[0].valid_until = end; }
    CatalogueWatch::Store store() {
        return {[this]() -> Result<int64_t> {
                    if (!readable) return Error{Code::DAMAGED_DATABASE, "store.db", "malformed"};
                    return revision;
                },
                [this]() -> CatalogueWatch::Loaded {
                    return std::shared_ptr<const catalog::Snapshot>(stored);
                }};
    }
};

const catalog::Snapshot& gone_of(const std::optional<flow::Event>& event) {
    REQUIRE(event);
    const auto* gone = std::get_if<flow::ItemsGone>(&*event);
    REQUIRE(gone);
    return *gone->snapshot;
}

const catalog::Snapshot& changed_of(const std::optional<flow::Event>& event) {
    REQUIRE(event);
    const auto* changed = std::get_if<flow::CatalogChanged>(&*event);
    REQUIRE(changed);
    return *changed->snapshot;
}

} // namespace

TEST_CASE("an item goes within a minute of its end, and only once") {
    Ending ending;
    CatalogueWatch watch(ending.store());
    REQUIRE((*watch.load_first(now_ms(0)))->videos.size() == 2);
    for (int ms = 2000; ms < 30'000; ms += 2000)
        CHECK_FALSE(poll_through(watch, ms));
    std::optional<flow::Event> event;
    int ms = 30'000;
    for (; !event && ms <= 90'000; ms += 2000)
        event = poll_through(watch, ms);
    CHECK(gone_of(event).videos.size() == 1);
    CHECK(ms <= 34'000);
    for (; ms < 120'000; ms += 2000)
        CHECK_FALSE(poll_through(watch, ms));
}

TEST_CASE("what has ended before the start is not shown at all") {
    Ending ending;
    CatalogueWatch watch(ending.store());
    CHECK((*watch.load_first(now_ms(30'000)))->videos.size() == 1);
}

TEST_CASE("an item goes although the store cannot be read") {
    static_cast<void>(base::take_logged_warnings());
    Ending ending;
    CatalogueWatch watch(ending.store());
    REQUIRE(watch.load_first(now_ms(0)).ok());
    ending.readable = false;
    REQUIRE(poll_through(watch, 2000)); // CatalogFailed; what is shown goes on
    CHECK(gone_of(poll_through(watch, 30'000)).videos.size() == 1);
}

TEST_CASE("a clock that is set back brings items back, one that nobody believes as well") {
    Ending ending;
    CatalogueWatch watch(ending.store());
    REQUIRE((*watch.load_first(now_ms(60'000)))->videos.size() == 1);
    auto now = now_ms(62'000);
    const auto poll_at = [&](WallTime wall) {
        now.steady += CatalogueWatch::k_every;
        now.wall = wall;
        auto event = watch.poll(now);
        while (!event && watch.next_poll() == now.steady + CatalogueWatch::k_while_loading)
            event = watch.poll(now);
        return event;
    };
    CHECK(changed_of(poll_at(ending.end - std::chrono::milliseconds(1))).videos.size() == 2);
    CHECK(gone_of(poll_at(ending.end)).videos.size() == 1);
    CHECK(changed_of(poll_at(WallTime{})).videos.size() == 2);
    CHECK_FALSE(poll_at(WallTime{} + std::chrono::hours(1)));
    CHECK(gone_of(poll_at(ending.end + std::chrono::hours(1))).videos.size() == 1);
}

TEST_CASE("what an older revision showed goes as well, while a newer one waits") {
    Ending ending;
    CatalogueWatch watch(ending.store());
    REQUIRE(watch.load_first(now_ms(0)).ok());
    ending.stored = test::sample_snapshot();
    ending.stored->videos.erase(ending.stored->videos.begin()); // the newer one is without it
    ending.revision = ending.stored->revision = 2;
    CHECK(changed_of(poll_through(watch, 2000)).videos.size() == 1);
    CHECK_FALSE(poll_through(watch, 28'000));
    CHECK(gone_of(poll_through(watch, 30'000)).revision == 2);
    CHECK_FALSE(poll_through(watch, 32'000));
}

TEST_CASE("staff read in the log that items go, and that the clock is wrong") {
    static_cast<void>(base::take_logged_warnings());
    Ending ending;
    CatalogueWatch watch(ending.store());
    REQUIRE(watch.load_first(now_ms(0)).ok());
    auto told = base::take_logged_warnings();
    REQUIRE(told.size() == 1);
    CHECK(told[0].find("0 withheld, 1 to go within 14 days") != std::string::npos);
    CatalogueWatch wrong(ending.store());
    REQUIRE(wrong.load_first({steady_ms(0), WallTime{}}).ok());
    told = base::take_logged_warnings();
    REQUIRE(told.size() == 1);
    CHECK(told[0].find("nothing expires") != std::string::npos);
}

TEST_CASE("from an installed pack to the screen: a film is off it within a minute of its end") {
    const support::PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    auto manifest = support::fixture_manifest();
    auto& film = std::get<model::Video>(manifest.items[0]);
    const auto start = support::k_fixture_now;
    film.valid_until = start + std::chrono::seconds(30);
    {
        const auto lock = pack::StateLock::take(paths);
        REQUIRE(lock);
        auto store = pack::Store::open(paths, *lock);
        REQUIRE(store);
        REQUIRE(store->install(bench.build(manifest), bench.trust(), start, {}));
    }
    CatalogueWatch watch(store_of(paths));
    flow::Now now{steady_ms(0), start};
    const auto first = watch.load_first(now);
    REQUIRE(first.ok());
    flow::Flow flow({}, *first, now);
    (void)flow.update(flow::Touched{}, now);
    (void)flow.update(screens::Intent{screens::Wake{}}, now);
    (void)flow.update(screens::Intent{screens::OpenVideo{film.id}}, now);
    REQUIRE(std::holds_alternative<screens::WatchModel>(flow.page()));
    bool seen_late = false;
    for (int second = 1; second <= 90; ++second) {
        now = {steady_ms(second * 1000), start + std::chrono::seconds(second)};
        auto event = watch.poll(now);
        for (int tries = 0;
             !event && watch.next_poll() == now.steady + CatalogueWatch::k_while_loading; ++tries) {
            REQUIRE(tries < 10'000'000);
            std::this_thread::yield();
            event = watch.poll(now);
        }
        if (event) (void)flow.update(*event, now);
        (void)flow.update(flow::Tick{}, now);
        const bool seen = std::holds_alternative<screens::WatchModel>(flow.page());
        if (second < 30) CHECK(seen);
        seen_late = seen_late || (second >= 33 && seen);
    }
    CHECK_FALSE(seen_late);
}

TEST_CASE("what staff switch off is gone at the next look, and back when it is switched on") {
    const auto sample = test::sample_snapshot();
    const auto film = sample->videos.front().id;
    const CatalogueWatch::Store store{[] { return Result<int64_t>{7}; },
                                      [&]() -> CatalogueWatch::Loaded {
                                          auto loaded =
                                              std::make_shared<catalog::Snapshot>(*sample);
                                          loaded->revision = 7;
                                          return std::shared_ptr<const catalog::Snapshot>(loaded);
                                      }};
    CatalogueWatch watch{store, {film}};
    const auto first = watch.load_first(now_ms(0));
    REQUIRE(first);
    CHECK_FALSE((*first)->video(film));
    CHECK(watch.all()->video(film));
    watch.switch_off({});
    CHECK(watch.next_poll() <= steady_ms(1)); // it does not wait for the store's turn
    auto event = poll_through(watch, 1);
    REQUIRE(event);
    CHECK(std::get<flow::CatalogChanged>(*event).snapshot->video(film));
    CHECK(watch.at(now_ms(1).wall)->video(film));
    watch.switch_off({film});
    watch.switch_off({film});
    event = poll_through(watch, 2);
    REQUIRE(event);
    CHECK_FALSE(std::get<flow::CatalogChanged>(*event).snapshot->video(film));
    CHECK_FALSE(poll_through(watch, 3));
    CHECK_FALSE(poll_through(watch, 5000));
}

TEST_CASE("what is switched off while a new pack is being loaded is off when that comes") {
    Stored stored;
    CatalogueWatch watch{stored.store()};
    REQUIRE(watch.load_first(now_ms(0)));
    stored.revision = 2;
    REQUIRE_FALSE(watch.poll(now_ms(2000))); // the loading begins
    watch.switch_off({{"demo/pack/film"}});
    std::optional<flow::Event> event;
    for (int tries = 0; !event; ++tries) {
        REQUIRE(tries < 10'000'000);
        event = watch.poll(now_ms(2000));
        std::this_thread::yield();
    }
    CHECK(std::get<flow::CatalogChanged>(*event).snapshot->revision == 2);
    event = poll_through(watch, 2001);
    REQUIRE(event); // the same once more, without the item
    CHECK(std::get<flow::CatalogChanged>(*event).snapshot->revision == 2);
    CHECK_FALSE(poll_through(watch, 2002));
    CHECK(stored.loads == 2);
}
