#include "tests/support/screen_fixture.h"

using namespace pufa;
using namespace pufa::support;

TEST_CASE("the fault page has nothing that could fail when it is touched") {
    ScreenFixture screen;
    (void)screen.show(sample_fault());
    CHECK(screen.ui.targets().all().empty());
}
