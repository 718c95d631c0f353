#include "tests/support/screen_fixture.h"

using namespace pufa;
using namespace pufa::support;

TEST_CASE("help and the idle question close") {
    ScreenFixture screen;
    (void)as<CloseOverlay>(screen.touch(sample_home(), "help.close", HelpModel{}));
    (void)as<CloseOverlay>(screen.touch(sample_quiz(), "idle.stay", IdleModel{7}));
}

TEST_CASE("an overlay hides every target of the page beneath, wherever it is touched") {
    ScreenFixture screen;
    for (const auto& named : sample_pages()) {
        CAPTURE(named.name);
        screen.memory = {};
        (void)screen.show(named.page);
        const auto beneath = screen.ui.targets().all();
        for (const Overlay& overlay : {Overlay{HelpModel{}}, Overlay{IdleModel{9}}}) {
            (void)screen.show(named.page, overlay);
            for (const auto& target : beneath) {
                CAPTURE(target.id);
                CHECK_FALSE(screen.has(target.id));
                screen.tap_at(target.rect.center());
                const auto intent = screen.show(named.page, overlay);
                CHECK((is_nothing(intent) || std::holds_alternative<CloseOverlay>(intent)));
            }
        }
    }
}

TEST_CASE("a tap that was under way when an overlay came does not act on the page") {
    ScreenFixture screen;
    (void)screen.show(sample_home());
    screen.tap("home.door.videos");
    CHECK(is_nothing(screen.show(sample_home(), IdleModel{20})));
}
