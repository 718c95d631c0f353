#include "kiosk/staff/settings.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

using namespace pufa;
using staff::load_settings;
using staff::save_settings;
using staff::Settings;

namespace {

Settings all_set() {
    Settings settings;
    settings.language = model::Language::zh_hant;
    settings.volume_cap = 2;
    settings.quiet = campaign::DailySpan{12 * 60, 14 * 60};
    settings.night = campaign::DailySpan{22 * 60, 7 * 60 + 30};
    settings.rotation = 90;
    settings.panel_diagonal_mm = 812.5f;
    settings.place = "蓬江区公共法律服务中心“示例”\n";
    settings.place_id = "demo/places/pengjiang";
    settings.position = model::GeoPoint{113.08, 22.59};
    return settings;
}

} // namespace

TEST_CASE("what staff set is read back as it was") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "settings.json";
    REQUIRE(save_settings(file, all_set()));
    CHECK(load_settings(file, {}) == all_set());
}

TEST_CASE("that there is no quiet time is a choice as well") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "settings.json";
    auto none = all_set();
    none.quiet.reset();
    none.night.reset();
    REQUIRE(save_settings(file, none));
    CHECK_FALSE(load_settings(file, all_set()).quiet);
    CHECK_FALSE(load_settings(file, all_set()).night);
}

TEST_CASE("without a file, or with a damaged one, the configuration's hold") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "settings.json";
    CHECK(load_settings(file, all_set()) == all_set());
    for (const std::string damaged : {"", "{", "[]", "7", "\xff\xfe"}) {
        REQUIRE(base::write_file_atomic(file, damaged));
        CHECK(load_settings(file, all_set()) == all_set());
    }
}

TEST_CASE("a value that cannot be is left out, the others hold") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "settings.json";
    REQUIRE(base::write_file_atomic(file, R"({"volume_cap": 9, "rotation": 45, "language": "fr",
        "quiet": "25:00-x", "panel_diagonal_mm": 1e9, "position": [1], "place": 7,
        "night": "20:00-08:00"})"));
    auto expected = all_set();
    expected.night = campaign::DailySpan{20 * 60, 8 * 60};
    CHECK(load_settings(file, all_set()) == expected);
}
