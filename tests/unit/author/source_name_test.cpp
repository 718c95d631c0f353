#include "content/author/source_name.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

using namespace pufa;

namespace {

author::SourceName named(std::string_view toml) {
    const base::TemporaryFolder folder;
    REQUIRE(base::write_file_atomic(folder.path() / "pack.toml", toml));
    return author::source_name(folder.path());
}

} // namespace

TEST_CASE("a source is called what its pack.toml says, whatever else is wrong in there") {
    const auto name = named("id = \"jiangmen/wills\"\ntitle = \"遗嘱\"\nnonsense = 3\n");
    CHECK(name.id == "jiangmen/wills");
    CHECK(name.title.in(model::Language::en) == "遗嘱");
    CHECK(named("title = {zh-Hans = \"遗嘱\", en = \"Wills\"}").title.in(model::Language::en) ==
          "Wills");
}

TEST_CASE("a pack.toml saved by Windows in GB18030 is read too") {
    CHECK(named("title = \"\xD2\xC5\xD6\xF6\"\n").title.in(model::Language::zh_hans) == "遗嘱");
}

TEST_CASE("what cannot be read has no name") {
    for (const auto* toml : {"", "id = 3", "id = \"a", "\xFF\xFE\x00"})
        CHECK(named(toml).id.empty());
    const base::TemporaryFolder folder;
    CHECK(author::source_name(folder.path()).title.empty());
}
