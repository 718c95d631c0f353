// Visits with a real mouse on a real display while something about the machine is wrong: a decoder
// that dies, no loudspeaker, a disk that takes nothing.

#include "tests/e2e/live_kiosk.h"
#include "tests/support/mounts.h"

#include <doctest/doctest.h>
#include <signal.h>

#include <algorithm>

using namespace pufa;
using namespace pufa::test;

namespace {

/// Room for the demo pack and the reserve that an installation leaves free.
constexpr uint64_t k_disk_bytes = 768ull << 20;

std::vector<pid_t> decoders_of(pid_t kiosk) {
    const auto id = std::to_string(kiosk);
    std::ifstream children{"/proc/" + id + "/task/" + id + "/children"};
    std::vector<pid_t> found;
    for (pid_t child = 0; children >> child;) {
        std::string name;
        std::getline(std::ifstream{"/proc/" + std::to_string(child) + "/comm"}, name);
        if (name == "pufa-decoder") found.push_back(child);
    }
    return found;
}

void install_demo_in(const std::filesystem::path& state) {
    const auto ran =
        sh(program("pufa-admin") + " install " + quoted(demo_pack()) + admin_in(state));
    INFO(ran.output);
    REQUIRE(ran.exit_code == 0);
}

/// The visit that every fault must leave possible.
void visit(const LiveKiosk& kiosk) {
    kiosk.go("home.card.", "watch.home");
    CHECK(kiosk.film_moves());
    if (!kiosk.sees("watch.home")) kiosk.go("watch.show", "watch.home");
    kiosk.go("watch.home", "home.door.help");
}

int ask_to_end(LiveKiosk& kiosk) {
    REQUIRE(kiosk.runs());
    ::kill(kiosk.process().pid(), SIGTERM);
    return kiosk.process().wait();
}

} // namespace

TEST_CASE("kill -9 of the decoders ends one film: the item is unavailable and the next one plays") {
    const InstalledState state;
    LiveKiosk kiosk{state.path()};
    kiosk.go("home.card.", "watch.home");
    CHECK(kiosk.film_moves());
    const auto killed = decoders_of(kiosk.process().pid());
    REQUIRE(!killed.empty());
    for (const pid_t decoder : killed)
        REQUIRE(::kill(decoder, SIGKILL) == 0);
    // While it plays there is a button of that name as well.
    REQUIRE(eventually([&] { return !kiosk.plays() && kiosk.sees("watch.next"); }));
    CHECK_FALSE(kiosk.sees("watch.again")); // as it would after the film's end
    kiosk.tap("watch.next");
    REQUIRE(eventually([&] { return kiosk.plays(); }));
    CHECK(kiosk.film_moves());
    for (const pid_t decoder : decoders_of(kiosk.process().pid()))
        CHECK(std::count(killed.begin(), killed.end(), decoder) == 0);
    CHECK(eventually([&] {
        return kiosk.tallied("SELECT count(DISTINCT item) FROM event WHERE counter = 1") == "2\n";
    }));
    CHECK(ask_to_end(kiosk) == 0);
}

TEST_CASE("a film comes onto the screen, with GL and past the page without it") {
    for (const auto* presenter : {"gl", "soft"}) {
        CAPTURE(std::string{presenter});
        const InstalledState state;
        LiveKiosk kiosk{state.path(), "", "attract.wake", std::string{"--presenter "} + presenter};
        kiosk.go("home.card.", "watch.home");
        CHECK(kiosk.film_moves());
        CHECK(kiosk.film_is_seen());
        // With its controls, of which some lie over it, it goes through the page.
        if (!kiosk.sees("watch.home")) kiosk.go("watch.show", "watch.home");
        CHECK(kiosk.film_is_seen());
        kiosk.go("watch.home", "home.door.");
        CHECK(ask_to_end(kiosk) == 0);
    }
}

TEST_CASE("without a loudspeaker a film plays silently and the log says why") {
    const InstalledState state;
    LiveKiosk kiosk{state.path(), "SDL_AUDIODRIVER=alsa"};
    CHECK(kiosk.logs("NO_SOUND"));
    visit(kiosk);
    CHECK(ask_to_end(kiosk) == 0);
}

TEST_CASE("on a read-only disk the visit goes on and the log says that nothing is counted") {
    support::SmallDisk disk{k_disk_bytes};
    const auto state = disk.path() / "state";
    install_demo_in(state);
    disk.make_read_only();
    LiveKiosk kiosk{state};
    CHECK(kiosk.logs("READ_ONLY"));
    visit(kiosk);
    CHECK(ask_to_end(kiosk) == 0);
    CHECK(sh(program("pufa-admin") + " list" + admin_in(state)).exit_code == 0);
}

TEST_CASE("on a full disk the visit goes on, and is counted as soon as there is room again") {
    support::SmallDisk disk{k_disk_bytes};
    const auto state = disk.path() / "state";
    install_demo_in(state);
    disk.take(disk.free());
    LiveKiosk kiosk{state};
    CHECK(kiosk.logs("NO_SPACE"));
    visit(kiosk);
    CHECK(kiosk.tallied("SELECT count(*) FROM event WHERE counter = 1") != "1\n");
    disk.give_back();
    CHECK(eventually(
        [&] { return kiosk.tallied("SELECT sum(count) FROM roll_up WHERE counter = 1") == "1\n"; },
        std::chrono::seconds{90}));
    CHECK(ask_to_end(kiosk) == 0);
}

TEST_CASE("by real clicks a visitor reads in English, large and low, and is counted in English") {
    const InstalledState state;
    LiveKiosk kiosk{state.path(), "", "attract.language.en"};
    const auto before = kiosk.look();
    kiosk.tap("dock.text");
    REQUIRE(eventually([&] { return kiosk.look() != before; }));
    const auto large = kiosk.look();
    kiosk.tap("dock.reach");
    REQUIRE(eventually([&] { return kiosk.look() != large; }));
    kiosk.go("dock.language", "language.contrast");
    kiosk.tap("language.contrast");
    kiosk.go("language.close", "home.door.");
    kiosk.go("home.door.videos", "shelf.video.");
    kiosk.go("shelf.video.", "watch.home");
    CHECK(kiosk.film_moves());
    CHECK(eventually([&] {
        return kiosk.tallied("SELECT DISTINCT language FROM event WHERE counter = 1") == "en\n";
    }));
    CHECK(ask_to_end(kiosk) == 0);
}
