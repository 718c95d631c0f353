#include "kiosk/ui/ui.h"

#include "kiosk/ui/icons.h"
#include "tests/support/ui_fixture.h"

#include "imgui.h"

using namespace pufa;
using namespace pufa::ui;
using support::UiFixture;
using Kind = PointerInput::Kind;

namespace {

TextureId texture_of(const ImDrawCmd& command) {
    return static_cast<TextureId>(reinterpret_cast<uintptr_t>(command.GetTexID()));
}

} // namespace

TEST_CASE("every texture that a frame draws from is one that the host made") {
    UiFixture fixture;
    const auto& data = fixture.frame([](Ui& ui) {
        ui.fill(ui.layout().canvas(), Color::paper);
        ui.shadow({100, 100, 600, 300}, Elevation::middle, radius::card);
        ui.fill({100, 100, 600, 300}, Color::card, radius::card);
        ui.text({}, {120, 120}, 560, "楼上漏水，邻居不肯修怎么办？");
        ui.icon(icons::home, {200, 200}, 48, Color::river);
    });
    int commands = 0;
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) {
            if (command.ElemCount == 0) continue;
            CHECK(fixture.textures.find(texture_of(command)) != nullptr);
            ++commands;
        }
    // The ground, the shadow, and all the rest from one page of glyphs.
    CHECK(commands == 3);
    CHECK(fixture.text->take_missing() == 0);
}

TEST_CASE("a frame is as large as the screen in pixels and begins empty") {
    UiFixture fixture{make_layout(1366, 768)};
    const auto& data = fixture.frame([](Ui&) {});
    CHECK(data.DisplaySize.x == 1366);
    CHECK(data.DisplaySize.y == 768);
    CHECK(data.TotalVtxCount == 0);
    CHECK_FALSE(fixture.ui.animating());
}

TEST_CASE("a page of more corners than sixteen bits can count is drawn") {
    UiFixture fixture;
    const auto& data = fixture.frame([](Ui& ui) {
        for (int row = 0; row < 100; ++row)
            for (int column = 0; column < 200; ++column)
                ui.fill({static_cast<float>(column) * 9, static_cast<float>(row) * 10, 8, 8},
                        Color::gold);
    });
    CHECK(data.TotalVtxCount == 80'000);
}

TEST_CASE("one Ui after another can be made, and each gives its textures back") {
    UiMemory memory;
    support::CountingTextures textures;
    auto text = Text::open(*find_fonts(), textures).value();
    for (int i = 0; i < 2; ++i) {
        Ui ui{*text, memory, nullptr};
        ui.begin(make_layout(1920, 1080), {.language = model::Language::en}, {}, SteadyTime{});
        ui.shadow({0, 0, 100, 100}, Elevation::low, 8);
        ui.text({}, {0, 0}, 500, "aid");
        (void)ui.end();
    }
    text.reset();
    CHECK(textures.alive() == 0);
}

TEST_CASE("words come in the language of the frame, with their arguments") {
    UiFixture fixture{make_layout(1920, 1080), model::Language::en};
    fixture.frame([](Ui& ui) {
        CHECK(ui.tr("error.NO_DISPLAY", {{"where", "x11"}, {"detail", ""}}).find("{where}") ==
              std::string::npos);
        CHECK(ui.tr("error.NO_DISPLAY") == strings::text(model::Language::en, "error.NO_DISPLAY"));
    });
}

TEST_CASE("a press goes in within 80 ms and comes out within 160, frame by frame") {
    UiFixture fixture;
    float depth = 0;
    const auto screen = [&](Ui& ui) {
        ui.target("go", {100, 100, 300, 80});
        depth = ui.pressed("go");
    };
    fixture.frame(screen);
    CHECK(depth == 0);
    CHECK_FALSE(fixture.ui.animating());

    // The screen was still for long: the tween begins at the touch.
    fixture.now += std::chrono::seconds{10};
    fixture.feed(Kind::down, {200, 140});
    float before = 0;
    for (int i = 0; i < 4; ++i) {
        fixture.frame(screen);
        CHECK(depth > before);
        CHECK(depth == doctest::Approx(static_cast<float>(i + 1) / 4.8f).epsilon(0.01));
        CHECK(fixture.ui.animating());
        before = depth;
    }
    fixture.frame(screen);
    CHECK(depth == 1);
    CHECK_FALSE(fixture.ui.animating());
    fixture.now += std::chrono::seconds{2};
    fixture.frame(screen);
    CHECK(depth == 1);

    fixture.now += std::chrono::seconds{2};
    fixture.feed(Kind::up, {200, 140});
    for (int i = 0; i < 9; ++i) {
        fixture.frame(screen);
        CHECK(depth == doctest::Approx(1 - static_cast<float>(i + 1) / 9.6f).epsilon(0.01));
        CHECK(fixture.ui.animating());
    }
    fixture.frame(screen);
    CHECK(depth == 0);
    CHECK_FALSE(fixture.ui.animating());
    CHECK(fixture.memory.press_depth.empty());
}

TEST_CASE("a tap quicker than a frame is still seen as a press") {
    UiFixture fixture;
    float depth = 0;
    const auto screen = [&](Ui& ui) {
        ui.target("go", {100, 100, 300, 80});
        depth = ui.pressed("go");
    };
    fixture.frame(screen);
    fixture.feed(Kind::down, {200, 140});
    fixture.feed(Kind::up, {200, 140});
    fixture.frame(screen);
    CHECK(depth > 0.8f);
}
