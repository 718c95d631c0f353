#include "admin/commands/stick_show.h"

#include "stick_bench.h"
#include "tests/support/mounts.h"

using namespace pufa;
using test::StickBench;

TEST_CASE("stick show tells packs, sources, keys and statements, and nothing else that is there") {
    const StickBench bench;
    bench.put("PUFA/大讲堂.pufa", "x");
    bench.put("wills/pack.toml",
              "id = \"jiangmen/wills\"\ntitle = {zh-Hans = \"遗嘱\", en = \"Wills\"}");
    bench.put("PUFA/city.key", "secret");
    bench.put("PUFA/1.keys.json", "{}");
    bench.put("PUFA/1.keys.json.minisig", "x");
    bench.put("autorun.inf", "x");
    std::filesystem::create_symlink("/etc/passwd", bench.stick("PUFA/x.pufa"));
    const auto ran = bench.run({"show", bench.stick().string()});
    CHECK(ran.exit_code == 0);
    CHECK(ran.err.empty());
    auto report = ran.json();
    CHECK(report["free"].get<uint64_t>() > 0);
    report.erase("free");
    CHECK(report ==
          nlohmann::ordered_json{{"folder", bench.stick().string()},
                                 {"writable", true},
                                 {"packs", {bench.stick("PUFA/大讲堂.pufa").string()}},
                                 {"sources",
                                  {{{"folder", bench.stick("wills").string()},
                                    {"id", "jiangmen/wills"},
                                    {"title", "Wills"}}}},
                                 {"keys", {bench.stick("PUFA/city.key").string()}},
                                 {"statements", {bench.stick("PUFA/1.keys.json").string()}},
                                 {"left_out", 1}});
}

TEST_CASE("stick show says in words what is there, in three languages") {
    const StickBench bench;
    bench.put("PUFA/a.pufa", "x");
    for (const auto* language : {"zh-Hans", "zh-Hant", "en"}) {
        const auto ran =
            test::run_admin({"stick", "show", bench.stick().string(), "--language", language});
        CHECK(ran.exit_code == 0);
        CHECK(ran.out.find(bench.stick("PUFA/a.pufa").string()) != std::string::npos);
    }
    const base::TemporaryFolder empty;
    CHECK(test::run_admin({"stick", "show", empty.path().string(), "--language", "en"})
              .out.find("nothing for this kiosk") != std::string::npos);
}

TEST_CASE("a protected stick is told, and one that is not there is refused") {
    support::SmallDisk stick{1 << 20};
    REQUIRE(base::write_file_atomic(stick.path() / "a.pufa", "x"));
    stick.make_read_only();
    const StickBench bench;
    const auto shown = bench.run({"show", stick.path().string()}).json();
    CHECK(shown["writable"] == false);
    CHECK(shown["packs"].size() == 1);
    const auto gone = bench.run({"show", bench.stick("none").string()});
    CHECK(gone.exit_code == 1);
    CHECK(StickBench::code(gone) == "NOT_FOUND");
    CHECK(bench.run({"show"}).exit_code == 2);
}
