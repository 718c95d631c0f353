#include "tests/support/author_folder.h"

using namespace pufa;
using support::AuthorFolder;
using support::Lines;

TEST_CASE("pack.toml says what the pack is") {
    const AuthorFolder bench;
    bench.write("pack.toml", R"~(id = "test-press/small"
title = { zh-Hans = "小内容包", zh-Hant = "小內容包", en = "Small" }
sequence = 7
created = "2026-11-20T08:00:00+08:00"
languages = ["zh-Hans", "en"]
agencies = ["甲", "测试司法局"]
demo = true
not_before = 2026-12-01
not_after = 2027-12-31
[laws]
checked = 2026-11-01
)~");
    bench.change("videos/漏 水.toml", "ai_generated", "agency = \"甲\"\nai_generated");
    bench.change("quizzes/小测.toml", "title", "agency = \"甲\"\ntitle");
    // The items have no English: that is told, and is no error.
    CHECK_FALSE(author::has_errors(bench.read().findings));
    const auto manifest = bench.read().manifest;
    CHECK(manifest.id.value == "test-press/small");
    CHECK(manifest.title.in(model::Language::en) == "Small");
    CHECK(manifest.sequence == 7);
    CHECK(base::to_iso(manifest.created) == "2026-11-20T00:00:00Z");
    CHECK(manifest.languages == std::vector{model::Language::zh_hans, model::Language::en});
    CHECK(manifest.demo);
    CHECK(manifest.not_before == base::Date{2026, 12, 1});
    CHECK(manifest.not_after == base::Date{2027, 12, 31});
}

TEST_CASE("without pack.toml there is nothing to build") {
    const AuthorFolder bench;
    bench.remove("pack.toml");
    CHECK(bench.faults() == Lines{"NO_PACK_TOML pack.toml "});
}

TEST_CASE("an empty pack.toml lacks everything that is required") {
    const AuthorFolder bench;
    bench.write("pack.toml", "# nothing\n");
    const auto faults = bench.faults();
    for (const std::string key :
         {"id", "title", "sequence", "created", "agencies", "laws.checked"}) {
        CAPTURE(key);
        CHECK(std::find(faults.begin(), faults.end(), "MISSING_KEY pack.toml:1 " + key) !=
              faults.end());
    }
}

TEST_CASE("wrong values of pack.toml are named where they stand, all in one round") {
    const AuthorFolder bench;
    bench.write("pack.toml", R"~(id = "Test Press/small"
title = { en = "Small" }
sequence = 0
created = 2026-11-20
languages = ["fr"]
agencies = ["测试司法局"]
not_before = 2027-01-01
not_after = 2026-01-01
colour = "red"
[laws]
checked = "soon"
)~");
    CHECK(bench.faults() ==
          Lines{"BAD_ID pack.toml:1:6 id", "NO_HANS pack.toml:2:9 title",
                "WANTS_NUMBER pack.toml:3:12 sequence", "WANTS_TIME pack.toml:4:11 created",
                "UNKNOWN_LANGUAGE pack.toml:5:13 languages",
                "DATES_CROSSED pack.toml:8:13 not_after", "UNKNOWN_KEY pack.toml:9:1 colour",
                "WANTS_DATE pack.toml:11:11 laws.checked"});
}

TEST_CASE("pack.toml may name machines and the packs that this one builds on") {
    const AuthorFolder bench;
    bench.change("pack.toml",
                 "sequence = ", "sites = [\"pengjiang-*\", \"xinhui-01\"]\nsequence = ");
    const auto text = *base::read_file(bench.path() / "pack.toml");
    bench.write("pack.toml", text + "\n[[requires]]\npack = \"test-press/laws\"\nsequence = 3\n"
                                    "[[requires]]\npack = \"test-press/map\"\n");
    // The items have no English: that is told, and is no error.
    CHECK_FALSE(author::has_errors(bench.read().findings));
    const auto manifest = bench.read().manifest;
    CHECK(manifest.sites == std::vector<std::string>{"pengjiang-*", "xinhui-01"});
    CHECK(manifest.needs ==
          std::vector<pack::NeededPack>{{{"test-press/laws"}, 3}, {{"test-press/map"}, 1}});
    bench.write("pack.toml", text + "\n[[requires]]\npack = \"laws\"\n");
    bench.change("pack.toml", "xinhui-01", "江门");
    CHECK(bench.faults().size() == 2);
}
