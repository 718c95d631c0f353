#include "content/pack/store_trust.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::pack;

namespace {

const auto k_good = make_key_pair("good");
const auto k_gone = make_key_pair("gone");

Trust after(Reason reason) {
    Trust trust;
    trust.keys = {k_good.open};
    trust.revoked = {{k_gone.open.id, reason, "", false}};
    return trust;
}

KeyedVersion version(const char* pack, int64_t sequence, const KeyPair& by, bool active = false) {
    return {{pack}, sequence, id_text(by.open), active};
}

} // namespace

TEST_CASE("the versions of other keys that are older stand in, the latest first") {
    const std::vector<KeyedVersion> versions{
        version("a/a", 5, k_good), version("a/a", 4, k_gone, true), version("a/a", 3, k_gone),
        version("a/a", 1, k_good), version("a/a", 2, k_good)};
    const auto found = withdrawals(versions, after(Reason::compromised));
    REQUIRE(found.size() == 1);
    CHECK(found[0].id.value == "a/a");
    CHECK(found[0].sequence == 4);
    CHECK(found[0].instead == std::vector<int64_t>{2, 1});
}

TEST_CASE("a retired key takes nothing off the screen, nor does a key that is not on it") {
    const std::vector<KeyedVersion> versions{version("a/a", 2, k_gone, true),
                                             version("b/b", 2, k_good, true),
                                             version("b/b", 1, k_gone)};
    CHECK(withdrawals(versions, after(Reason::retired)).empty());
    CHECK(withdrawals(versions, Trust{}).empty());
    const auto found = withdrawals(versions, after(Reason::compromised));
    REQUIRE(found.size() == 1);
    CHECK(found[0].id.value == "a/a");
    CHECK(found[0].instead.empty());
}

TEST_CASE("the floor only rises, and what is no moment is none") {
    const base::TemporaryFolder folder;
    auto database = db::Database::open(folder.path() / "x.db", db::Open::create);
    REQUIRE(database);
    REQUIRE(database->execute("CREATE TABLE clock (only INTEGER PRIMARY KEY, floor TEXT)"));
    CHECK_FALSE(*read_floor(*database));
    const auto late = *base::parse_iso("2027-01-01T00:00:00Z");
    REQUIRE(raise_floor(*database, late));
    REQUIRE(raise_floor(*database, late - std::chrono::hours{1}));
    CHECK(**read_floor(*database) == late);
    REQUIRE(database->execute("UPDATE clock SET floor = 'never'"));
    CHECK_FALSE(*read_floor(*database));
}
