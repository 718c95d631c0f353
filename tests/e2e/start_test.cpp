// What the kiosk does when the machine lacks something.

#include "tests/e2e/demo.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::test;

TEST_CASE("without a display the kiosk says so and ends with 3") {
    const InstalledState state;
    const auto ran = sh("env -u DISPLAY -u WAYLAND_DISPLAY SDL_VIDEODRIVER=x11 timeout 60 " +
                        program("pufa-kiosk") + " --state " + quoted(state.path()));
    INFO(ran.output);
    CHECK(ran.exit_code == 3);
    CHECK(ran.says("NO_DISPLAY"));
}

TEST_CASE("without its fonts the kiosk names the package and ends with 3") {
    const InstalledState state;
    const auto ran =
        sh("PUFA_FONT_DIR=" + quoted(state.beside("none")) + " timeout 60 " +
           program("pufa-kiosk") + " --state " + quoted(state.path()) + " --self-test");
    INFO(ran.output);
    CHECK(ran.exit_code == 3);
    CHECK(ran.says("NO_FONT"));
    CHECK(ran.says("fonts-"));
}

TEST_CASE("a faulty configuration names its line and ends with 1") {
    const InstalledState state;
    std::ofstream{state.beside("kiosk.toml")} << "volume = 3\nplace = \n";
    const auto ran = sh("timeout 60 " + program("pufa-kiosk") + " --state " + quoted(state.path()) +
                        " --config " + quoted(state.beside("kiosk.toml")) + " --self-test");
    INFO(ran.output);
    CHECK(ran.exit_code == 1);
    CHECK(ran.says("BAD_CONFIG"));
    CHECK(ran.says("2"));
}
