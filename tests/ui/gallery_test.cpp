#include "kiosk/screens/gallery.h"

#include "tests/support/canvases.h"

using namespace pufa;
using namespace pufa::support;

TEST_CASE("the gallery shows every button in three states, and its switches work") {
    on_every_canvas([](ScreenFixture& screen, const Canvas&) {
        GalleryTouch touched = GalleryTouch::none;
        const auto show = [&] {
            (void)screen.frame([&](ui::Ui& ui) { touched = draw_gallery(ui); });
        };
        show();
        CHECK(screen.has("gallery.0.7"));
        CHECK(screen.has("gallery.1.7"));
        CHECK_FALSE(screen.enabled("gallery.2.7"));
        screen.tap("gallery.theme");
        show();
        CHECK(touched == GalleryTouch::theme);
        screen.tap("gallery.text");
        show();
        CHECK(touched == GalleryTouch::text);
        CHECK(screen.text->take_missing() == 0);
    });
}
