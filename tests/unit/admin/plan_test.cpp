#include "admin/commands/plan.h"
#include "tests/support/faults.h"
#include "tests/support/fixture_pack.h"
#include "tests/unit/admin/admin_run.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace pufa;
using test::run_admin;

TEST_CASE("a plan over good and bad packs changes nothing, names both and ends with 1") {
    const support::PackBench bench;
    const auto good = bench.build(1).string();
    const auto bad = bench.build(2).string();
    support::flip_bit(bad, 100);
    const auto state = bench.folder() / "state";
    const auto ran = run_admin({"plan", good, bad, "--json", "--state", state.string(), "--trust",
                                (bench.folder() / "trust").string()});
    CHECK(ran.exit_code == 1);
    const auto text = ran.json().dump();
    CHECK(text.find("BAD_SIGNATURE") != std::string::npos);
    CHECK(text.find("install") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(state / "packs" / "test-press"));
}
