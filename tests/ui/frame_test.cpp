#include "tests/support/screen_fixture.h"

using namespace pufa;
using namespace pufa::support;

TEST_CASE("the dock leads back, home and to help") {
    ScreenFixture screen;
    const auto quiz = sample_quiz();
    (void)as<GoBack>(screen.touch(quiz, "dock.back"));
    (void)as<GoHome>(screen.touch(quiz, "dock.home"));
    (void)as<OpenHelp>(screen.touch(quiz, "dock.help"));
}

TEST_CASE("on the first page there is no way back") {
    ScreenFixture screen;
    CHECK(is_nothing(screen.touch(sample_home(), "dock.back")));
    CHECK_FALSE(screen.enabled("dock.back"));
}

TEST_CASE("the sound button goes up by one and from the loudest to silence") {
    ScreenFixture screen;
    auto home = sample_home();
    home.dock.volume = 3;
    CHECK(as<ChangeVolume>(screen.touch(home, "dock.volume")).volume == 4);
    home.dock.volume = 5;
    CHECK(as<ChangeVolume>(screen.touch(home, "dock.volume")).volume == 0);
    home.dock.volume = 0;
    CHECK(as<ChangeVolume>(screen.touch(home, "dock.volume")).volume == 1);
}

TEST_CASE("the dock stays in its place from page to page") {
    ScreenFixture screen;
    (void)screen.show(sample_home());
    const auto on_home = screen.ui.targets().find("dock.help")->rect;
    const auto home_on_home = screen.ui.targets().find("dock.home")->rect;
    for (const Page& page : {Page{sample_shelf()}, Page{sample_quiz()}, Page{sample_result()}}) {
        (void)screen.show(page);
        CHECK(screen.ui.targets().find("dock.help")->rect == on_home);
        CHECK(screen.ui.targets().find("dock.home")->rect == home_on_home);
    }
}
