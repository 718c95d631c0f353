#include "kiosk/staff/hold.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::chrono_literals;
using staff::Hold;

namespace {

constexpr SteadyTime k_start{100s};
constexpr Hold::Panel k_panel{1920, 1080, 4};

} // namespace

TEST_CASE("a finger that rests in the upper right corner for four seconds is the way in, once") {
    Hold hold;
    hold.down(1, 1900, 20, k_panel, k_start);
    CHECK(hold.due() == k_start + 4s);
    CHECK_FALSE(hold.done(k_start + 3999ms));
    hold.move(1, 1905, 30, k_panel); // it rolls
    CHECK(hold.done(k_start + 4s));
    CHECK_FALSE(hold.done(k_start + 5s));
    CHECK_FALSE(hold.due());
}

TEST_CASE("elsewhere, lifted, moved away or with a second finger it is none") {
    const auto rests = [](auto&& disturb, float x, float y) {
        Hold hold;
        hold.down(1, x, y, k_panel, k_start);
        disturb(hold);
        return hold.done(k_start + 10s);
    };
    const auto nothing = [](Hold&) {};
    CHECK(rests(nothing, 1821, 99));
    CHECK_FALSE(rests(nothing, 1819, 50));
    CHECK_FALSE(rests(nothing, 1900, 101));
    CHECK_FALSE(rests(nothing, 10, 10));
    CHECK_FALSE(rests([](Hold& hold) { hold.up(1); }, 1900, 20));
    CHECK_FALSE(rests([](Hold& hold) { hold.move(1, 1870, 20, k_panel); }, 1900, 20));
    CHECK_FALSE(rests([](Hold& hold) { hold.down(2, 300, 300, k_panel, k_start); }, 1900, 20));
}

TEST_CASE("a finger that comes while another is elsewhere is none either") {
    Hold hold;
    hold.down(1, 300, 300, k_panel, k_start);
    hold.down(2, 1900, 20, k_panel, k_start);
    CHECK_FALSE(hold.done(k_start + 10s));
    hold.up(1);
    hold.up(2);
    hold.up(2); // told twice
    hold.down(3, 1900, 20, k_panel, k_start + 20s);
    CHECK(hold.done(k_start + 24s));
}
