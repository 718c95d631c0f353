#include "admin/commands/key_list.h"

#include "admin_run.h"
#include "key_bench.h"

#include <doctest/doctest.h>

using namespace pufa;
using test::KeyBench;

TEST_CASE("key list says whom this machine trusts, for what, until when, from where") {
    const KeyBench bench;
    bench.put("trust/city.toml", "note = \"root\"\n");
    REQUIRE(bench
                .state_and_apply({"add", bench.path("court.pub"), "--publisher", "court",
                                  "--not-after", "2027-12-31"},
                                 "city.key", "1")
                .exit_code == 0);
    const auto listed = bench.run({"key", "list"}).json();
    REQUIRE(listed["keys"].size() == 2);
    CHECK(listed["keys"][0]["name"] == "city");
    CHECK(listed["keys"][0]["note"] == "root");
    CHECK(listed["keys"][0]["from"] == bench.path("trust/city.pub"));
    CHECK_FALSE(listed["keys"][0].contains("publishers"));
    CHECK(listed["keys"][1]["publishers"][0] == "court");
    CHECK(listed["keys"][1]["not_after"] == "2027-12-31");
    CHECK(listed["findings"].empty());
    const auto words = test::run_admin({"key", "list", "--language", "en", "--trust",
                                        bench.path("trust"), "--state", bench.path("state")});
    CHECK(words.out.find("signs for every publisher, until further notice") != std::string::npos);
}

TEST_CASE("key list tells what is wrong in the trust folder, and hides no other key") {
    const KeyBench bench;
    bench.put("trust/broken.pub", "not a key");
    bench.put("trust/court.pub", pack::public_key_text(bench.court.open));
    bench.put("trust/court.toml", "not_after = 2026-12-20\n");
    const auto listed = bench.run({"key", "list"}).json();
    CHECK(listed["keys"].size() == 2);
    REQUIRE(listed["findings"].size() == 2);
    CHECK(listed["findings"][0]["kind"] == "unreadable");
    CHECK(listed["findings"][1]["kind"] == "expires_soon");
    // To install, every file must be a key: a broken one may be the limit of another.
    CHECK(KeyBench::code(bench.run({"install", bench.build(bench.city, "city", 1)})) == "BAD_KEY");
}
