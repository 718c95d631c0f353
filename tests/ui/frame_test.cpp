#include "tests/support/canvases.h"

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

TEST_CASE("the dock has its seven buttons on every canvas") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        (void)screen.show(sample_shelf(0, 0));
        for (const auto* id : {"dock.back", "dock.home", "dock.language", "dock.text",
                               "dock.volume", "dock.reach", "dock.help"}) {
            CAPTURE(id);
            const auto* target = screen.ui.targets().find(id);
            REQUIRE(target);
            CHECK(target->rect.h >= canvas.layout.mm(16));
            CHECK(target->rect.w >= canvas.layout.mm(16));
            CHECK(target->rect.x >= 0);
            CHECK(target->rect.right() <= canvas.layout.canvas_width);
            CHECK(target->rect.bottom() <= canvas.layout.canvas_height);
        }
        const auto targets = pressable(screen);
        for (size_t i = 0; i < targets.size(); ++i)
            for (size_t other = i + 1; other < targets.size(); ++other) {
                if (targets[i].id.compare(0, 5, "dock.") != 0) continue;
                if (targets[other].id.compare(0, 5, "dock.") != 0) continue;
                CHECK(distance(targets[i].rect, targets[other].rect) + 0.1f >= canvas.layout.mm(4));
            }
    });
}

TEST_CASE("the dock opens the languages") {
    ScreenFixture screen;
    (void)as<OpenLanguages>(screen.touch(sample_home(), "dock.language"));
}

TEST_CASE("the dock makes the text large, and normal again") {
    ScreenFixture screen;
    CHECK(as<ChooseTextSize>(screen.touch(sample_home(), "dock.text")).size == ui::TextSize::large);
    screen.look.text = ui::TextSize::large;
    CHECK(as<ChooseTextSize>(screen.touch(sample_home(), "dock.text")).size ==
          ui::TextSize::normal);
}

TEST_CASE("the dock lowers the page, and raises it again") {
    ScreenFixture screen;
    CHECK(as<ChooseReach>(screen.touch(sample_home(), "dock.reach")).reach == ui::Reach::lower);
    screen.look.reach = ui::Reach::lower;
    CHECK(as<ChooseReach>(screen.touch(sample_home(), "dock.reach")).reach == ui::Reach::whole);
}

TEST_CASE("in portrait the dock's buttons are equal and fill the width") {
    ScreenFixture screen{ui::make_layout(1080, 1920)};
    (void)screen.show(sample_home());
    const auto first = screen.ui.targets().find("dock.back")->rect;
    const auto last = screen.ui.targets().find("dock.help")->rect;
    CHECK(first.w == doctest::Approx(last.w));
    CHECK(first.y == last.y);
    CHECK(first.x == doctest::Approx(1080 - last.right()));
}

TEST_CASE("in lower-half mode a button above the page leads back to the whole screen") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        (void)screen.show(sample_home());
        if (canvas.layout.pixel_top == 0) {
            CHECK_FALSE(screen.has("frame.whole"));
            return;
        }
        const auto rect = screen.ui.targets().find("frame.whole")->rect;
        CHECK(rect.bottom() < 0);
        CHECK(as<ChooseReach>(screen.touch(sample_home(), "frame.whole")).reach ==
              ui::Reach::whole);
        (void)screen.show(sample_home(), HelpModel{});
        CHECK_FALSE(screen.has("frame.whole"));
    });
}
