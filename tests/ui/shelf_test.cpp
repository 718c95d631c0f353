#include "tests/support/screen_fixture.h"

using namespace pufa;
using namespace pufa::support;

TEST_CASE("the shelf opens its videos and quizzes") {
    ScreenFixture screen;
    const auto shelf = sample_shelf();
    const auto& video = shelf.videos[0].id;
    const auto& quiz = shelf.quizzes[1].id;
    CHECK(as<OpenVideo>(screen.touch(shelf, "shelf.video." + video.value)).id == video);
    CHECK(as<OpenQuiz>(screen.touch(shelf, "shelf.quiz." + quiz.value)).id == quiz);
}

TEST_CASE("what lies below the dock comes up with a drag") {
    ScreenFixture screen;
    const auto shelf = sample_shelf(12, 2);
    (void)screen.show(shelf);
    const std::string last = "shelf.video." + shelf.videos.back().id.value;
    CHECK_FALSE(screen.has(last));
    using Kind = ui::PointerInput::Kind;
    screen.feed(Kind::down, {960, 900});
    for (float y = 900; y > 100; y -= 50) {
        screen.now += UiFixture::k_frame;
        screen.feed(Kind::move, {960, y});
    }
    (void)screen.show(shelf);
    CHECK(screen.has(last));
}

TEST_CASE("an empty shelf still leads back and home") {
    ScreenFixture screen;
    const auto shelf = sample_shelf(0, 0);
    (void)as<GoBack>(screen.touch(shelf, "dock.back"));
    (void)as<GoHome>(screen.touch(shelf, "dock.home"));
}
