#include "kiosk/raster/coverage.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <random>

using namespace pufa::raster;
using pufa::ui::PixelRect;

namespace {

constexpr PixelRect k_screen{0, 0, 64, 48};
using Count = std::map<std::pair<int, int>, int>;

void count(const Coverage& coverage, Count& pixels) {
    for (int y = coverage.top(); y < coverage.bottom(); ++y)
        for (int x = coverage.row(y).first; x < coverage.row(y).end; ++x)
            ++pixels[{x, y}];
}

Count covered(std::initializer_list<std::pair<float, float>> corners,
              const PixelRect& clip = k_screen) {
    std::vector<Corner> fixed;
    for (const auto& [x, y] : corners)
        fixed.push_back(corner_at(x, y));
    Coverage coverage;
    coverage.find(fixed, clip);
    Count pixels;
    count(coverage, pixels);
    return pixels;
}

} // namespace

TEST_CASE("a box on whole pixels covers them and no other") {
    const auto pixels = covered({{10, 20}, {13, 20}, {13, 22}, {10, 22}});
    CHECK(pixels.size() == 6);
    CHECK(pixels.count({10, 20}) == 1);
    CHECK(pixels.count({12, 21}) == 1);
}

TEST_CASE("an edge just through the middle of pixels covers those right of it and below") {
    const auto pixels = covered({{10.5f, 20.5f}, {12.5f, 20.5f}, {12.5f, 22.5f}, {10.5f, 22.5f}});
    CHECK(pixels == Count{{{10, 20}, 1}, {{11, 20}, 1}, {{10, 21}, 1}, {{11, 21}, 1}});
}

TEST_CASE("the quick way of a rectangle covers the same") {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> place(-2000, 18000);
    for (int i = 0; i < 500; ++i) {
        Corner a{place(random), place(random)};
        Corner c{place(random), place(random)};
        if (a.x > c.x) std::swap(a.x, c.x);
        if (a.y > c.y) std::swap(a.y, c.y);
        Coverage coverage;
        Count slow;
        Count quick;
        coverage.find(std::array{a, Corner{c.x, a.y}, c, Corner{a.x, c.y}}, k_screen);
        count(coverage, slow);
        coverage.find_rectangle(a, c, k_screen);
        count(coverage, quick);
        REQUIRE(slow == quick);
    }
}

TEST_CASE("triangles that share edges cover each pixel of their whole once") {
    std::mt19937 random(3);
    std::uniform_int_distribution<int> place(0, 48 * 256);
    for (int i = 0; i < 200; ++i) {
        // A square of four triangles around some point in it.
        const std::array corners{Corner{0, 0}, Corner{48 * 256, 0}, Corner{48 * 256, 48 * 256},
                                 Corner{0, 48 * 256}};
        const Corner hub{place(random), place(random)};
        Count pixels;
        for (size_t k = 0; k < 4; ++k) {
            Coverage coverage;
            const std::array triangle{hub, corners[k], corners[(k + 1) % 4]};
            coverage.find(triangle, k_screen);
            count(coverage, pixels);
        }
        REQUIRE(pixels.size() == 48 * 48);
        for (const auto& [pixel, times] : pixels)
            REQUIRE(times == 1);
    }
}

TEST_CASE("the direction of the corners does not matter") {
    const auto one = covered({{3.2f, 4.1f}, {40.7f, 9.9f}, {20.3f, 41.6f}});
    const auto other = covered({{20.3f, 41.6f}, {40.7f, 9.9f}, {3.2f, 4.1f}});
    CHECK(one == other);
    CHECK(one.size() > 500);
}

TEST_CASE("a pixel is covered where its middle lies inside") {
    std::mt19937 random(11);
    std::uniform_real_distribution<float> place(-20, 80);
    for (int i = 0; i < 200; ++i) {
        const std::array<std::pair<float, float>, 3> at{{{place(random), place(random)},
                                                         {place(random), place(random)},
                                                         {place(random), place(random)}}};
        const auto pixels = covered({at[0], at[1], at[2]});
        const auto side = [&](size_t a, size_t b, double x, double y) {
            return (at[b].first - at[a].first) * (y - at[a].second) -
                   (at[b].second - at[a].second) * (x - at[a].first);
        };
        for (int y = 0; y < k_screen.h; ++y)
            for (int x = 0; x < k_screen.w; ++x) {
                const double px = x + 0.5;
                const double py = y + 0.5;
                const double s = side(0, 1, px, py);
                const double t = side(1, 2, px, py);
                const double u = side(2, 0, px, py);
                if (std::min({std::abs(s), std::abs(t), std::abs(u)}) < 2) continue; // rounding
                const bool inside = (s > 0 && t > 0 && u > 0) || (s < 0 && t < 0 && u < 0);
                REQUIRE(pixels.count({x, y}) == (inside ? 1 : 0));
            }
    }
}

TEST_CASE("a part covers what the whole covers there") {
    const auto whole = covered({{-30, -20}, {90, 5}, {30, 70}});
    const auto part = covered({{-30, -20}, {90, 5}, {30, 70}}, {20, 10, 7, 9});
    for (const auto& [pixel, times] : part) {
        CHECK(whole.count(pixel) == 1);
        CHECK(PixelRect{20, 10, 7, 9}.holds({pixel.first, pixel.second, 1, 1}));
    }
    CHECK(part.size() == 63);
}

TEST_CASE("corners that are no numbers, or out of all bounds, stay within the clip") {
    constexpr float k_nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float k_infinite = std::numeric_limits<float>::infinity();
    CHECK(covered({{k_nan, 1}, {2, k_nan}, {k_nan, k_nan}}).size() <= 64 * 48);
    CHECK(
        covered({{-k_infinite, -k_infinite}, {k_infinite, -k_infinite}, {0, k_infinite}}).size() ==
        64 * 48);
    CHECK(covered({{1e30f, 1e30f}, {-1e30f, 1e30f}, {0, -1e30f}}).size() == 64 * 48);
    CHECK(covered({{1, 1}, {5, 5}}).empty());
    CHECK(covered({{1, 1}, {5, 5}, {9, 9}}).empty());
}
