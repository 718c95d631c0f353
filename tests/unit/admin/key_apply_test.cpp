#include "admin/commands/key_apply.h"

#include "admin_run.h"
#include "key_bench.h"

#include <doctest/doctest.h>

using namespace pufa;
using test::KeyBench;

TEST_CASE("a key that was added may sign for its publisher, and for no other") {
    const KeyBench bench;
    const auto own = bench.build(bench.court, "court", 1);
    const auto foreign = bench.build(bench.court, "city", 1);
    CHECK(KeyBench::code(bench.run({"install", own})) == "UNKNOWN_KEY");
    const auto applied = bench.state_and_apply(
        {"add", bench.path("court.pub"), "--publisher", "court"}, "city.key", "1");
    REQUIRE(applied.exit_code == 0);
    CHECK(applied.json()["issuer"] == "city");
    CHECK(bench.run({"install", own}).exit_code == 0);
    CHECK(bench.run({"pack", "verify", own}).exit_code == 0);
    CHECK(KeyBench::code(bench.run({"install", foreign})) == "WRONG_PUBLISHER");
    CHECK(KeyBench::code(bench.run({"pack", "verify", foreign})) == "WRONG_PUBLISHER");
    CHECK(bench.run({"key", "apply", bench.path("1.keys.json")}).json()["known"] == true);
}

TEST_CASE("packs of a retired key stay on the screen, new ones are REVOKED_KEY") {
    const KeyBench bench;
    bench.put("trust/court.pub", pack::public_key_text(bench.court.open));
    REQUIRE(bench.run({"install", bench.build(bench.court, "court", 1)}).exit_code == 0);
    const auto applied =
        bench.state_and_apply({"revoke", bench.path("court.pub")}, "city.key", "1");
    CHECK(applied.json()["withdrawn"].empty());
    CHECK(applied.json()["delete"][0] == bench.path("trust/court.pub"));
    CHECK(bench.run({"list"}).json()["packs"][0]["active"] == true);
    CHECK(KeyBench::code(bench.run({"install", bench.build(bench.court, "court", 2)})) ==
          "REVOKED_KEY");
}

TEST_CASE("key compromise: packs leave the screen for the last sound version of another key") {
    const KeyBench bench;
    bench.put("trust/court.pub", pack::public_key_text(bench.court.open));
    REQUIRE(bench.run({"install", bench.build(bench.city, "court", 1)}).exit_code == 0);
    REQUIRE(bench.run({"install", bench.build(bench.court, "court", 2)}).exit_code == 0);
    REQUIRE(bench.run({"install", bench.build(bench.city, "press", 1)}).exit_code == 0);
    REQUIRE(bench.run({"install", bench.build(bench.court, "press", 2)}).exit_code == 0);
    // The only one that could stand in has rotted.
    bench.put("state/packs/press/pack/1.pufa", "rotten");
    const auto applied = bench.state_and_apply(
        {"revoke", bench.path("court.pub"), "--reason", "compromised"}, "city.key", "1");
    REQUIRE(applied.exit_code == 0);
    const auto withdrawn = applied.json()["withdrawn"];
    REQUIRE(withdrawn.size() == 2);
    CHECK(withdrawn[0]["id"] == "court/pack");
    CHECK(withdrawn[0]["sequence"] == 2);
    CHECK(withdrawn[0]["active"] == 1);
    CHECK(withdrawn[1]["id"] == "press/pack");
    CHECK(withdrawn[1]["active"].is_null());
    const auto listed = bench.run({"list"}).json();
    for (const auto& pack : listed["packs"])
        CHECK(pack["active"] == (pack["id"] == "court/pack" && pack["sequence"] == 1));
    // In words as well; and taken again it changes nothing.
    const auto words = test::run_admin({"key", "apply", bench.path("1.keys.json"), "--trust",
                                        bench.path("trust"), "--state", bench.path("state")});
    CHECK(words.exit_code == 0);
    CHECK(words.out.find(pack::id_text(bench.court.open)) != std::string::npos);
}

TEST_CASE("a statement of a stranger, without signature or older is refused, and nothing changes") {
    const KeyBench bench;
    const auto before = bench.run({"key", "list"}).out;
    CHECK(KeyBench::code(bench.state_and_apply({"add", bench.path("city.pub")}, "court.key",
                                               "1")) == "UNKNOWN_KEY");
    bench.put("2.keys.json", "{}");
    CHECK(KeyBench::code(bench.run({"key", "apply", bench.path("2.keys.json")})) ==
          "BAD_STATEMENT");
    CHECK(bench.run({"key", "list"}).out == before);
    REQUIRE(
        bench.state_and_apply({"add", bench.path("court.pub"), "--number", "9"}, "city.key", "3")
            .exit_code == 0);
    CHECK(KeyBench::code(bench.state_and_apply({"revoke", bench.path("court.pub"), "--number", "8"},
                                               "city.key", "4")) == "ROLLBACK");
}

TEST_CASE("a statement that somebody wrote into store.db adds no key") {
    const KeyBench bench;
    REQUIRE(bench.state_and_apply({"revoke", bench.path("court.pub")}, "city.key", "1").exit_code ==
            0);
    auto database = db::Database::open(bench.path("state/store.db"), db::Open::read_write);
    REQUIRE(database);
    REQUIRE(database->execute("INSERT INTO statement (json, signature) SELECT json, 'x' FROM "
                              "statement; DELETE FROM statement WHERE place = 1"));
    const auto listed = bench.run({"key", "list"}).json();
    CHECK(listed["keys"].size() == 1);
    CHECK(listed["findings"][0]["kind"] == "bad_statement");
}

TEST_CASE("a pack for other machines is WRONG_SITE, here and without a name") {
    const KeyBench bench;
    const auto config = bench.path("kiosk.toml");
    const auto file = bench.build(bench.city, "city", 1, {"pengjiang-*"});
    const auto install = [&](std::string_view toml) {
        bench.put("kiosk.toml", toml);
        return KeyBench::code(bench.run({"install", file, "--config", config}));
    };
    CHECK(install("") == "WRONG_SITE");
    CHECK(install("site = \"xinhui-01\"") == "WRONG_SITE");
    CHECK(install("site = \"Not A Name\"") == "BAD_CONFIG");
    CHECK(bench.run({"pack", "verify", file}).exit_code == 0); // sound, wherever it is meant for
    CHECK(install("site = \"pengjiang-01\"").empty());
}
