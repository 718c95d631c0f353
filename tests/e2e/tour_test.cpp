// The self-test tour as a judge: it holds on the demo pack, and each thing it judges is broken here
// once, from outside the program, to see it fail.

#include "tests/e2e/demo.h"

#include "content/base/clock.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::test;

namespace {

/// Monday 23 November 2026, so that the campaign and today's file have known names.
constexpr const char* k_now = " --now 2026-11-23T15:20:00";

Ran tour(const std::filesystem::path& state, const std::string& more = "") {
    return sh(program("pufa-kiosk") + " --state " + quoted(state) + k_now + " --self-test --json" +
              more);
}

} // namespace

TEST_CASE("the tour of the demo pack holds and leaves a picture of each screen") {
    const InstalledState state;
    const auto shots = state.beside("shots");
    const auto ran = tour(state.path(), " --shots " + quoted(shots));
    INFO(ran.output);
    REQUIRE(ran.exit_code == 0);
    const auto pictures = sh("identify -format '%w %h %k\\n' " + quoted(shots) + "/*.png");
    CHECK(pictures.exit_code == 0);
    CHECK(pictures.says("1920 1080"));
    CHECK(std::stoi(sh("ls " + quoted(shots) + "/*.png | wc -l").output) >= 8);
    // The tour's own statistics are not the kiosk's participation.
    CHECK_FALSE(std::filesystem::exists(state.path() / "tally/2026-11-23.db"));
}

TEST_CASE("a picture that does not show the frame the clock asks for fails the tour") {
    const DemoFolder folder;
    // The film without numbers claims to carry them.
    folder.run("sed -i 's/^frame_code = true.*//' videos/02*.toml && "
               "sed -i 's/^agency/frame_code = true\\nagency/' videos/01*.toml");
    const InstalledState state{folder.build()};
    const auto ran = tour(state.path());
    INFO(ran.output);
    CHECK(ran.exit_code == 1);
    CHECK(ran.says("TOUR_FAILED"));
    CHECK(ran.says("frame"));
}

TEST_CASE("a video that should sound and does not fails the tour") {
    const DemoFolder folder;
    // Both tracks are there, but what the loudspeaker would get is silence.
    folder.run("for film in videos/*.mp4; do ffmpeg -v error -y -i \"$film\" -c:v copy "
               "-af volume=0 -c:a aac quiet.mp4 && mv quiet.mp4 \"$film\"; done");
    const InstalledState state{folder.build()};
    const auto ran = tour(state.path());
    INFO(ran.output);
    CHECK(ran.exit_code == 1);
    CHECK(ran.says("TOUR_FAILED"));
    CHECK(ran.says("sound"));
}

TEST_CASE("a tally that loses rows fails the tour") {
    const InstalledState state;
    const auto tally = state.beside("tally");
    // A first tour makes the day's file; then a trigger swallows every answer.
    REQUIRE(tour(state.path(), " --tally " + quoted(tally)).exit_code == 0);
    REQUIRE(sh("sqlite3 " + quoted(tally / "2026-11-23.db") +
               " \"DELETE FROM event; CREATE TRIGGER lose BEFORE INSERT ON event "
               "WHEN NEW.counter = 4 BEGIN SELECT RAISE(IGNORE); END\"")
                .exit_code == 0);
    const auto ran = tour(state.path(), " --tally " + quoted(tally));
    INFO(ran.output);
    CHECK(ran.exit_code == 1);
    CHECK(ran.says("TOUR_FAILED"));
    CHECK(ran.says("tally"));
}
