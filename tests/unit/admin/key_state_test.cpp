#include "admin/commands/key_state.h"

#include "admin_run.h"
#include "key_bench.h"

#include <doctest/doctest.h>

using namespace pufa;
using test::KeyBench;

TEST_CASE("key add, rotate and revoke write statements that stock minisign checks") {
    const KeyBench bench;
    for (const auto& act : {std::vector<std::string>{"add", bench.path("court.pub"), "--publisher",
                                                     "court", "--not-after", "2027-12-31"},
                            {"rotate", bench.path("court.pub")},
                            {"revoke", bench.path("court.pub"), "--reason", "compromised"}}) {
        auto words = act;
        words.insert(words.begin(), "key");
        const auto file = bench.path(act[0] + ".keys.json");
        words.insert(words.end(), {"--key", bench.path("city.key"), "--output", file});
        const auto ran = bench.run(words);
        CHECK(ran.exit_code == 0);
        CHECK(ran.json()["issuer"] == pack::id_text(bench.city.open));
        const auto stock =
            base::run("/usr/bin/minisign", {"-Vqm", file, "-p", bench.path("city.pub")});
        REQUIRE(stock);
        CHECK(stock->exit_code == 0);
        CHECK(KeyBench::code(bench.run(words)) == "ALREADY_EXISTS");
    }
}

TEST_CASE("a statement's number is the time unless one is given, and grows by itself") {
    const KeyBench bench;
    const auto ran = bench.run({"key", "revoke", pack::id_text(bench.court.open), "--key",
                                bench.path("city.key"), "--output", bench.path("a.keys.json")});
    const auto now = support::k_fixture_now.time_since_epoch();
    CHECK(ran.json()["statement"]["issuer_sequence"] ==
          std::chrono::floor<std::chrono::seconds>(now).count());
    const auto given =
        bench.run({"key", "revoke", bench.path("court.pub"), "--number", "7", "--key",
                   bench.path("city.key"), "--output", bench.path("b.keys.json")});
    CHECK(given.json()["statement"]["issuer_sequence"] == 7);
    CHECK(given.json()["statement"]["revoke"][0]["reason"] == "retired");
}

TEST_CASE("what cannot be said is refused and writes nothing") {
    const KeyBench bench;
    const auto code = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "key");
        words.insert(words.end(),
                     {"--key", bench.path("city.key"), "--output", bench.path("x.keys.json")});
        const auto ran = bench.run(words);
        CHECK(ran.exit_code != 0);
        CHECK_FALSE(std::filesystem::exists(bench.path("x.keys.json")));
        CHECK_FALSE(std::filesystem::exists(bench.path("x.keys.json.minisig")));
        return KeyBench::code(ran);
    };
    CHECK(code({"revoke", bench.path("none.pub")}) == "NOT_FOUND");
    CHECK(code({"revoke", bench.path("city.key")}) == "BAD_KEY");
    CHECK(code({"revoke", bench.path("court.pub"), "--reason", "bored"}) == "BAD_USAGE");
    CHECK(code({"add", bench.path("court.pub"), "--not-after", "2027-02-30"}) == "BAD_USAGE");
    CHECK(code({"add", bench.path("court.pub"), "--publisher", "The Court"}) == "BAD_STATEMENT");
    CHECK(code({"revoke", bench.path("court.pub"), "--number", "0"}) == "BAD_STATEMENT");
}
