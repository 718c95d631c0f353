#include "tests/support/all_pages.h"
#include "tests/support/canvases.h"

#include <optional>

using namespace pufa;
using namespace pufa::support;

TEST_CASE("a touch anywhere on the attract page wakes the kiosk in the language it has") {
    for (const auto& layout : {ui::make_layout(1920, 1080), ui::make_layout(1080, 1920)}) {
        ScreenFixture screen{layout};
        const auto page = sample_attract();
        for (const ui::Point at :
             {ui::Point{4, 4}, ui::Point{layout.canvas_width - 4, layout.canvas_height - 4},
              ui::Point{layout.canvas_width / 2, layout.canvas_height / 3}}) {
            (void)screen.show(page);
            screen.tap_at(at);
            CHECK_FALSE(as<Wake>(screen.show(page)).language.has_value());
        }
    }
}

TEST_CASE("a language's name on the attract page wakes the kiosk in that language") {
    ScreenFixture screen{ui::make_layout(1080, 1920)};
    for (const auto language : model::k_languages) {
        const std::string id = "attract.language." + std::string{model::tag(language)};
        CHECK(as<Wake>(screen.touch(drawn_attract(), id)).language == language);
    }
}

TEST_CASE("the names of the languages are large enough, apart and on screen on every canvas") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        for (const auto& page : {sample_attract(), drawn_attract(), long_attract()}) {
            (void)screen.show(page);
            check_targets(screen, canvas.layout, "attract.wake");
            for (const auto language : model::k_languages) {
                const auto* name = screen.ui.targets().find("attract.language." +
                                                            std::string{model::tag(language)});
                REQUIRE(name);
                CHECK(name->rect.h + 0.1f >= canvas.layout.mm(16));
                CHECK(name->rect.w + 0.1f >= canvas.layout.mm(16));
            }
        }
    });
}

TEST_CASE("a clip is shown as large as the width allows and in its own shape") {
    for (const auto& layout : {ui::make_layout(1920, 1080), ui::make_layout(1080, 1920)}) {
        ScreenFixture screen{layout};
        (void)screen.show(sample_attract());
        const auto clip = screen.ui.video_rect();
        REQUIRE(clip.has_value());
        CHECK(clip->w == doctest::Approx(layout.canvas_width));
        CHECK(clip->h == doctest::Approx(layout.canvas_width * 9 / 16));
        CHECK(clip->y >= 0);
        CHECK(clip->bottom() <= layout.canvas_height + 0.1f);
    }
}

TEST_CASE("drawn art leaves no hole for a clip") {
    ScreenFixture screen;
    (void)screen.show(drawn_attract());
    CHECK_FALSE(screen.ui.video_rect().has_value());
}
