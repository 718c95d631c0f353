#include "content/author/law_status.h"

#include "tests/support/author_folder.h"

using namespace pufa;
using support::AuthorFolder;
using support::Lines;

namespace {

constexpr std::string_view k_status = R"~(id = "changes"
title = "法律变动"
[[change]]
law = "《民法典》"
article = "1142"
from = 2027-01-01
note = "遗嘱的效力有新规定"
[[change]]
law = "刑法"
from = "2027-03-01"
)~";

} // namespace

TEST_CASE("a list of changed law becomes an item, and what rests on it is told") {
    const AuthorFolder bench;
    bench.write("law-status.toml", k_status);
    const auto reading = bench.read();
    const auto status = support::items_of<model::LawStatus>(reading.manifest);
    REQUIRE(status.size() == 1);
    CHECK(status[0].id.value == "test-press/small/changes");
    REQUIRE(status[0].changes.size() == 2);
    CHECK(status[0].changes[0] ==
          model::LawChange{"民法典", "1142", {2027, 1, 1}, model::in_hans("遗嘱的效力有新规定")});
    CHECK(status[0].changes[1].article.empty());
    CHECK(AuthorFolder::described(reading.findings) ==
          Lines{"ARTICLE_CHANGED quizzes/小测.csv:2:1 两份遗嘱以哪份为准？",
                "ARTICLE_CHANGED quizzes/小测.csv:3:1 遗嘱可以变更。"});
    const auto& features = reading.manifest.features_required;
    CHECK(std::find(features.begin(), features.end(), "law-status") != features.end());
}

TEST_CASE("a list handed over warns as the folder's own does, and does not enter the pack") {
    const AuthorFolder bench;
    const base::TemporaryFolder elsewhere;
    const auto file = elsewhere.path() / "law-status.toml";
    REQUIRE(base::write_file_atomic(file, k_status));
    const auto status = author::read_law_status_file(file);
    REQUIRE(status);
    author::ReadOptions options;
    options.looks.probe = [](const auto&) { return support::ten_seconds(); };
    options.changed = {*status};
    const auto reading = author::read_folder(bench.path(), options);
    REQUIRE(reading);
    CHECK(reading->findings.size() == 2);
    CHECK(support::items_of<model::LawStatus>(reading->manifest).empty());
}

TEST_CASE("what is wrong in the list is told with its line") {
    const AuthorFolder bench;
    bench.write("law-status.toml", "id = \"changes\"\ntitle = \"法律变动\"\n");
    CHECK(bench.faults() == Lines{"MISSING_KEY law-status.toml:1 change"});
    bench.write("law-status.toml", "id = \"changes\"\ntitle = \"法律变动\"\n[[change]]\n"
                                   "law = \"\"\nfrom = \"some day\"\ncolour = 1\n");
    CHECK(bench.faults() == Lines{"MISSING_KEY law-status.toml:4:7 change.law",
                                  "WANTS_DATE law-status.toml:5:8 change.from",
                                  "UNKNOWN_KEY law-status.toml:6:1 change.colour"});
    const auto file = author::read_law_status_file(bench.path() / "law-status.toml");
    REQUIRE_FALSE(file);
    CHECK(file.error().code == Code::BAD_SOURCE);
    CHECK(file.error().detail.find("law-status.toml:4:7") == 0);
    CHECK(author::read_law_status_file("/nonexistent").error().code == Code::NOT_FOUND);
}
