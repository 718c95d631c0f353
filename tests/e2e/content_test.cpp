// What the demo pack promises, by real clicks on a real display.

#include "tests/e2e/live_kiosk.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::test;

namespace {

/// One value from today's events of an item of the demo pack.
std::string of_events(const LiveKiosk& kiosk, const std::string& what, const std::string& item) {
    return kiosk.tallied("SELECT " + what + " FROM event WHERE item = 'demo/pufa-starter/" + item +
                         "'");
}

} // namespace

TEST_CASE("a stranger reaches a question on divorce from the attract page in three touches") {
    const InstalledState state;
    const LiveKiosk kiosk{state.path()}; // the first touch wakes
    kiosk.go("home.door.quizzes", "shelf.quiz.");
    kiosk.go("shelf.quiz.demo/pufa-starter/divorce", "quiz.option.");
    CHECK(
        eventually([&] { return of_events(kiosk, "group_concat(counter)", "divorce") == "1\n"; }));
}

TEST_CASE("a guide counts as read when it has been open for 15 seconds") {
    const InstalledState state;
    const LiveKiosk kiosk{state.path()};
    kiosk.go("home.door.articles", "shelf.article.");
    kiosk.tap("shelf.article.demo/pufa-starter/mediation-steps");
    CHECK(eventually(
        [&] {
            return of_events(kiosk, "group_concat(counter), max(at_ms) - min(at_ms) >= 15000",
                             "mediation-steps") == "1,2,13|1\n";
        },
        std::chrono::seconds{90}));
}

TEST_CASE("from home a leaking ceiling leads to a place that can help, its card and its codes") {
    const InstalledState state{demo_folder() / "places.pufa"};
    const LiveKiosk kiosk{state.path()};
    kiosk.go("home.door.places", "finder.demo/places/leak");
    kiosk.go("finder.demo/places/leak", "places.details"); // the second touch
    CHECK(kiosk.sees("map.plus"));
    kiosk.go("places.details", "places.card.take"); // the third
    // Both sheets close by a button of the same name: the second is there when the first is gone.
    kiosk.tap("places.card.take");
    REQUIRE(eventually([&] { return !kiosk.sees("places.card.take"); }));
    kiosk.go("places.sheet.close", "map.plus");
    const auto before = kiosk.look();
    kiosk.tap("map.plus");
    CHECK(eventually([&] { return kiosk.look() != before; }));
    CHECK(eventually([&] {
        return kiosk.tallied("SELECT group_concat(counter) FROM event WHERE item = "
                             "'demo/places/leak' OR counter = 7") == "7,10,1\n";
    }));
}
