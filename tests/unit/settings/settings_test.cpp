#include "content/settings/settings.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

using namespace pufa;
using settings::Settings;

namespace {

Settings all_set() {
    Settings made;
    made.language = model::Language::zh_hant;
    made.volume_cap = 2;
    made.quiet = campaign::DailySpan{12 * 60, 14 * 60};
    made.night = campaign::DailySpan{22 * 60, 7 * 60 + 30};
    made.rotation = 90;
    made.panel_diagonal_mm = 812.5f;
    made.place = "蓬江区公共法律服务中心“示例”\n";
    made.place_id = "demo/places/pengjiang";
    made.position = model::GeoPoint{113.08, 22.59};
    made.switched_off = {{"demo/words/q-3"}, {"demo/films/wills"}};
    return made;
}

} // namespace

TEST_CASE("what staff set is read back as it was") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "settings.json";
    REQUIRE(settings::save(file, all_set()));
    CHECK(settings::load(file, {}) == all_set());
}

TEST_CASE("that there is no quiet time is a choice as well") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "settings.json";
    auto none = all_set();
    none.quiet.reset();
    none.night.reset();
    REQUIRE(settings::save(file, none));
    CHECK_FALSE(settings::load(file, all_set()).quiet);
    CHECK_FALSE(settings::load(file, all_set()).night);
}

TEST_CASE("without a file, or with a damaged one, the configuration's hold") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "settings.json";
    CHECK(settings::load(file, all_set()) == all_set());
    for (const std::string damaged : {"", "{", "[]", "7", "\xff\xfe"}) {
        REQUIRE(base::write_file_atomic(file, damaged));
        CHECK(settings::load(file, all_set()) == all_set());
    }
}

TEST_CASE("a value that cannot be is left out, the others hold") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "settings.json";
    REQUIRE(base::write_file_atomic(file, R"({"volume_cap": 9, "rotation": 45, "language": "fr",
        "quiet": "25:00-x", "panel_diagonal_mm": 1e9, "position": [1], "place": 7,
        "night": "20:00-08:00", "switched_off": {"a": 1}})"));
    auto expected = all_set();
    expected.night = campaign::DailySpan{20 * 60, 8 * 60};
    CHECK(settings::load(file, all_set()) == expected);
}

TEST_CASE("of items that are switched off, what is no name is left out and the rest bounded") {
    const base::TemporaryFolder folder;
    const auto file = settings::file_in(folder.path());
    std::string list = R"(7, null, "demo/a/1")";
    for (size_t i = 0; i < settings::k_most_switched_off + 10; ++i)
        list += ", \"demo/b/" + std::to_string(i) + '"';
    REQUIRE(base::write_file_atomic(file, R"({"switched_off": [)" + list + "]}"));
    const auto loaded = settings::load(file, {});
    CHECK(loaded.switched_off.size() == settings::k_most_switched_off);
    CHECK(loaded.switched_off.contains({"demo/a/1"}));
    REQUIRE(settings::save(file, loaded));
    CHECK(settings::load(file, {}) == loaded);
}
