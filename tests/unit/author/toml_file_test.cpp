#include "content/author/toml_file.h"
#include "tests/support/author_folder.h"

using namespace pufa;
using namespace pufa::author;

namespace {

/// Reads x.toml of a folder that holds these words; says what was asked of it.
struct Bench {
    explicit Bench(std::string_view words) {
        REQUIRE(base::write_file_atomic(m_place.path() / "x.toml", words));
    }
    bool read(const std::string& name) {
        auto folder = Folder::scan(m_place.path(), findings);
        REQUIRE(folder);
        ItemIds ids{{"a/b"}, findings};
        const std::vector<std::string> agencies;
        Draft draft{*folder, findings, ids, agencies};
        const bool done = read_toml(
            draft, name, [&](TomlReader& toml) { title = toml.text("title", Need::required); });
        folder->report_unused(findings);
        return done;
    }
    std::string title;
    Findings findings;

  private:
    base::TemporaryFolder m_place;
};

} // namespace

TEST_CASE("a file is read, and keys that nobody asked for are named") {
    Bench bench{"title = \"t\"\nother = 1\n"};
    CHECK(bench.read("x.toml"));
    CHECK(bench.title == "t");
    CHECK(support::AuthorFolder::described(bench.findings) ==
          support::Lines{"UNKNOWN_KEY x.toml:2:1 other"});
}

TEST_CASE("a file that is not there is no fault; one that is no TOML is") {
    Bench bench{"title = "};
    CHECK_FALSE(bench.read("y.toml"));
    CHECK(support::AuthorFolder::described(bench.findings) ==
          support::Lines{"UNUSED_FILE x.toml x.toml"});
    bench.findings.clear();
    CHECK_FALSE(bench.read("x.toml"));
    REQUIRE(bench.findings.size() == 1);
    CHECK(bench.findings[0].fault == Fault::BAD_TOML);
}
