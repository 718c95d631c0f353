#include "admin/commands/pack_check.h"

#include "tests/support/author_folder.h"

#include <nlohmann/json.hpp>

using namespace pufa;
using support::AuthorFolder;

TEST_CASE("pack check lists each fault on a line with file, row, column and what to do") {
    const AuthorFolder bench;
    bench.change("quizzes/小测.csv", "民法典 1142", "民法典 9999");
    bench.change("pack.toml", "sequence", "colour = 1\nsequence");
    const auto report = admin::check_folder(bench.path(), support::quick_looks());
    REQUIRE(report);
    CHECK(report->text(model::Language::zh_hans) ==
          "pack.toml:3:1: 提醒: 不认识“colour”，没有使用。 检查拼写；不需要就删去这一行。\n"
          "quizzes/小测.csv:2:12: 错误: laws.csv 里没有“民法典 9999”。 "
          "核对法律名称和条号，或把条文原文加进 laws.csv。\n"
          "检查完毕：1 处错误，1 处提醒；改正错误后才能制作。\n");
    CHECK(report->exit_code() == 1);
}

TEST_CASE("pack check is content with a sound folder, warnings or not") {
    const AuthorFolder bench;
    const auto sound = admin::check_folder(bench.path(), support::quick_looks());
    REQUIRE(sound);
    CHECK(sound->exit_code() == 0);
    CHECK(sound->text(model::Language::en) ==
          "Checked: the pack can be built (5 items, 0 warnings).\n");
    bench.write("notes.doc", "x");
    const auto warned = admin::check_folder(bench.path(), support::quick_looks());
    REQUIRE(warned);
    CHECK(warned->exit_code() == 0);
    CHECK(warned->count(author::Severity::warning) == 1);
}

TEST_CASE("pack check as JSON holds every sentence in three languages") {
    const AuthorFolder bench;
    bench.change("quizzes/小测.csv", "民法典 1142", "民法典 9999");
    const auto report = admin::check_folder(bench.path(), support::quick_looks());
    REQUIRE(report);
    const auto json = report->json();
    CHECK(json["errors"] == 1);
    const auto& finding = json["findings"].at(0);
    CHECK(finding["code"] == "UNKNOWN_CITATION");
    CHECK(finding["severity"] == "error");
    CHECK(finding["file"] == "quizzes/小测.csv");
    CHECK(finding["line"] == 2);
    CHECK(finding["column"] == 12);
    for (const auto language : model::k_languages) {
        CHECK(finding["what"][std::string{model::tag(language)}].is_string());
        CHECK(finding["what_to_do"][std::string{model::tag(language)}].is_string());
    }
}

TEST_CASE("pack check of one file says what was understood and ends as its faults demand") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "a.gift";
    REQUIRE(base::write_file_atomic(file, "题？{=甲#对。 ~乙#不对。####因为。\n法条：民法典 1}\n"));
    const auto sound = admin::check_file(file);
    REQUIRE(sound);
    CHECK(sound->exit_code() == 0);
    CHECK(sound->text(model::Language::en) == "Checked: 1 entries can be used (0 warnings).\n");
    const auto json = sound->json();
    const auto& question = json["questions"].at(0);
    CHECK(json["kind"] == "questions");
    CHECK(question["kind"] == "single");
    CHECK(question["line"] == 1);
    CHECK(question["stem"] == "题？");
    CHECK(question["options"].at(0)["text"] == "甲");
    CHECK(question["options"].at(0)["right"] == true);
    CHECK(question["options"].at(1)["feedback"] == "不对。");
    CHECK(question["explanation"] == "因为。");
    CHECK(question["title"] == "");
    CHECK_FALSE(question["options"].at(0).contains("weight"));
    REQUIRE(base::write_file_atomic(file, "::T 1::题？{~%50%甲 ~%50%乙 ~丙}\n"));
    const auto weighed = admin::check_file(file)->json()["questions"].at(0);
    CHECK(weighed["title"] == "T 1");
    CHECK(weighed["options"].at(1)["weight"] == 50);
    CHECK_FALSE(weighed["options"].at(2).contains("weight"));
    REQUIRE(base::write_file_atomic(file, "题？{=甲 ~乙\n"));
    CHECK(admin::check_file(file)->exit_code() == 1);
    CHECK(admin::check_file(folder.path() / "none.gift").error().code == Code::NOT_FOUND);
}
