#include "admin/kiosk_config.h"

#include "admin_run.h"

#include <doctest/doctest.h>

using namespace pufa;
using test::run_admin;

TEST_CASE(
    "the state folder of kiosk.toml is the one that commands use, and --state goes before it") {
    const support::PackBench bench;
    const auto config = bench.folder() / "kiosk.toml";
    const auto state = bench.folder() / "by config";
    REQUIRE(base::write_file_atomic(config, "volume = 3\nstate = \"" + state.string() + "\"\n"));
    // trust/ stands beside kiosk.toml.
    REQUIRE(run_admin({"install", bench.build(), "--config", config}).exit_code == 0);
    CHECK(std::filesystem::exists(state / "store.db"));
    CHECK(run_admin({"list", "--config", config, "--json"}).json()["packs"].size() == 1);
    const auto other = (bench.folder() / "other").string();
    CHECK(run_admin({"list", "--config", config, "--state", other, "--json"})
              .json()["packs"]
              .empty());
}

TEST_CASE("a faulty or missing kiosk.toml that was named is said with its line") {
    const base::TemporaryFolder folder;
    const auto config = folder.path() / "kiosk.toml";
    const auto missing = run_admin({"list", "--config", config, "--json"});
    CHECK(missing.exit_code == 1);
    CHECK(missing.json()["error"]["code"] == "NOT_FOUND");
    for (const std::string text : {"volume = 1\nstate = 5\n", "volume = 1\nstate =\n"}) {
        REQUIRE(base::write_file_atomic(config, text));
        const auto ran = run_admin({"list", "--config", config, "--json"});
        CHECK(ran.exit_code == 1);
        CHECK(ran.json()["error"]["code"] == "BAD_CONFIG");
        CHECK(ran.json()["error"]["detail"].get<std::string>().starts_with("line 2: "));
    }
}

TEST_CASE("a kiosk.toml that is not there need not be, unless it was named") {
    const base::TemporaryFolder folder;
    const auto config =
        admin::read_kiosk_config(folder.path() / "none", admin::Missing::is_default);
    REQUIRE(config);
    CHECK(config->state.empty());
    CHECK(config->site.empty());
    CHECK_FALSE(admin::read_kiosk_config(folder.path() / "none", admin::Missing::is_error));
}
