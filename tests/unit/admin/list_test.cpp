#include "admin/commands/list.h"

#include "admin_run.h"
#include "content/pack/store.h"

#include <doctest/doctest.h>

using namespace pufa;
using test::run_admin;

TEST_CASE("list tells the active version from the one that is kept") {
    const support::PackBench bench;
    const auto state = (bench.folder() / "state").string();
    const auto trust = (bench.folder() / "trust").string();
    CHECK(run_admin({"list", "--state", state}).out == "本机还没有安装内容包。\n");
    REQUIRE(
        run_admin({"install", bench.build(1), bench.build(2), "--state", state, "--trust", trust})
            .exit_code == 0);
    const auto ran = run_admin({"list", "--state", state});
    CHECK(ran.exit_code == 0);
    CHECK(ran.out.starts_with("在用  测试内容包（test-press/fixture）第 2 版"));
    CHECK(ran.out.find("\n保留  测试内容包（test-press/fixture）第 1 版") != std::string::npos);
    const auto json = run_admin({"list", "--state", state, "--json"}).json();
    REQUIRE(json["packs"].size() == 2);
    CHECK(json["packs"][0]["active"] == true);
    CHECK(json["packs"][0]["highest_sequence"] == 2);
    CHECK(json["packs"][1]["active"] == false);
}

TEST_CASE("list works while another program holds the lock") {
    const support::PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    const auto trust = (bench.folder() / "trust").string();
    REQUIRE(
        run_admin({"install", bench.build(1), "--state", paths.root, "--trust", trust}).exit_code ==
        0);
    const auto lock = pack::StateLock::take(paths);
    REQUIRE(lock);
    CHECK(run_admin({"list", "--state", paths.root}).exit_code == 0);
}
