#include "kiosk/ui/shadow.h"

#include "tests/support/ui_fixture.h"

#include "imgui.h"

using namespace pufa;
using namespace pufa::ui;
using support::UiFixture;

namespace {

uint8_t at(const ShadowMask& mask, int x, int y) {
    return mask
        .alpha[static_cast<size_t>(y) * static_cast<size_t>(mask.side) + static_cast<size_t>(x)];
}

} // namespace

TEST_CASE("a shadow is dark in the middle, gone at its edge and the same on all sides") {
    for (const float corner : {0.f, 8.f, 24.f}) {
        const ShadowMask mask = shadow_mask(corner, 5);
        const int last = mask.side - 1;
        const int middle = mask.side / 2;
        CHECK(mask.reach == 15);
        CHECK(at(mask, middle, middle) == 255);
        CHECK(at(mask, 0, 0) == 0);
        CHECK(at(mask, 0, middle) <= 1);
        // Half of the darkness lies within the rectangle's edge.
        CHECK(at(mask, mask.reach, middle) == doctest::Approx(132).epsilon(0.08));
        for (int i = 0; i <= last; ++i) {
            CHECK(at(mask, i, middle) == at(mask, last - i, middle));
            CHECK(std::abs(at(mask, i, middle) - at(mask, middle, i)) <= 1);
            if (i > 0 && i <= middle) CHECK(at(mask, i, middle) >= at(mask, i - 1, middle));
        }
    }
}

TEST_CASE("each elevation and corner is made once and given back") {
    {
        UiFixture fixture;
        const auto screen = [](Ui& ui) {
            ui.shadow({100, 100, 300, 200}, Elevation::low, radius::card);
            ui.shadow({500, 100, 300, 200}, Elevation::low, radius::card);
            ui.shadow({100, 500, 300, 200}, Elevation::high, radius::sheet);
        };
        const int before = fixture.textures.created;
        fixture.frame(screen);
        CHECK(fixture.textures.created == before + 2);
        fixture.frame(screen);
        CHECK(fixture.textures.created == before + 2);
        fixture.layout = make_layout(960, 540);
        fixture.frame(screen);
        CHECK(fixture.textures.created == before + 4);
        CHECK(fixture.textures.destroyed == 2);
    }
}

TEST_CASE("any number of corners needs a bounded number of textures") {
    UiFixture fixture;
    fixture.frame([](Ui& ui) {
        for (int i = 0; i < 100; ++i)
            ui.shadow({100, 100, 600, 600}, Elevation::middle, static_cast<float>(i));
    });
    CHECK(fixture.textures.alive() <= Shadows::k_most + 1);
}

TEST_CASE("a shadow lies around its box, a little lower, whatever the size of the box") {
    UiFixture fixture;
    const Rect boxes[]{
        {300, 300, 600, 400}, {300, 300, 24, 400}, {300, 300, 600, 10}, {300, 300, 8, 8}};
    for (const Rect& box : boxes) {
        const auto& data =
            fixture.frame([&](Ui& ui) { ui.shadow(box, Elevation::high, radius::sheet); });
        float left = 1e9f, top = 1e9f, right = 0, bottom = 0;
        for (const ImDrawVert& v : data.CmdLists[0]->VtxBuffer) {
            left = std::min(left, v.pos.x);
            top = std::min(top, v.pos.y);
            right = std::max(right, v.pos.x);
            bottom = std::max(bottom, v.pos.y);
            CHECK(v.uv.x >= 0);
            CHECK(v.uv.x <= 1);
            CHECK(v.uv.y >= 0);
            CHECK(v.uv.y <= 1);
        }
        const float reach = 72; // three standard deviations of a blur of 48
        CHECK(left == doctest::Approx(box.x - reach));
        CHECK(right == doctest::Approx(box.right() + reach));
        CHECK(top == doctest::Approx(box.y - reach + 16));
        CHECK(bottom == doctest::Approx(box.bottom() + reach + 16));
    }
}
