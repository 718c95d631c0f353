#include "content/pin/pin.h"

#include "content/base/file.h"
#include "content/pin/tries.h"
#include "tests/support/faults.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

using namespace pufa;
using pin::Weakness;

TEST_CASE("a PIN has six to twelve digits and is no row of them") {
    CHECK_FALSE(pin::weakness("280614"));
    CHECK_FALSE(pin::weakness("123457"));
    CHECK_FALSE(pin::weakness("280614280614"));
    CHECK(pin::weakness("") == Weakness::too_short);
    CHECK(pin::weakness("28061") == Weakness::too_short);
    CHECK(pin::weakness("2806142806142") == Weakness::too_long);
    CHECK(pin::weakness("28061a") == Weakness::no_digits);
    CHECK(pin::weakness("000000") == Weakness::even);
    CHECK(pin::weakness("123456") == Weakness::even);
    CHECK(pin::weakness("987654") == Weakness::even);
}

TEST_CASE("what is kept is Argon2id with a salt of its own, and only the PIN itself matches it") {
    const auto hashed = pin::hash("280614");
    REQUIRE(hashed);
    CHECK(hashed->starts_with("$argon2id$v=19$m=65536,"));
    CHECK(hashed->find("280614") == std::string::npos);
    CHECK(*pin::hash("280614") != *hashed);
    CHECK(pin::matches(*hashed, "280614"));
    CHECK_FALSE(pin::matches(*hashed, "280615"));
    CHECK_FALSE(pin::matches(*hashed, ""));
    CHECK_FALSE(pin::matches("$argon2id$", "280614"));
    CHECK_FALSE(pin::matches(std::string(500, '$'), "280614"));
}

TEST_CASE("the screen offers to set a PIN in the first run only") {
    const base::TemporaryFolder folder;
    CHECK_FALSE(pin::load_hash(folder.path())->has_value());
    CHECK(*pin::may_set(folder.path()));
    CHECK_FALSE(*pin::may_set(folder.path())); // the next start
}

TEST_CASE("a PIN is kept for its owner's eyes, and setting it forgets the wrong tries") {
    const base::TemporaryFolder folder;
    REQUIRE(*pin::may_set(folder.path()));
    REQUIRE(pin::save_tries(folder.path(), 7));
    REQUIRE(pin::save_hash(folder.path(), *pin::hash("280614")));
    CHECK(pin::load_tries(folder.path()) == 0);
    const auto kept = pin::load_hash(folder.path());
    REQUIRE(kept);
    REQUIRE(*kept);
    CHECK(pin::matches(**kept, "280614"));
    struct stat facts {};
    REQUIRE(::stat((folder.path() / "staff/pin").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
    REQUIRE(::stat((folder.path() / "staff").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0700);
}

TEST_CASE("a forgotten PIN may be set at the screen until somebody does, across restarts") {
    const base::TemporaryFolder folder;
    REQUIRE(pin::save_hash(folder.path(), *pin::hash("280614")));
    REQUIRE(pin::forget(folder.path()));
    CHECK_FALSE(pin::load_hash(folder.path())->has_value());
    CHECK(*pin::may_set(folder.path()));
    CHECK(*pin::may_set(folder.path()));
    REQUIRE(pin::save_hash(folder.path(), *pin::hash("401967")));
    CHECK_FALSE(*pin::may_set(folder.path()));
}

TEST_CASE("a damaged PIN file lets nobody in and does not count as none") {
    const base::TemporaryFolder folder;
    for (const std::string damaged : {"", "\n", "280614\n", "$argon2id$v=19$\nmore\n"}) {
        REQUIRE(base::make_folders(folder.path() / "staff"));
        REQUIRE(base::write_file_atomic(folder.path() / "staff/pin", damaged));
        const auto loaded = pin::load_hash(folder.path());
        REQUIRE_FALSE(loaded);
        CHECK(loaded.error().code == Code::BAD_CONFIG);
    }
    // A bit of a real one.
    REQUIRE(pin::save_hash(folder.path(), *pin::hash("280614")));
    support::flip_bit(folder.path() / "staff/pin", 60);
    const auto loaded = pin::load_hash(folder.path());
    REQUIRE(loaded);
    CHECK_FALSE(pin::matches(**loaded, "280614"));
}

TEST_CASE("a folder that cannot be made is an error, not a first start") {
    const base::TemporaryFolder folder;
    REQUIRE(base::write_file_atomic(folder.path() / "in-the-way", ""));
    CHECK_FALSE(pin::may_set(folder.path() / "in-the-way"));
}
