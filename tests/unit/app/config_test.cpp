#include "kiosk/app/config.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::app;

namespace {

Error fault(std::string_view toml) {
    const auto config = parse_config(toml, "kiosk.toml");
    REQUIRE_FALSE(config.ok());
    CHECK(config.error().code == Code::BAD_CONFIG);
    CHECK(config.error().where == "kiosk.toml");
    return config.error();
}

} // namespace

TEST_CASE("an empty file is the default configuration") {
    const auto config = parse_config("", "kiosk.toml");
    REQUIRE(config.ok());
    CHECK(*config == Config{});
}

TEST_CASE("every key is read") {
    const auto config = parse_config("place = \"江门市公共法律服务中心\"\n"
                                     "language = \"en\"\nvolume = 0\nstate = \"/srv/pufa\"\n"
                                     "panel_diagonal_mm = 1092.2\n"
                                     "night = \"22:00-07:00\"\n"
                                     "position = [113.08, 22.58]\nsite = \"pengjiang-01\"\n"
                                     "presenter = \"soft\"\nrotation = 90\n"
                                     "keep_statistics_days = 400\n",
                                     "kiosk.toml");
    REQUIRE(config.ok());
    CHECK(config->place == "江门市公共法律服务中心");
    CHECK(config->language == model::Language::en);
    CHECK(config->site == "pengjiang-01");
    CHECK(config->volume == 0);
    CHECK(config->state == "/srv/pufa");
    CHECK(config->night == campaign::DailySpan{22 * 60, 7 * 60});
    CHECK(config->position == model::GeoPoint{113.08, 22.58});
    CHECK(config->presenter == platform::DrawnBy::soft);
    CHECK(config->rotation == 90);
    CHECK(config->keep_statistics_days == 400);
    CHECK(config->panel_diagonal_mm == doctest::Approx(1092.2f));
}

TEST_CASE("a fault is told with its line") {
    CHECK(fault("place = 3").detail == "line 1: place: expected a text");
    CHECK(fault("\nlanguage = \"de\"").detail.starts_with("line 2: language:"));
    CHECK(fault("volume = 6").detail.starts_with("line 1: volume:"));
    CHECK(fault("volume = 4294967299").detail.starts_with("line 1: volume:"));
    CHECK(fault("volume = \"3\"").detail.starts_with("line 1: volume:"));
    CHECK(fault("panel_diagonal_mm = 10").detail.starts_with("line 1: panel_diagonal_mm:"));
    CHECK(fault("panel_diagonal_mm = nan").detail.starts_with("line 1: panel_diagonal_mm:"));
    CHECK(fault("presenter = \"vulkan\"").detail.starts_with("line 1: presenter:"));
    for (const auto* days : {"30", "-1", "36501", "4294967327", "400.0", "\"400\""})
        CHECK(fault("keep_statistics_days = " + std::string{days}).detail ==
              "line 1: keep_statistics_days: expected 0 (all) or days from 31 to 36500");
    CHECK(parse_config("keep_statistics_days = 0", "kiosk.toml")->keep_statistics_days == 0);
    CHECK(parse_config("keep_statistics_days = 31", "kiosk.toml")->keep_statistics_days == 31);
    CHECK(fault("rotation = 45").detail.starts_with("line 1: rotation:"));
    CHECK(fault("rotation = 4294967386").detail.starts_with("line 1: rotation:"));
    CHECK(fault("rotation = 4294967296").detail.starts_with("line 1: rotation:"));
    CHECK(fault("night = \"22-7\"").detail.starts_with("line 1: night:"));
    for (const auto* wrong :
         {"[113]", "[181, 22]", "[113, nan]", "[22.58, 113.08]", "\"113,22\"", "[\"113\", 22]"})
        CHECK(fault(std::string{"position = "} + wrong).detail.starts_with("line 1: position:"));
    CHECK(fault("site = \"江门\"").detail.starts_with("line 1: site:"));
    CHECK(fault("place = \"a\"\nvolum = 3").detail == "line 2: volum: unknown key");
    CHECK(fault("place = \"a").detail.starts_with("line 1: "));
}

TEST_CASE("a missing file is the default unless it was asked for") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "kiosk.toml";
    const auto by_default = load_config(file, Missing::is_default);
    REQUIRE(by_default.ok());
    CHECK(*by_default == Config{});
    const auto asked = load_config(file, Missing::is_error);
    REQUIRE_FALSE(asked.ok());
    CHECK(asked.error().code == Code::NOT_FOUND);
}

TEST_CASE("a file is read from its place") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "kiosk.toml";
    REQUIRE(base::write_file_atomic(file, "volume = 5\n").ok());
    const auto config = load_config(file, Missing::is_error);
    REQUIRE(config.ok());
    CHECK(config->volume == 5);
}
