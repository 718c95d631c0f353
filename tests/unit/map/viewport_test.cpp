#include "kiosk/map/viewport.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace pufa;
using map::MercatorBox;
using map::Viewport;

namespace {

const MercatorBox k_bounds{{0.81, 0.43}, {0.814, 0.434}};
const ui::Rect k_frame{100, 50, 1000, 800};

double apart(ui::Point a, ui::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

} // namespace

TEST_CASE("a point of the map goes to the canvas and back") {
    const Viewport view{k_frame, {0.812, 0.432}, 2e5};
    CHECK(view.to_canvas({0.812, 0.432}) == k_frame.center());
    const auto back = view.to_map(view.to_canvas({0.8125, 0.4311}));
    CHECK(back.x == doctest::Approx(0.8125).epsilon(1e-9));
    CHECK(back.y == doctest::Approx(0.4311).epsilon(1e-9));
}

TEST_CASE("what is under the finger stays under it") {
    const Viewport view{k_frame, {0.812, 0.432}, 2e5};
    const auto held = view.to_map({300, 200});
    CHECK(apart(view.moved({40, -25}).to_canvas(held), {340, 175}) < 0.01);
    for (const double factor : {0.5, 1.3, 4.0})
        CHECK(apart(view.zoomed(factor, {300, 200}).to_canvas(held), {300, 200}) < 0.01);
}

TEST_CASE("a fitted box lies whole in the frame and fills most of it") {
    const auto limits = map::limits_of(k_bounds, k_frame);
    const MercatorBox district{{0.8111, 0.4315}, {0.8121, 0.432}};
    const auto view = map::fitted(district, k_frame, limits);
    const auto least = view.to_canvas(district.least);
    const auto most = view.to_canvas(district.most);
    CHECK(least.x >= k_frame.x);
    CHECK(most.x <= k_frame.right());
    CHECK(least.y >= k_frame.y);
    CHECK(most.y <= k_frame.bottom());
    CHECK(most.x - least.x > k_frame.w * 0.8f);
}

TEST_CASE("the view never leaves the map nor goes nearer than its limit") {
    const auto limits = map::limits_of(k_bounds, k_frame);
    const auto far = map::clamped({k_frame, {0, 0}, 1}, limits);
    CHECK(far.scale == limits.least_scale);
    CHECK(far.center.x == doctest::Approx(k_bounds.center().x));
    const auto near = map::clamped({k_frame, {1, 1}, 1e12}, limits);
    CHECK(near.scale == limits.most_scale);
    const auto corner = near.to_canvas(k_bounds.most);
    CHECK(k_frame.contains(corner));
    CHECK(map::metres_per_unit(k_bounds.center()) / near.scale == doctest::Approx(4));
}

TEST_CASE("a single point can be fitted") {
    const auto limits = map::limits_of(k_bounds, k_frame);
    const auto view = map::fitted({{0.812, 0.432}, {0.812, 0.432}}, k_frame, limits);
    CHECK(view.scale == limits.most_scale);
}

TEST_CASE("a flight begins where it was, ends where it goes and holds its course") {
    const auto limits = map::limits_of(k_bounds, k_frame);
    const auto from = map::fitted(k_bounds, k_frame, limits);
    const auto to = map::fitted({{0.8111, 0.4315}, {0.8121, 0.432}}, k_frame, limits);
    CHECK(map::between(from, to, 1) == to);
    CHECK(map::between(from, to, 0).scale == doctest::Approx(from.scale));
    CHECK(map::between(from, to, 0).center.x == doctest::Approx(from.center.x));
    // One point of the map stands still on screen while it zooms: so the course is straight.
    const double factor = to.scale / from.scale;
    const map::MercatorPoint still{(to.center.x * factor - from.center.x) / (factor - 1),
                                   (to.center.y * factor - from.center.y) / (factor - 1)};
    const auto begins = from.to_canvas(still);
    for (const double share : {0.2, 0.5, 0.8})
        CHECK(apart(map::between(from, to, share).to_canvas(still), begins) < 0.5);
}

TEST_CASE("a flight without zoom goes straight too") {
    const Viewport from{k_frame, {0.811, 0.431}, 2e5};
    const Viewport to{k_frame, {0.813, 0.433}, 2e5};
    CHECK(map::between(from, to, 0.5).center.x == doctest::Approx(0.812));
}
