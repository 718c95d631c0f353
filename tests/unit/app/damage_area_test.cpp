#include "kiosk/app/damage_area.h"

#include <doctest/doctest.h>

#include <cstddef>

using namespace pufa;
using namespace pufa::app;
using ui::PixelRect;

namespace {

/// How often each pixel of a small screen is covered.
std::vector<int> cover(const std::vector<PixelRect>& rects) {
    std::vector<int> count(40 * 40);
    for (const auto& rect : rects)
        for (int y = rect.y; y < rect.y + rect.h; ++y)
            for (int x = rect.x; x < rect.x + rect.w; ++x)
                ++count[static_cast<size_t>(y * 40 + x)];
    return count;
}

std::vector<int> united(const std::vector<PixelRect>& a, const PixelRect& b) {
    auto count = cover(a);
    const auto other = cover({b});
    for (size_t i = 0; i < count.size(); ++i)
        count[i] = count[i] + other[i] > 0 ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("rectangles stay apart and cover all they covered") {
    const std::vector<PixelRect> before{{0, 0, 10, 10}, {20, 0, 10, 30}, {0, 20, 15, 15}};
    for (const auto& rect :
         {PixelRect{5, 5, 20, 20}, PixelRect{0, 0, 40, 40}, PixelRect{22, 5, 4, 4},
          PixelRect{12, 12, 2, 2}, PixelRect{0, 5, 40, 1}, PixelRect{25, 0, 1, 40}}) {
        auto damage = before;
        add_damage(damage, rect);
        CHECK(cover(damage) == united(before, rect));
    }
}

TEST_CASE("nothing adds nothing") {
    std::vector<PixelRect> damage{{0, 0, 10, 10}};
    add_damage(damage, {5, 5, 0, 10});
    CHECK(damage == std::vector<PixelRect>{{0, 0, 10, 10}});
}
