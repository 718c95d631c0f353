#include "kiosk/app/catalogue_watch.h"

#include "content/base/log.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

using namespace pufa;
using namespace pufa::app;

namespace {

SteadyTime at_ms(int64_t ms) {
    return SteadyTime(std::chrono::milliseconds(ms));
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
    if (auto event = watch.poll(at_ms(ms))) return event;
    for (int tries = 0; watch.next_poll() == at_ms(ms) + CatalogueWatch::k_while_loading; ++tries) {
        if (auto event = watch.poll(at_ms(ms))) return event;
        REQUIRE(tries < 10'000'000);
        std::this_thread::yield();
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("an unchanged store is not loaded again") {
    Stored stored;
    CatalogueWatch watch(stored.store());
    const auto first = watch.load_first(at_ms(0));
    REQUIRE(first.ok());
    CHECK((*first)->revision == 1);
    for (int ms = 0; ms < 10'000; ms += 500)
        CHECK_FALSE(poll_through(watch, ms));
    CHECK(stored.loads == 1);
}

TEST_CASE("a change is noticed within two seconds and comes as a new snapshot") {
    Stored stored;
    CatalogueWatch watch(stored.store());
    REQUIRE(watch.load_first(at_ms(0)).ok());
    stored.revision = 2;
    CHECK_FALSE(watch.poll(at_ms(1999)));
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
    REQUIRE_FALSE(watch.load_first(at_ms(0)).ok());
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
    REQUIRE(watch.load_first(at_ms(0)).ok());
    stored.damaged = true;
    const auto event = poll_through(watch, 2000);
    REQUIRE(event);
    const auto* failed = std::get_if<flow::CatalogFailed>(&*event);
    REQUIRE(failed);
    CHECK(failed->error.code == Code::DAMAGED_DATABASE);
}
