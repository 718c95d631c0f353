#include "kiosk/app/touch_map.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::app;

namespace {

ui::TargetRecord home_page() {
    ui::TargetRecord seen;
    seen.add({.id = "home.door", .rect = {100, 200, 300, 100}});
    seen.add({.id = "dock.back", .rect = {0, 900, 100, 100}, .enabled = false});
    return seen;
}

} // namespace

TEST_CASE("the touch map says the middle of each target in pixels and leaves out disabled ones") {
    const auto layout = ui::make_layout(960, 540, 546);
    CHECK(touch_map(home_page(), layout) == "home.door 125 125\n");
}

TEST_CASE("the touch map leaves out what a dialog hides") {
    auto seen = home_page();
    seen.add({.id = "idle.stay", .rect = {0, 0, 100, 100}, .layer = 1});
    seen.block_below(1);
    CHECK(touch_map(seen, ui::make_layout(1920, 1080, 546)) == "idle.stay 50 50\n");
}

TEST_CASE("the touch map is written when it differs, and only then") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "map";
    const auto layout = ui::make_layout(1920, 1080, 546);
    TouchMap map{file};
    map.show(home_page(), layout);
    CHECK(*base::read_file(file) == "home.door 250 250\n");
    std::filesystem::remove(file);
    map.show(home_page(), layout);
    CHECK_FALSE(std::filesystem::exists(file));
    map.show({}, layout);
    CHECK(*base::read_file(file) == "");
}
