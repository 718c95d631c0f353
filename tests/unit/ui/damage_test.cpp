#include "kiosk/ui/damage.h"

#include "tests/support/ui_fixture.h"

#include "imgui.h"

using namespace pufa;
using namespace pufa::ui;
using support::UiFixture;

namespace {

/// Draws a frame and says what changed since the one before.
template <class Draw>
std::vector<PixelRect> damage(UiFixture& fixture, DamageTracker& tracker, Draw&& draw) {
    ImDrawData& data = fixture.frame([&](Ui& ui) {
        ui.fill(ui.layout().canvas(), Color::paper);
        draw(ui);
    });
    return tracker.next(data, fixture.layout.pixel_width, fixture.layout.pixel_height);
}

int64_t area(const std::vector<PixelRect>& rects) {
    int64_t sum = 0;
    for (const PixelRect& rect : rects)
        sum += rect.area();
    return sum;
}
bool covered(const std::vector<PixelRect>& rects, int x, int y) {
    for (const PixelRect& r : rects)
        if (x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h) return true;
    return false;
}
bool overlapping(const std::vector<PixelRect>& rects) {
    for (size_t i = 0; i < rects.size(); ++i)
        for (size_t j = i + 1; j < rects.size(); ++j) {
            const PixelRect &a = rects[i], &b = rects[j];
            if (a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h)
                return true;
        }
    return false;
}

} // namespace

TEST_CASE("the first frame is all damage, the same frame again is none") {
    UiFixture fixture;
    DamageTracker tracker;
    const auto screen = [](Ui& ui) {
        ui.shadow({100, 100, 400, 200}, Elevation::middle, radius::card);
        ui.fill({100, 100, 400, 200}, Color::card, radius::card);
        ui.text({}, {120, 120}, 300, "立有数份遗嘱，内容相抵触的，以最后的遗嘱为准。");
    };
    CHECK(damage(fixture, tracker, screen) == std::vector<PixelRect>{{0, 0, 1920, 1080}});
    CHECK(damage(fixture, tracker, screen).empty());
    CHECK(damage(fixture, tracker, screen).empty());
    tracker.forget();
    CHECK(damage(fixture, tracker, screen) == std::vector<PixelRect>{{0, 0, 1920, 1080}});
}

TEST_CASE("another size of the target is all damage") {
    UiFixture fixture;
    DamageTracker tracker;
    ImDrawData& data = fixture.frame([](Ui& ui) { ui.fill(ui.layout().canvas(), Color::paper); });
    (void)tracker.next(data, 1920, 1080);
    CHECK(tracker.next(data, 1919, 1080) == std::vector<PixelRect>{{0, 0, 1919, 1080}});
}

TEST_CASE("a press of a button damages no more than twice the button") {
    UiFixture fixture;
    DamageTracker tracker;
    const Rect button{613, 407, 376, 104};
    const auto screen = [&](Ui& ui) {
        ui.target("go", button);
        const float in = 0.03f * ui.pressed("go");
        const Rect shown{button.x + button.w * in / 2, button.y + button.h * in / 2,
                         button.w * (1 - in), button.h * (1 - in)};
        ui.fill(shown, Color::river, shown.h / 2);
        ui.label({Face::sans_bold, type::body, Color::white}, shown, "进入专题");
    };
    (void)damage(fixture, tracker, screen);
    fixture.feed(PointerInput::Kind::down, button.center());
    const auto rects = damage(fixture, tracker, screen);
    CHECK_FALSE(rects.empty());
    CHECK(area(rects) <= 2 * static_cast<int64_t>(button.w * button.h));
    CHECK(covered(rects, 801, 459));
}

TEST_CASE("a small round button across four tiles damages no more than twice itself") {
    UiFixture fixture;
    DamageTracker tracker;
    const Rect button{70, 83, 48, 48};
    const auto screen = [&](Ui& ui) {
        ui.target("go", button);
        const float in = 0.03f * ui.pressed("go");
        ui.circle(button.center(), button.w * (1 - in) / 2, Color::river);
    };
    (void)damage(fixture, tracker, screen);
    fixture.feed(PointerInput::Kind::down, button.center());
    const auto rects = damage(fixture, tracker, screen);
    CHECK(covered(rects, 72, 107));
    CHECK(area(rects) <= 2 * 48 * 48);
}

TEST_CASE("two shapes that change places are damage where they overlap") {
    UiFixture fixture;
    DamageTracker tracker;
    const auto screen = [](bool swapped) {
        return [=](Ui& ui) {
            const Rect one{100, 100, 40, 40};
            const Rect two{130, 130, 40, 40};
            ui.fill(swapped ? two : one, swapped ? Color::seal : Color::river);
            ui.fill(swapped ? one : two, swapped ? Color::river : Color::seal);
        };
    };
    (void)damage(fixture, tracker, screen(false));
    CHECK(covered(damage(fixture, tracker, screen(true)), 135, 135));
}

TEST_CASE("a change of colour alone, a moved word and a vanished shape are damage where they are") {
    UiFixture fixture;
    DamageTracker tracker;
    const auto screen = [](Color color, std::string_view word, bool circle) {
        return [=](Ui& ui) {
            ui.fill({100, 100, 40, 40}, color);
            ui.text({}, {600, 600}, 300, word);
            if (circle) ui.circle({1500, 200}, 20, Color::gold);
        };
    };
    (void)damage(fixture, tracker, screen(Color::river, "返回", true));
    const auto rects = damage(fixture, tracker, screen(Color::seal, "首页", false));
    CHECK(covered(rects, 120, 120));
    CHECK(covered(rects, 615, 620));
    CHECK(covered(rects, 1500, 200));
    CHECK_FALSE(covered(rects, 1000, 900));
    CHECK_FALSE(overlapping(rects));
    CHECK(area(rects) < 1920 * 1080 / 20);
}

TEST_CASE("what a clip hides is no damage when it changes; a clip that moves is") {
    UiFixture fixture;
    DamageTracker tracker;
    const auto screen = [](float clip_right, float hidden_x) {
        return [=](Ui& ui) {
            ui.push_clip({0, 0, clip_right, 1080});
            ui.fill({100, 100, 700, 50}, Color::river);
            ui.fill({hidden_x, 300, 50, 50}, Color::seal);
            ui.pop_clip();
        };
    };
    (void)damage(fixture, tracker, screen(640, 1000));
    CHECK(damage(fixture, tracker, screen(640, 1200)).empty());
    const auto rects = damage(fixture, tracker, screen(704, 1200));
    CHECK(covered(rects, 660, 120));
    CHECK_FALSE(covered(rects, 660, 400));
}

TEST_CASE("damage all over becomes a few rectangles that do not overlap and miss nothing") {
    UiFixture fixture;
    DamageTracker tracker;
    const auto screen = [](Color color) {
        return [=](Ui& ui) {
            for (int row = 0; row < 12; ++row)
                for (int column = 0; column < 20; ++column)
                    ui.fill({static_cast<float>(column * 96 + row * 7 % 40),
                             static_cast<float>(row * 90), 20, 20},
                            (row * 31 + column * 17) % 3 ? Color::gold : color);
        };
    };
    (void)damage(fixture, tracker, screen(Color::river));
    const auto rects = damage(fixture, tracker, screen(Color::seal));
    CHECK(rects.size() <= 8);
    CHECK_FALSE(overlapping(rects));
    for (int row = 0; row < 12; ++row)
        for (int column = 0; column < 20; ++column)
            if ((row * 31 + column * 17) % 3 == 0)
                CHECK(covered(rects, column * 96 + row * 7 % 40 + 10, row * 90 + 10));
    for (const PixelRect& rect : rects) {
        CHECK(rect.x + rect.w <= 1920);
        CHECK(rect.y + rect.h <= 1080);
    }
}
