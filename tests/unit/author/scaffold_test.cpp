#include "content/author/scaffold.h"

#include "tests/support/author_folder.h"

using namespace pufa;
using support::AuthorFolder;

namespace {

const auto k_now = *base::parse_iso("2026-11-23T15:20:05+08:00");

} // namespace

TEST_CASE("a new folder passes the check as it is") {
    const base::TemporaryFolder out;
    const auto folder = out.path() / "新 内容";
    REQUIRE(author::make_folder(folder, {"jiangmen-sifa/wills"}, k_now));
    const auto reading =
        author::read_folder(folder, [](const auto&) { return support::ten_seconds(); });
    REQUIRE(reading);
    CHECK(AuthorFolder::described(reading->findings).empty());
    CHECK(reading->manifest.id.value == "jiangmen-sifa/wills");
    CHECK(reading->manifest.created == k_now);
    CHECK(support::items_of<model::Question>(reading->manifest).size() == 3);
    // Spreadsheet programs take a sheet for the system's charset unless it begins with a BOM.
    CHECK(base::read_file(folder / "quizzes/sample.csv")->starts_with("\xEF\xBB\xBF"));
}

TEST_CASE("a folder that holds something is not touched") {
    const AuthorFolder bench;
    const auto before = *base::read_file(bench.path() / "pack.toml");
    const auto made = author::make_folder(bench.path(), {"a/b"}, k_now);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == Code::ALREADY_EXISTS);
    CHECK(*base::read_file(bench.path() / "pack.toml") == before);
}
