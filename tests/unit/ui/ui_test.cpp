#include "kiosk/ui/icons.h"
#include "kiosk/ui/ui.h"

#include "tests/support/ui_fixture.h"

#include "imgui.h"

using namespace pufa;
using namespace pufa::ui;
using support::UiFixture;

TEST_CASE("a tapped target is told so once, in the next frame only") {
    UiFixture fixture;
    const Rect button{100, 100, 300, 80};
    int taps = 0;
    const auto screen = [&](Ui& ui) {
        if (ui.target("go", button)) ++taps;
        if (ui.target("go", button)) ++taps;
    };
    fixture.frame(screen);
    CHECK(taps == 0);
    fixture.tap("go");
    fixture.frame(screen);
    CHECK(taps == 1);
    fixture.frame(screen);
    CHECK(taps == 1);
}

TEST_CASE("a screen of shapes, words, icons and shadows becomes draw lists with textures") {
    UiFixture fixture;
    const auto& data = fixture.frame([](Ui& ui) {
        ui.fill(ui.layout().canvas(), Color::paper);
        ui.shadow({100, 100, 600, 300}, Elevation::middle, radius::card);
        ui.fill({100, 100, 600, 300}, Color::card, radius::card);
        ui.text({}, {120, 120}, 560, "楼上漏水，邻居不肯修怎么办？");
        ui.icon(icons::home, {200, 200}, 48, Color::river);
    });
    CHECK(data.TotalVtxCount > 0);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) {
            if (command.ElemCount == 0) continue;
            const auto id = static_cast<TextureId>(reinterpret_cast<uintptr_t>(command.GetTexID()));
            CHECK(fixture.textures.find(id) != nullptr);
        }
    }
    CHECK(fixture.text->take_missing() == 0);
}
