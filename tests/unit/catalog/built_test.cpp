#include "content/catalog/built.h"

#include "content/base/file.h"
#include "content/catalog/snapshot.h"

#include <doctest/doctest.h>

using namespace pufa;

TEST_CASE("where nothing was ever installed the clock's floor is the day of the program") {
    const base::TemporaryFolder folder;
    const auto snapshot = catalog::load({folder.path() / "none"});
    REQUIRE(snapshot);
    CHECK((*snapshot)->clock_floor == catalog::built());
    CHECK(base::start_of(base::to_local(catalog::built()).date) == catalog::built());
    CHECK(base::to_local(catalog::built()).date >= base::Date{2026, 1, 1});
}
