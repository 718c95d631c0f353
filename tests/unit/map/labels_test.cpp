#include "kiosk/map/labels.h"

#include <doctest/doctest.h>

#include <random>

using namespace pufa;
using map::LabelWish;
using map::place_labels;

namespace {
const ui::Rect k_area{100, 100, 1000, 700};
}

TEST_CASE("a label stands where it wants to if nothing else does") {
    const LabelWish wish{{500, 400}, 90, 40, 0};
    const auto placed = place_labels({&wish, 1}, {}, k_area);
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].rect == ui::Rect{455, 380, 90, 40});
}

TEST_CASE("a label moves aside from a marker, and goes if it may not") {
    const ui::Rect marker{480, 380, 40, 40};
    LabelWish wish{{500, 400}, 90, 40, 100};
    auto placed = place_labels({&wish, 1}, {&marker, 1}, k_area);
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].rect.intersected(marker).empty());
    wish.may_move = 10;
    CHECK(place_labels({&wish, 1}, {&marker, 1}, k_area).empty());
}

TEST_CASE("a label that must stay in its district does not move out of it") {
    const ui::Rect marker{440, 380, 120, 40};
    LabelWish wish{{500, 400}, 90, 40, 200, {450, 370, 100, 60}};
    CHECK(place_labels({&wish, 1}, {&marker, 1}, k_area).empty());
    wish.within = {450, 300, 100, 200};
    const auto placed = place_labels({&wish, 1}, {&marker, 1}, k_area);
    REQUIRE(placed.size() == 1);
    CHECK(wish.within.contains(placed[0].rect.center()));
}

TEST_CASE("the first of two labels for one place gets it") {
    const std::vector<LabelWish> wishes{{{500, 400}, 90, 40, 0}, {{510, 400}, 90, 40, 0}};
    const auto placed = place_labels(wishes, {}, k_area);
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].wish == 0);
}

TEST_CASE("a label that would be cut by the edge is left out") {
    const LabelWish wish{{110, 400}, 90, 40, 0};
    CHECK(place_labels({&wish, 1}, {}, k_area).empty());
    CHECK(place_labels({&wish, 1}, {}, {}).empty());
}

TEST_CASE("among many labels and markers none overlaps another") {
    std::mt19937 random{7};
    std::uniform_real_distribution<float> x{0, 1200}, y{0, 900}, size{20, 160};
    for (int round = 0; round < 20; ++round) {
        std::vector<LabelWish> wishes;
        std::vector<ui::Rect> taken;
        for (int i = 0; i < 80; ++i) {
            wishes.push_back({{x(random), y(random)}, size(random), 40, 80});
            taken.push_back({x(random), y(random), 60, 60});
        }
        const auto placed = place_labels(wishes, taken, k_area);
        CHECK(placed.size() > 10);
        for (size_t i = 0; i < placed.size(); ++i) {
            const auto& rect = placed[i].rect;
            CHECK((rect.x >= k_area.x && rect.right() <= k_area.right()));
            CHECK((rect.y >= k_area.y && rect.bottom() <= k_area.bottom()));
            for (const auto& other : taken)
                CHECK(placed[i].rect.intersected(other).empty());
            for (size_t other = 0; other < i; ++other)
                CHECK(placed[i].rect.intersected(placed[other].rect).empty());
        }
    }
}
