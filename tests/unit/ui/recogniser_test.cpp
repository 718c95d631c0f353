#include "kiosk/ui/touch.h"

#include <doctest/doctest.h>

#include <chrono>
#include <sstream>

using namespace pufa;
using namespace pufa::ui;
using Kind = PointerInput::Kind;

namespace {

constexpr float k_tap_move = 11;
constexpr float k_slop = 20;

/// One input of a gesture that is played in fake time.
struct Step {
    int at_ms;
    Kind kind;
    Point at;
    int64_t finger = 1;
};

std::string number(float value) {
    std::ostringstream out;
    out << static_cast<long>(value < 0 ? value - 0.5f : value + 0.5f);
    return out.str();
}
std::string say(const Gesture& gesture) {
    struct Say {
        std::string operator()(const Pressed& g) const { return "press " + g.id; }
        std::string operator()(const Unpressed&) const { return "unpress"; }
        std::string operator()(const Tap& g) const { return "tap " + g.id; }
        std::string operator()(const Slide& g) const {
            return "slide " + g.id + " " + number(g.fraction * 100) + (g.done ? " done" : "");
        }
        std::string operator()(const Scroll& g) const {
            return "scroll " + g.id + " " + number(g.by.x) + "," + number(g.by.y);
        }
        std::string operator()(const Fling& g) const {
            return "fling " + g.id + " " + number(g.velocity.x) + "," + number(g.velocity.y);
        }
        std::string operator()(const Pinch& g) const {
            return "pinch " + g.id + " " + number(g.factor * 100) + " at " + number(g.center.x) +
                   "," + number(g.center.y);
        }
    };
    return std::visit(Say{}, gesture);
}

/// A page that scrolls down, with a shelf that scrolls sideways in it, a bar and some buttons.
TargetRecord page() {
    TargetRecord record;
    const auto tap = Target::Kind::tap;
    record.add({"page", {0, 0, 1000, 1000}, 0, true, Target::Kind::scroll_y});
    record.add({"shelf", {0, 500, 1000, 200}, 0, true, Target::Kind::scroll_x});
    record.add({"card", {100, 500, 200, 200}, 0, true, tap});
    record.add({"go", {100, 100, 200, 80}, 0, true, tap});
    record.add({"off", {400, 100, 200, 80}, 0, false, tap});
    record.add({"dock", {100, 1100, 200, 80}, 0, true, tap});
    record.add({"bar", {100, 1250, 800, 40}, 0, true, Target::Kind::slider});
    return record;
}

std::vector<std::string> play(Recogniser& recogniser, const TargetRecord& seen,
                              const std::vector<Step>& steps) {
    std::vector<std::string> said;
    for (const Step& step : steps) {
        const PointerInput input{step.kind, step.finger, step.at,
                                 SteadyTime{std::chrono::milliseconds{step.at_ms}}};
        for (const Gesture& gesture : recogniser.feed(input, seen))
            said.push_back(say(gesture));
    }
    return said;
}
std::vector<std::string> play(const std::vector<Step>& steps, const TargetRecord& seen = page()) {
    Recogniser recogniser{{k_tap_move, k_slop}};
    return play(recogniser, seen, steps);
}

using Said = std::vector<std::string>;

} // namespace

TEST_CASE("a finger that goes down and up taps") {
    CHECK(play({{0, Kind::down, {150, 1120}}, {80, Kind::up, {152, 1121}}}) ==
          Said{"press dock", "unpress", "tap dock"});
}

TEST_CASE("a tap within a scroll area holds it meanwhile") {
    CHECK(play({{0, Kind::down, {150, 120}}, {80, Kind::up, {150, 120}}}) ==
          Said{"press go", "scroll page 0,0", "fling page 0,0", "unpress", "tap go"});
}

TEST_CASE("a finger may tremble and still taps, up to the limit") {
    CHECK(play({{0, Kind::down, {150, 1120}},
                {20, Kind::move, {155, 1124}},
                {40, Kind::move, {160, 1120}},
                {60, Kind::up, {150, 1121}}})
              .back() == "tap dock");
    CHECK(play({{0, Kind::down, {150, 1120}},
                {20, Kind::move, {162, 1120}},
                {40, Kind::move, {150, 1120}},
                {60, Kind::up, {150, 1120}}}) == Said{"press dock", "unpress"});
}

TEST_CASE("a jump that is only told with the lift is no tap") {
    CHECK(play({{0, Kind::down, {150, 1120}}, {60, Kind::up, {250, 1120}}}) ==
          Said{"press dock", "unpress"});
}

TEST_CASE("a near miss presses and taps the nearest target") {
    CHECK(play({{0, Kind::down, {150, 1085}}, {80, Kind::up, {150, 1085}}}) ==
          Said{"press dock", "unpress", "tap dock"});
    CHECK(play({{0, Kind::down, {150, 1075}}, {80, Kind::up, {150, 1075}}}) == Said{});
}

TEST_CASE("a disabled target is neither pressed nor tapped") {
    CHECK(play({{0, Kind::down, {450, 120}}, {80, Kind::up, {450, 120}}}) ==
          Said{"scroll page 0,0", "fling page 0,0"});
}

TEST_CASE("nothing beneath a blocking layer is pressed or scrolled") {
    TargetRecord seen = page();
    seen.block_below(1);
    CHECK(play({{0, Kind::down, {150, 120}}, {40, Kind::move, {150, 60}}, {80, Kind::up, {150, 0}}},
               seen) == Said{});
}

TEST_CASE("a target that is gone when the finger lifts is not tapped") {
    Recogniser recogniser{{k_tap_move, k_slop}};
    CHECK(play(recogniser, page(), {{0, Kind::down, {150, 1120}}}) == Said{"press dock"});
    TargetRecord other;
    other.add({"else", {0, 1000, 1000, 400}, 0, true, Target::Kind::tap});
    CHECK(play(recogniser, other, {{80, Kind::up, {150, 1120}}}) == Said{"unpress"});
}

TEST_CASE("a drag scrolls the area along its axis, without a jump, and presses nothing any more") {
    CHECK(play({{0, Kind::down, {150, 120}},
                {16, Kind::move, {150, 112}},
                {32, Kind::move, {151, 100}},
                {48, Kind::move, {155, 70}},
                {400, Kind::up, {155, 70}}}) ==
          Said{"press go", "scroll page 0,0", "unpress", "scroll page 0,-30", "fling page 0,0"});
}

TEST_CASE("the way of the drag decides between a shelf and the page that holds it") {
    CHECK(play({{0, Kind::down, {700, 600}},
                {16, Kind::move, {680, 602}},
                {32, Kind::move, {640, 604}},
                {400, Kind::up, {640, 604}}}) ==
          Said{"scroll shelf 0,0", "scroll shelf -40,0", "fling shelf 0,0"});
    CHECK(play({{0, Kind::down, {700, 600}},
                {16, Kind::move, {702, 620}},
                {32, Kind::move, {704, 660}},
                {400, Kind::up, {704, 660}}}) == Said{"scroll shelf 0,0", "fling shelf 0,0",
                                                      "scroll page 0,0", "scroll page 0,40",
                                                      "fling page 0,0"});
}

TEST_CASE("a lift in motion flings with the speed of the last tenth of a second") {
    std::vector<Step> steps{{0, Kind::down, {700, 300}}};
    // Slow for 300 ms, then a thousand units a second.
    for (int t = 20; t <= 300; t += 20)
        steps.push_back({t, Kind::move, {700, 300 - static_cast<float>(t) / 10}});
    for (int t = 320; t <= 500; t += 20)
        steps.push_back({t, Kind::move, {700, 270 - static_cast<float>(t - 300)}});
    steps.push_back({500, Kind::up, {700, 70}});
    CHECK(play(steps).back() == "fling page 0,-1000");
}

TEST_CASE("a finger that rests before it lifts does not fling") {
    const auto said = play({{0, Kind::down, {700, 300}},
                            {20, Kind::move, {700, 250}},
                            {40, Kind::move, {700, 200}},
                            {200, Kind::up, {700, 200}}});
    CHECK(said.back() == "fling page 0,0");
}

TEST_CASE("a slider follows from the first touch, stays within its ends and ends once") {
    CHECK(play({{0, Kind::down, {300, 1270}},
                {20, Kind::move, {301, 1270}},
                {40, Kind::move, {500, 1500}},
                {60, Kind::move, {2000, 1270}},
                {80, Kind::up, {2000, 1270}}}) == Said{"press bar", "slide bar 25", "slide bar 25",
                                                       "slide bar 50", "slide bar 100", "unpress",
                                                       "slide bar 100 done"});
}

TEST_CASE("a second finger is ignored until the first lifts") {
    CHECK(play({{0, Kind::down, {150, 1120}, 1},
                {10, Kind::down, {300, 1270}, 2},
                {20, Kind::move, {400, 1270}, 2},
                {30, Kind::up, {400, 1270}, 2},
                {60, Kind::up, {150, 1120}, 1},
                {80, Kind::down, {150, 1120}, 2},
                {90, Kind::up, {150, 1120}, 2}}) ==
          Said{"press dock", "unpress", "tap dock", "press dock", "unpress", "tap dock"});
}

TEST_CASE("a palm and twelve fingers at once are one touch") {
    std::vector<Step> steps{{0, Kind::down, {150, 1120}, 1}};
    for (int finger = 2; finger <= 12; ++finger)
        steps.push_back({finger, Kind::down, {150, 120}, finger});
    for (int finger = 12; finger >= 2; --finger)
        steps.push_back({40, Kind::move, {300, 400}, finger});
    steps.push_back({60, Kind::up, {150, 1120}, 1});
    for (int finger = 2; finger <= 12; ++finger)
        steps.push_back({70, Kind::up, {300, 400}, finger});
    CHECK(play(steps) == Said{"press dock", "unpress", "tap dock"});
}

TEST_CASE("a swipe in from an edge of the screen taps and opens nothing") {
    CHECK(play({{0, Kind::down, {0, 1120}},
                {20, Kind::move, {150, 1120}},
                {60, Kind::up, {400, 1120}}}) == Said{});
    CHECK(play({{0, Kind::down, {150, 1399}},
                {20, Kind::move, {150, 1200}},
                {60, Kind::up, {150, 1120}}}) == Said{});
}

namespace {

TargetRecord map_page() {
    TargetRecord record;
    record.add({"map", {0, 0, 1000, 1000}, 0, true, Target::Kind::pan});
    record.add({"pin", {100, 100, 80, 80}, 0, true, Target::Kind::tap});
    record.add({"dock", {100, 1100, 200, 80}, 0, true, Target::Kind::tap});
    return record;
}

} // namespace

TEST_CASE("one finger drags a map both ways at once and flings it") {
    CHECK(play({{0, Kind::down, {500, 500}},
                {20, Kind::move, {520, 530}},
                {40, Kind::move, {540, 560}},
                {60, Kind::up, {560, 590}}},
               map_page()) ==
          Said{"scroll map 0,0", "scroll map 20,30", "scroll map 20,30", "fling map 1000,1500"});
}

TEST_CASE("two fingers pinch a map around their middle, and no pin is tapped") {
    CHECK(play({{0, Kind::down, {140, 140}, 1},
                {10, Kind::down, {340, 140}, 2},
                {20, Kind::move, {540, 140}, 2},
                {40, Kind::up, {540, 140}, 2},
                {60, Kind::up, {140, 140}, 1}},
               map_page()) == Said{"press pin", "scroll map 0,0", "unpress", "scroll map 100,0",
                                   "pinch map 200 at 340,140", "fling map 0,0"});
}

TEST_CASE("whichever finger of a pinch stays scrolls on; a third one is not heard") {
    CHECK(play({{0, Kind::down, {400, 400}, 1},
                {10, Kind::down, {600, 400}, 2},
                {15, Kind::down, {800, 800}, 3},
                {20, Kind::up, {400, 400}, 1},
                {25, Kind::move, {0, 0}, 3},
                {30, Kind::move, {600, 420}, 2},
                {40, Kind::up, {600, 420}, 2}},
               map_page()) == Said{"scroll map 0,0", "scroll map 0,20", "fling map 0,0"});
}

TEST_CASE("a second finger beside the map leaves the first one's drag alone") {
    CHECK(play({{0, Kind::down, {400, 400}, 1},
                {10, Kind::down, {150, 1120}, 2},
                {20, Kind::move, {400, 440}, 1},
                {30, Kind::move, {400, 450}, 1},
                {230, Kind::up, {400, 450}, 1}},
               map_page()) == Said{"scroll map 0,0", "scroll map 0,10", "fling map 0,0"});
}

TEST_CASE("fingers that nearly touch do not zoom without bounds") {
    const auto said = play({{0, Kind::down, {500, 500}, 1},
                            {10, Kind::down, {501, 500}, 2},
                            {20, Kind::move, {502, 500}, 2},
                            {30, Kind::move, {540, 500}, 2}},
                           map_page());
    CHECK(said.back() == "pinch map 200 at 520,500");
}

TEST_CASE("a cancel takes everything back") {
    CHECK(
        play({{0, Kind::down, {150, 1120}}, {10, Kind::cancel, {}}, {20, Kind::up, {150, 1120}}}) ==
        Said{"press dock", "unpress"});
    CHECK(play({{0, Kind::down, {300, 1270}}, {10, Kind::cancel, {}}}) ==
          Said{"press bar", "slide bar 25", "unpress"});
    CHECK(
        play({{0, Kind::down, {700, 300}}, {20, Kind::move, {700, 250}}, {30, Kind::cancel, {}}}) ==
        Said{"scroll page 0,0", "fling page 0,0"});
}

TEST_CASE("a lost lift is made up for when the finger comes again") {
    CHECK(play({{0, Kind::down, {150, 1120}},
                {900, Kind::down, {150, 120}},
                {950, Kind::up, {150, 120}}}) == Said{"press dock", "unpress", "press go",
                                                      "scroll page 0,0", "fling page 0,0",
                                                      "unpress", "tap go"});
}

TEST_CASE("after a reset the finger that is still down means nothing") {
    Recogniser recogniser{{k_tap_move, k_slop}};
    CHECK(play(recogniser, page(), {{0, Kind::down, {150, 1120}}}) == Said{"press dock"});
    recogniser.reset();
    CHECK(play(recogniser, page(), {{20, Kind::move, {150, 900}}, {80, Kind::up, {150, 900}}}) ==
          Said{});
}

TEST_CASE("inputs of a finger that never went down are ignored") {
    CHECK(play({{0, Kind::move, {150, 1120}}, {1, Kind::up, {150, 1120}}, {2, Kind::cancel, {}}}) ==
          Said{});
}
