#include "kiosk/app/options.h"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace pufa;
using namespace pufa::app;

namespace {

using Parsed = std::variant<Options, HelpAsked, Error>;

Parsed parse(const std::vector<std::string>& arguments) {
    return parse_options(arguments, model::Language::en);
}

Options good(const std::vector<std::string>& arguments) {
    const auto parsed = parse(arguments);
    const auto* options = std::get_if<Options>(&parsed);
    REQUIRE(options);
    return *options;
}

Error refused(const std::vector<std::string>& arguments) {
    const auto parsed = parse(arguments);
    const auto* error = std::get_if<Error>(&parsed);
    REQUIRE(error);
    CHECK(error->code == Code::BAD_USAGE);
    return *error;
}

} // namespace

TEST_CASE("a touch map may be asked for with and without the self-test") {
    CHECK(good({"--touch-map", "/tmp/map"}).touch_map == "/tmp/map");
    CHECK(good({"--self-test", "--touch-map", "/tmp/map"}).touch_map == "/tmp/map");
}

TEST_CASE("the gallery is asked for by itself") {
    CHECK(good({"--gallery"}).task == Task::gallery);
    (void)refused({"--gallery", "--self-test"});
}

TEST_CASE("no arguments start a fullscreen kiosk") {
    const auto options = good({});
    CHECK(options.task == Task::kiosk);
    CHECK_FALSE(options.windowed);
    CHECK_FALSE(options.now);
    CHECK(options.state.empty());
}

TEST_CASE("every option is taken as it is written") {
    const auto options = good({"--state", "/s", "--config", "/c.toml", "--windowed", "1280x720",
                               "--now", "2026-12-04T09:00", "--language", "zh-Hant", "--presenter",
                               "soft", "--rotate", "270"});
    CHECK(options.state == "/s");
    CHECK(options.config == "/c.toml");
    CHECK(options.windowed == Size{1280, 720});
    CHECK(options.now == base::parse_iso("2026-12-04T09:00"));
    CHECK(options.language == model::Language::zh_hant);
    CHECK(options.presenter == platform::DrawnBy::soft);
    CHECK(options.rotation == 270);
    const auto tour = good({"--self-test", "--shots", "/p", "--json", "--tally", "/t"});
    CHECK(tour.task == Task::self_test);
    CHECK(tour.shots == "/p");
    CHECK(tour.output == Output::json);
    CHECK(tour.tally == "/t");
}

TEST_CASE("what cannot be understood is named") {
    CHECK(refused({"--windowed", "1280"}).where == "--windowed");
    CHECK(refused({"--windowed", "1280x720x2"}).detail == "1280x720x2");
    CHECK(refused({"--windowed", "10x10"}).where == "--windowed");
    CHECK(refused({"--windowed", "99999999999x720"}).where == "--windowed");
    CHECK(refused({"--now", "yesterday"}).where == "--now");
    CHECK(refused({"--language", "de"}).where == "--language");
    CHECK(refused({"--presenter", "vulkan"}).where == "--presenter");
    CHECK(refused({"--rotate", "45"}).where == "--rotate");
    CHECK(refused({"--rotate", "90x"}).where == "--rotate");
    CHECK(refused({"--no-such-thing"}).detail.find("no-such-thing") != std::string::npos);
    CHECK_FALSE(refused({"leftover"}).detail.empty());
}

TEST_CASE("options of the self-test are refused without it") {
    refused({"--tally", "/t"});
    refused({"--shots", "/p"});
    refused({"--json"});
}

TEST_CASE("the help names every option and an example") {
    const auto parsed = parse({"--help"});
    const auto* help = std::get_if<HelpAsked>(&parsed);
    REQUIRE(help);
    for (const char* words : {"--state", "--config", "--windowed", "--now", "--language",
                              "--self-test", "--shots", "--json", "--tally", "pufa-kiosk --"})
        CHECK(help->text.find(words) != std::string::npos);
}

TEST_CASE("the environment's language is that of its first locale") {
    const auto language = [](const char* locale) {
        setenv("LC_ALL", locale, 1);
        const auto found = language_of_environment();
        unsetenv("LC_ALL");
        return found;
    };
    CHECK(language("zh_TW.UTF-8") == model::Language::zh_hant);
    CHECK(language("zh_HK.UTF-8") == model::Language::zh_hant);
    CHECK(language("en_GB.UTF-8") == model::Language::en);
    CHECK(language("zh_CN.UTF-8") == model::Language::zh_hans);
    CHECK(language("C") == model::Language::zh_hans);
}
