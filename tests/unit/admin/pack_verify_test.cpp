#include "admin/commands/pack_verify.h"

#include "admin_run.h"
#include "content/pack/clock_floor.h"
#include "tests/support/faults.h"

#include <doctest/doctest.h>

using namespace pufa;
using test::run_admin;

TEST_CASE("a sound pack is said to be sound, to people and to machines") {
    const support::PackBench bench;
    const auto file = bench.build(4).string();
    const auto trust = (bench.folder() / "trust").string();
    const auto ran = run_admin({"pack", "verify", file, "--trust", trust});
    CHECK(ran.exit_code == 0);
    CHECK(ran.out.find("测试内容包（test-press/fixture）第 4 版") != std::string::npos);
    CHECK(run_admin({"pack", "verify", file, "--trust", trust, "--language", "zh-Hant"})
              .out.find("測試內容包") != std::string::npos);
    const auto json = run_admin({"pack", "verify", file, "--trust", trust, "--json"}).json();
    CHECK(json["id"] == "test-press/fixture");
    CHECK(json["sequence"] == 4);
    CHECK(json["signer"] == "test-press");
    CHECK(json["members"] == 2);
}

TEST_CASE("a damaged, a foreign and an expired pack are exit 1 by name") {
    const support::PackBench bench;
    const auto file = bench.build();
    const auto trust = (bench.folder() / "trust").string();
    const auto foreign = run_admin({"pack", "verify", file, "--trust", "/none", "--json"});
    CHECK(foreign.exit_code == 1);
    CHECK(foreign.json()["error"]["code"] == "UNKNOWN_KEY");
    auto manifest = support::fixture_manifest();
    // After the build: before that, no clock is believed.
    const auto last_day = base::to_local(pack::build_time() + std::chrono::days{100}).date;
    manifest.not_after = last_day;
    const auto old = bench.build(manifest, "old.pufa");
    const auto after = base::to_iso(base::start_of(last_day) + std::chrono::hours{24});
    const auto expired =
        run_admin({"pack", "verify", old, "--trust", trust, "--json", "--now", after});
    CHECK(expired.json()["error"]["code"] == "EXPIRED");
    CHECK(run_admin({"pack", "verify", old, "--trust", trust, "--now",
                     base::to_string(last_day) + "T23:00"})
              .exit_code == 0);
    const auto opened = pack::open_pack(file, bench.trust(), support::k_fixture_now);
    REQUIRE(opened);
    support::flip_bit(file, opened->offsets[1]);
    const auto damaged = run_admin({"pack", "verify", file, "--trust", trust});
    CHECK(damaged.exit_code == 1);
    CHECK(damaged.out.empty());
    CHECK(damaged.err.find("videos/wills.png") != std::string::npos);
}
