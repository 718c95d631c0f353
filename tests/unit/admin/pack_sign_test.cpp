#include "admin/commands/pack_sign.h"

#include "admin_run.h"
#include "key_bench.h"

#include <doctest/doctest.h>

using namespace pufa;
using test::KeyBench;

TEST_CASE("build and sign apart give the same bytes as both in one go") {
    const KeyBench bench;
    const auto folder = bench.path("folder");
    REQUIRE(bench.run({"pack", "new", folder}).exit_code == 0);
    const auto key = bench.path("city.key");
    const auto plain = bench.run({"pack", "build", folder, "--output", bench.path("plain.pufa")});
    REQUIRE(plain.exit_code == 0);
    CHECK(plain.json()["signed"] == false);
    REQUIRE(bench.run({"pack", "build", folder, "--output", bench.path("one.pufa"), "--key", key})
                .exit_code == 0);
    CHECK(KeyBench::code(bench.run({"pack", "verify", bench.path("plain.pufa")})) == "UNSIGNED");
    CHECK(KeyBench::code(bench.run({"install", bench.path("plain.pufa")})) == "UNSIGNED");
    const auto ran = bench.run({"pack", "sign", bench.path("plain.pufa"), "--key", key, "--output",
                                bench.path("two.pufa")});
    REQUIRE(ran.exit_code == 0);
    CHECK(ran.json()["key"] == pack::id_text(bench.city.open));
    const auto one = *base::read_file(bench.path("one.pufa"));
    CHECK(*base::read_file(bench.path("two.pufa")) == one);
    // In place, and over another key's signature.
    REQUIRE(bench.run({"pack", "sign", bench.path("plain.pufa"), "--key", bench.path("court.key")})
                .exit_code == 0);
    CHECK(*base::read_file(bench.path("plain.pufa")) != one);
    REQUIRE(bench.run({"pack", "sign", bench.path("plain.pufa"), "--key", key}).exit_code == 0);
    CHECK(*base::read_file(bench.path("plain.pufa")) == one);
}

TEST_CASE("a pack that is damaged, or a key that does not open, signs nothing") {
    const support::PackBench packs;
    const KeyBench bench;
    const auto file = packs.build();
    const auto good = *base::read_file(file);
    auto bad = good;
    bad[bad.find("the film")] ^= 1;
    REQUIRE(base::write_file_atomic(file, bad));
    CHECK(KeyBench::code(bench.run({"pack", "sign", file, "--key", bench.path("city.key")})) ==
          "DAMAGED_MEMBER");
    CHECK(*base::read_file(file) == bad);
    CHECK_FALSE(std::filesystem::exists(file.string() + ".new"));
    bench.put("locked.key", *pack::secret_key_text(bench.city, "sesame", pack::KeyCost::quick));
    bench.put("wrong.txt", "barley\n");
    CHECK(KeyBench::code(bench.run({"pack", "sign", file, "--key", bench.path("locked.key"),
                                    "--passphrase-file", bench.path("wrong.txt")})) ==
          "WRONG_PASSPHRASE");
    CHECK(KeyBench::code(bench.run({"pack", "sign", bench.path("city.pub"), "--key",
                                    bench.path("city.key")})) == "NOT_A_PACK");
}
