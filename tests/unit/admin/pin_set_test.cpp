#include "content/pin/pin.h"

#include "content/base/file.h"
#include "tests/unit/admin/admin_run.h"

using namespace pufa;
using test::run_admin;

TEST_CASE("pin set keeps the hash beside kiosk.toml and names the folder") {
    const base::TemporaryFolder folder;
    const auto config = folder.path() / "kiosk.toml";
    REQUIRE(base::write_file_atomic(config, ""));
    REQUIRE(base::write_file_atomic(folder.path() / "new", "280614\n"));
    const auto ran = run_admin({"pin", "set", "--config", config.string(), "--pin-file",
                                (folder.path() / "new").string(), "--json"});
    CHECK(ran.exit_code == 0);
    CHECK(ran.json()["folder"] == (folder.path() / "staff").string());
    const auto kept = pin::load_hash(folder.path());
    REQUIRE(kept);
    CHECK(pin::matches(kept->value(), "280614"));
}

TEST_CASE("pin set refuses a weak PIN and keeps the old one") {
    const base::TemporaryFolder folder;
    REQUIRE(pin::save_hash(folder.path(), *pin::hash("280614")));
    for (const std::string weak : {"1234", "123456", "000000", "28061a", "2806142806142"}) {
        REQUIRE(base::write_file_atomic(folder.path() / "new", weak));
        const auto ran =
            run_admin({"pin", "set", "--config", (folder.path() / "kiosk.toml").string(),
                       "--pin-file", (folder.path() / "new").string(), "--language", "en"});
        CHECK(ran.exit_code == 1);
        CHECK(ran.err.find("PIN") != std::string::npos);
    }
    CHECK(pin::matches(pin::load_hash(folder.path())->value(), "280614"));
}
