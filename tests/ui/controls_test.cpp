#include "kiosk/screens/controls.h"

#include "tests/support/canvases.h"

using namespace pufa;
using namespace pufa::support;

namespace {

struct Typed {
    std::optional<char> key;
    ui::Rect area;
};

Typed show(ScreenFixture& screen, Keyboard which, bool can_enter = true) {
    Typed out;
    (void)screen.frame([&](ui::Ui& ui) {
        const auto& layout = ui.layout();
        const float w = layout.canvas_width - 2 * layout.margin;
        out.area = {layout.margin, 8, w, keys_height(ui, which, w)};
        out.key = keys(ui, layout.canvas(), {"keys", which, {layout.margin, 8}, w, can_enter});
    });
    return out;
}

} // namespace

TEST_CASE("keys are 16 mm on every canvas, and lie within the room they ask for") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        for (const auto which : {Keyboard::pin, Keyboard::letters}) {
            const auto area = show(screen, which).area;
            CHECK(pressable(screen).size() == (which == Keyboard::pin ? 12 : 27));
            for (const auto& key : pressable(screen)) {
                CAPTURE(key.id);
                CHECK(std::min(key.rect.w, key.rect.h) + 0.5f >= canvas.layout.mm(16));
                CHECK(key.rect.right() <= area.right() + 0.5f);
                CHECK(key.rect.bottom() <= area.bottom() + 0.5f);
            }
            check_targets(screen, canvas.layout);
        }
    });
}

TEST_CASE("every key types what it says") {
    ScreenFixture screen{ui::make_layout(1920, 1080), model::Language::zh_hans};
    const auto typed = [&](Keyboard which, const std::string& id) {
        (void)show(screen, which);
        screen.tap("keys." + id);
        return show(screen, which).key;
    };
    for (const char letter : std::string{"ABCDEFGHIJKLMNOPQRSTUVWXYZ"})
        CHECK(typed(Keyboard::letters, std::string(1, letter)) == letter);
    for (const char digit : std::string{"0123456789"})
        CHECK(typed(Keyboard::pin, std::string(1, digit)) == digit);
    CHECK(typed(Keyboard::pin, "erase") == k_erase);
    CHECK(typed(Keyboard::pin, "enter") == k_enter);
    CHECK(typed(Keyboard::letters, "erase") == k_erase);
    (void)show(screen, Keyboard::pin, false);
    CHECK_FALSE(screen.enabled("keys.enter"));
}

TEST_CASE("a switch is turned by a touch anywhere on its row, unless it cannot be") {
    ScreenFixture screen{ui::make_layout(1080, 1920), model::Language::zh_hans};
    const auto show = [&](bool enabled) {
        bool tapped = false;
        (void)screen.frame([&](ui::Ui& ui) {
            tapped =
                switch_row(ui, ui.layout().canvas(),
                           {"switch", {60, 100, 900, switch_height(ui)}, "字幕", true, enabled});
        });
        return tapped;
    };
    CHECK_FALSE(show(true));
    screen.tap("switch");
    CHECK(show(true));
    CHECK_FALSE(show(true));
    CHECK_FALSE(show(false));
    CHECK_FALSE(screen.enabled("switch"));
}

TEST_CASE("a toast lies at the foot of its area in two lines at most, and is no target") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        const ui::Rect area = canvas.layout.canvas().inset(ui::space::s24);
        ui::Rect shown;
        (void)screen.frame(
            [&](ui::Ui& ui) { shown = toast(ui, area, ToastKind::told, std::string(400, 'x')); });
        CHECK(shown.bottom() == doctest::Approx(area.bottom()));
        CHECK(shown.x >= area.x - 1);
        CHECK(shown.right() <= area.right() + 1);
        CHECK(pressable(screen).empty());
    });
}
