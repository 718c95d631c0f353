#include "tests/support/canvases.h"

using namespace pufa;
using namespace pufa::support;

TEST_CASE("the fault page has nothing that could fail when it is touched") {
    ScreenFixture screen;
    (void)screen.show(sample_fault());
    CHECK(screen.ui.targets().all().empty());
}

TEST_CASE("a fault that takes many words scrolls within its card, with a button, on every canvas") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        for (const auto& page : {sample_fault(), long_fault()}) {
            screen.memory = {};
            (void)screen.show(page);
            check_targets(screen, canvas.layout);
            const bool scrolls = screen.ui.targets().find("fault.words") != nullptr;
            CHECK(screen.has("fault.more") == scrolls);
            if (!scrolls) continue;
            CHECK(is_nothing(screen.touch(page, "fault.more")));
            (void)screen.show(page);
            CHECK(screen.memory.scrolls["fault.words"].offset > 0);
        }
    });
}
