#include "tests/support/canvases.h"

using namespace pufa;
using namespace pufa::support;

TEST_CASE("the result leads to another try, home, or a video to learn from") {
    ScreenFixture screen;
    const auto result = sample_result();
    (void)as<RepeatQuiz>(screen.touch(result, "result.again"));
    (void)as<GoHome>(screen.touch(result, "result.home"));
    CHECK(as<OpenVideo>(screen.touch(result, "result.next")).id == result.learn_next->id);
}

TEST_CASE("with nothing to learn from the rest stays in its place") {
    ScreenFixture screen;
    (void)screen.show(sample_result());
    const auto again = screen.ui.targets().find("result.again")->rect;
    (void)screen.show(lone_result());
    CHECK_FALSE(screen.has("result.next"));
    CHECK(screen.ui.targets().find("result.again")->rect == again);
}

TEST_CASE("nothing moves when the thanks are said") {
    ScreenFixture screen;
    auto result = sample_result();
    result.recorded = false;
    (void)screen.show(result);
    const auto next = screen.ui.targets().find("result.next")->rect;
    result.recorded = true;
    (void)screen.show(result);
    CHECK(screen.ui.targets().find("result.next")->rect == next);
}

TEST_CASE("on every canvas the result's buttons and card are large enough, apart and on screen") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        for (const auto& page : {sample_result(), sample_result(10), lone_result()}) {
            (void)screen.show(page);
            check_targets(screen, canvas.layout);
            CHECK(screen.has("result.again"));
            CHECK(screen.has("result.home"));
            CHECK(screen.has("result.next") == page.learn_next.has_value());
        }
    });
}

TEST_CASE("in portrait the result's buttons stand where everyone reaches") {
    const auto layout = ui::make_layout(1080, 1920);
    ScreenFixture screen{layout};
    (void)screen.show(sample_result());
    for (const auto* id : {"result.again", "result.home", "result.next"})
        CHECK(screen.ui.targets().find(id)->rect.y >= layout.canvas_height * 0.4f);
}
