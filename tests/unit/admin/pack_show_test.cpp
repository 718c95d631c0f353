#include "admin/commands/pack_show.h"

#include "admin_run.h"

#include <doctest/doctest.h>

using namespace pufa;
using test::run_admin;

TEST_CASE("show names the pack, its members and its items") {
    const support::PackBench bench;
    auto manifest = support::fixture_manifest();
    auto article = support::fixture_article();
    article.audience = {"elderly", "gardeners"}; // the second is a word of a later program
    manifest.items.emplace_back(article);
    manifest.not_after = base::Date{2027, 3, 1};
    const auto file = bench.build(manifest).string();
    const auto trust = (bench.folder() / "trust").string();
    const auto ran = run_admin({"pack", "show", file, "--trust", trust});
    CHECK(ran.exit_code == 0);
    for (const std::string words :
         {"测试内容包\n", "test-press/fixture，第 1 版", "有效期：不限 至 2027-03-01", "演示数据",
          "    videos/wills.mp4  ", "test-press/fixture/wills  视频《遗嘱怎么立》，90 秒",
          "（《中华人民共和国民法典》第一千一百三十四条）", "答题《继承小测》，2 题\n",
          "活动“国家宪法日”，12 月 4 日",
          "文章《遗嘱三步》，测试司法局；普法对象：老年人, gardeners\n"}) {
        INFO(words);
        CHECK(ran.out.find(words) != std::string::npos);
    }
}

TEST_CASE("the JSON of show holds the manifest as it was signed") {
    const support::PackBench bench;
    const auto file = bench.build().string();
    const auto ran =
        run_admin({"pack", "show", file, "--trust", bench.folder() / "trust", "--json"});
    const auto opened = pack::open_pack(file, bench.trust(), support::k_fixture_now);
    REQUIRE(opened);
    CHECK(ran.json()["manifest"] ==
          nlohmann::ordered_json::parse(pack::write_manifest(opened->manifest)));
    CHECK(ran.json()["size"] == opened->size);
}
