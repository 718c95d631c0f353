#include "kiosk/screens/gallery.h"

#include "tests/support/canvases.h"

using namespace pufa;
using namespace pufa::support;

namespace {

Intent show(ScreenFixture& screen, GalleryState& state) {
    Intent intent;
    (void)screen.frame([&](ui::Ui& ui) { intent = draw_gallery(ui, state); });
    return intent;
}

} // namespace

TEST_CASE("every part of the gallery can be touched and read on every canvas") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        GalleryState state;
        for (const auto part : k_gallery_parts) {
            state.part = part;
            (void)show(screen, state);
            CHECK(screen.has("gallery.theme"));
            if (part != GalleryPart::marks) CHECK(pressable(screen).size() > 8);
            check_targets(screen, canvas.layout);
        }
        CHECK(screen.text->take_missing() == 0);
    });
}

TEST_CASE("the gallery shows every button in three states, and its switches work") {
    ScreenFixture screen{ui::make_layout(1920, 1080), model::Language::zh_hans};
    GalleryState state;
    (void)show(screen, state);
    CHECK(screen.has("gallery.0.7"));
    CHECK(screen.has("gallery.1.7"));
    CHECK_FALSE(screen.enabled("gallery.2.7"));
    screen.tap("gallery.theme");
    CHECK(std::holds_alternative<ChooseTheme>(show(screen, state)));
    screen.tap("gallery.text");
    CHECK(std::holds_alternative<ChooseTextSize>(show(screen, state)));
    screen.tap("gallery.part.3");
    (void)show(screen, state);
    CHECK(state.part == GalleryPart::controls);
}

TEST_CASE("the gallery's sheets open and close") {
    ScreenFixture screen{ui::make_layout(1920, 1080), model::Language::zh_hans};
    GalleryState state;
    state.part = GalleryPart::sheets;
    (void)show(screen, state);
    screen.tap("gallery.help");
    (void)show(screen, state);
    CHECK(std::holds_alternative<HelpModel>(state.overlay));
    (void)show(screen, state);
    screen.tap("help.close");
    (void)show(screen, state);
    CHECK(std::holds_alternative<std::monostate>(state.overlay));
}
