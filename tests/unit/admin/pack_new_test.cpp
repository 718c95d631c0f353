#include "admin/commands/pack_new.h"

#include "content/author/build.h"
#include "content/base/file.h"

#include <doctest/doctest.h>

using namespace pufa;

namespace {

const auto k_new_on = *base::parse_iso("2026-11-23T15:20:00+08:00");

} // namespace

TEST_CASE("pack new names the pack after its folder unless told otherwise") {
    const base::TemporaryFolder out;
    const auto named = admin::new_folder(out.path() / "wills", "", k_new_on);
    REQUIRE(named);
    CHECK(named->id.value == "publisher/wills");
    const auto chinese = admin::new_folder(out.path() / "遗嘱", "", k_new_on);
    REQUIRE(chinese);
    CHECK(chinese->id.value == "publisher/pack");
    const auto told = admin::new_folder(out.path() / "told/", "jiangmen-sifa/wills", k_new_on);
    REQUIRE(told);
    const auto text = *base::read_file(out.path() / "told" / "pack.toml");
    CHECK(text.find("id = \"jiangmen-sifa/wills\"") != std::string::npos);
}

TEST_CASE("pack new refuses an id that is none, and a folder that holds something") {
    const base::TemporaryFolder out;
    const auto bad = admin::new_folder(out.path() / "a", "Wills", k_new_on);
    REQUIRE_FALSE(bad);
    CHECK(bad.error().code == Code::BAD_USAGE);
    CHECK_FALSE(std::filesystem::exists(out.path() / "a"));
    REQUIRE(admin::new_folder(out.path() / "a", "", k_new_on));
    const auto again = admin::new_folder(out.path() / "a", "", k_new_on);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == Code::ALREADY_EXISTS);
}
