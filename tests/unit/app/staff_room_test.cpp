#include "kiosk/app/staff_room.h"

#include "content/base/log.h"
#include "content/catalog/built.h"
#include "content/checkup/hands.h"
#include "content/pin/pin.h"
#include "content/tally/day_file.h"
#include "tests/support/offscreen_kiosk.h"
#include "tests/support/scripted_sticks.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

using namespace pufa;
using namespace std::chrono_literals;
using test::Machine;
using Pointer = ui::PointerInput::Kind;

namespace {

/// Says what the test tells it to, and remembers what was asked.
struct ScriptedClock final : system_clock::Setter {
    std::vector<WallTime> asked;
    std::optional<system_clock::Answer> answer;
    void set(WallTime to) override { asked.push_back(to); }
    std::optional<system_clock::Answer> poll() override {
        return std::exchange(answer, std::nullopt);
    }
    [[nodiscard]] bool busy() const override { return !asked.empty(); }
};

/// Midnight of a day that neither the machine's clock nor the build of this program has come to.
WallTime later_floor() {
    const auto today = base::start_of({2026, 11, 23});
    return std::max(catalog::built(), today) + std::chrono::hours{24 * 30};
}

/// A machine whose staff have set a PIN, with sticks and a pufa-admin that the test writes.
struct StaffedMachine : Machine {
    support::ScriptedSticks* sticks = nullptr;
    ScriptedClock* clock = nullptr;

    /// `floor`: no true clock is before it.
    explicit StaffedMachine(bool with_pin = true, WallTime floor = {}) {
        auto snapshot = test::sample_snapshot();
        snapshot->clock_floor = floor;
        stored = snapshot;
        const auto config = folder.path() / "config";
        if (with_pin) REQUIRE(pin::save_hash(config, *pin::hash("280614")));
        const auto admin = folder.path() / "admin";
        // What it says of the packs is a file of the test.
        std::ofstream{admin} << "#!/bin/sh\n"
                                "echo \"$@\" >> " +
                                    (folder.path() / "runs").string() + "\ncat " +
                                    (folder.path() / "report.").string() +
                                    "$1 >&3 2>/dev/null || echo '{\"report\": {}}' >&3\n";
        ::chmod(admin.c_str(), 0755);
        auto watched = std::make_unique<support::ScriptedSticks>();
        sticks = watched.get();
        staff.emplace();
        staff->config_folder = config;
        staff->settings_file = folder.path() / "settings.json";
        staff->admin = admin;
        staff->sticks = std::move(watched);
        auto setter = std::make_unique<ScriptedClock>();
        clock = setter.get();
        staff->clock = std::move(setter);
        staff->clock_file = folder.path() / "clock.json";
        staff->hands_file = folder.path() / "check.json";
        start();
    }
    void hold(base::Micros span) {
        finger(Pointer::down, {k_width - 4, 4});
        skipped += span;
        turns(2);
    }
    /// Wherever on the desk's page it lies.
    void choose(const char* id) {
        for (int i = 0; i < 20 && !sees(id); ++i) {
            REQUIRE(sees("staff.more"));
            tap("staff.more");
            skipped += 1s;
            turns(3);
        }
        tap(id);
    }
    void lift() { finger(Pointer::up, {k_width - 4, 4}); }
    void enter_pin(const char* digits) {
        REQUIRE(come_to([&] { return sees("pin.1"); }));
        for (const char* digit = digits; *digit; ++digit)
            tap(("pin." + std::string{*digit}).c_str());
        tap("pin.enter");
    }
    void enter() {
        hold(4s);
        lift();
        enter_pin("280614");
        REQUIRE(come_to([&] { return sees("staff.leave"); }));
    }
    [[nodiscard]] std::vector<tally::RollUpRow> counted(base::Date day = {2026, 11, 23}) {
        REQUIRE(kiosk->tally().flush().ok());
        const auto rows = tally::read_roll_up(folder.path() / "tally", day);
        REQUIRE(rows);
        return *rows;
    }
};

} // namespace

TEST_CASE("a finger that rests in the corner leads to the keys, and the PIN to the desk") {
    StaffedMachine machine;
    machine.hold(2s);
    CHECK_FALSE(machine.sees("pin.1"));
    machine.skipped += 2s;
    CHECK(machine.come_to([&] { return machine.sees("pin.1"); }));
    machine.lift();
    CHECK(machine.sees("pin.1")); // its lift taps nothing
    machine.enter_pin("111222");
    REQUIRE(machine.come_to([] { return base::take_logged_warnings().size() == 1; }));
    CHECK_FALSE(machine.sees("staff.leave"));
    machine.enter_pin("280614");
    CHECK(machine.come_to([&] { return machine.sees("staff.leave"); }));
    for (const auto& row : machine.counted())
        CHECK(row.origin != "visitor"); // staff who come are no visit
    machine.tap("staff.leave");
    CHECK(machine.come_to([&] { return machine.sees("attract.wake"); }));
}

TEST_CASE("the way in opens again and again, however the finger left it") {
    StaffedMachine machine;
    // A panel numbers each touch anew.
    for (int64_t touch = 10; touch < 13; ++touch) {
        const ui::Point corner{StaffedMachine::k_width - 4, 4};
        machine.kiosk->window().inject(Pointer::down, touch, corner);
        machine.turns(1);
        machine.skipped += 4s;
        REQUIRE(machine.come_to([&] { return machine.sees("pin.leave"); }));
        machine.kiosk->window().inject(Pointer::up, touch, corner); // on the page that came
        machine.turns(1);
        machine.tap("pin.leave");
        REQUIRE(machine.come_to([&] { return machine.sees("attract.wake"); }));
    }
}

TEST_CASE("a finger that rests there for less is a touch as any other") {
    StaffedMachine machine;
    machine.hold(1s);
    machine.lift();
    CHECK(machine.come_to([&] { return machine.sees("home.door.help"); }));
    machine.skipped += 10s;
    machine.turns(3);
    CHECK_FALSE(machine.sees("pin.1"));
}

TEST_CASE("while the screen is wiped no touch does anything, and the desk comes back") {
    StaffedMachine machine;
    machine.enter();
    machine.tap("staff.clean");
    REQUIRE(machine.come_to([&] { return !machine.sees("staff.clean"); }));
    machine.hold(5s);
    machine.lift();
    machine.turns(3);
    CHECK_FALSE(machine.sees("pin.1"));
    machine.skipped += 30s;
    CHECK(machine.come_to([&] { return machine.sees("staff.clean"); }));
}

TEST_CASE("a previewed day is counted as staff's, today, and ends where it began") {
    StaffedMachine machine;
    machine.enter();
    machine.tap("staff.calendar");
    REQUIRE(machine.come_to([&] { return machine.sees("calendar.2026-12-04"); }));
    machine.tap("calendar.2026-12-04");
    REQUIRE(machine.come_to([&] { return machine.sees("banner.end"); }));
    machine.tap("home.door.help");
    REQUIRE(machine.come_to([&] { return machine.sees("help.close"); }));
    machine.tap("help.close");
    REQUIRE(machine.come_to([&] { return machine.sees("banner.end"); }));
    machine.tap("banner.end");
    CHECK(machine.come_to([&] { return machine.sees("calendar.2026-12-04"); }));
    CHECK_FALSE(machine.sees("banner.end"));
    int of_staff = 0;
    for (const auto& row : machine.counted()) {
        CHECK(row.origin != "visitor");
        if (row.origin == "staff") ++of_staff;
    }
    CHECK(of_staff >= 2);
    CHECK_FALSE(
        std::filesystem::exists(tally::day_file(machine.folder.path() / "tally", {2026, 12, 4})));
}

TEST_CASE("staff look at a film, switch it off, and no visitor finds it until it is on again") {
    StaffedMachine machine;
    const auto film = machine.stored->videos.front().id;
    const auto pack = film.pack().value;
    std::ofstream{machine.folder.path() / "report.list"}
        << R"({"report": {"packs": [{"id": ")" << pack
        << R"(", "title": "内容", "sequence": 7, "active": true, "demo": false, "signer": "city", )"
        << R"("size": 1000}]}})" << std::endl;
    machine.enter();
    machine.tap("staff.packs");
    const auto row = "items." + film.value;
    const auto open_film = [&] {
        if (!machine.sees(row.c_str())) {
            REQUIRE(machine.come_to([&] { return machine.sees(("packs.open." + pack).c_str()); }));
            machine.tap(("packs.open." + pack).c_str());
        }
        REQUIRE(machine.come_to([&] { return machine.sees(row.c_str()); }));
        machine.tap(row.c_str());
        REQUIRE(machine.come_to([&] { return machine.sees("item.shown"); }));
    };
    open_film();
    machine.tap("item.shown");
    REQUIRE(machine.come_to([&] { return machine.kiosk->snapshot().video(film) == nullptr; }));
    // It can be looked at all the same.
    machine.tap("item.preview");
    REQUIRE(machine.come_to([&] { return machine.sees("watch.back"); }));
    CHECK(machine.kiosk->snapshot().video(film));
    machine.tap("banner.end");
    REQUIRE(machine.come_to([&] { return machine.sees("item.shown"); }));
    CHECK(machine.come_to([&] { return machine.kiosk->snapshot().video(film) == nullptr; }));
    const auto file = machine.folder.path() / "settings.json";
    CHECK(machine.come_to([&] { return settings::load(file, {}).switched_off.contains(film); }));
    machine.tap("item.shown");
    CHECK(machine.come_to([&] { return machine.kiosk->snapshot().video(film) != nullptr; }));
    for (const auto& counted : machine.counted())
        CHECK(counted.origin != "visitor");
}

TEST_CASE("whoever walks away from a preview leaves the screen to the visitors") {
    StaffedMachine machine;
    machine.enter();
    machine.tap("staff.calendar");
    REQUIRE(machine.come_to([&] { return machine.sees("calendar.2026-12-04"); }));
    machine.tap("calendar.2026-12-04");
    REQUIRE(machine.come_to([&] { return machine.sees("banner.end"); }));
    for (int i = 0; i < 30; ++i) {
        machine.skipped += 10s;
        machine.turns(2);
    }
    CHECK(machine.come_to([&] { return machine.sees("attract.wake"); }));
    CHECK_FALSE(machine.sees("staff.leave"));
}

TEST_CASE("what staff set is kept, and pufa-admin speaks the language that they chose") {
    StaffedMachine machine;
    machine.enter();
    machine.tap("staff.settings");
    REQUIRE(machine.come_to([&] { return machine.sees("settings.language.en"); }));
    machine.tap("settings.language.en");
    CHECK(machine.come_to([&] {
        return settings::load(machine.folder.path() / "settings.json", {}).language ==
               model::Language::en;
    }));
    machine.tap("staff.check");
    CHECK(machine.come_to([&] {
        const auto runs = base::read_file(machine.folder.path() / "runs");
        return runs && runs->find("doctor --language en --channel 3") != std::string::npos;
    }));
}

TEST_CASE("a visitor's stick is told of and left alone, staff's is opened") {
    StaffedMachine machine;
    machine.sticks->plug_in("U");
    machine.turns(3);
    CHECK(machine.sticks->asked.empty());
    machine.enter();
    CHECK(machine.come_to([&] { return !machine.sticks->asked.empty(); }));
}

TEST_CASE("the first start asks for a PIN before anything else, and it may be put off") {
    StaffedMachine machine{false};
    REQUIRE(machine.come_to([&] { return machine.sees("pin.skip"); }));
    machine.tap("pin.skip");
    CHECK(machine.come_to([&] { return machine.sees("attract.wake"); }));
}

TEST_CASE("a clock that staff set is believed at once, and each event belongs to its own day") {
    const auto floor = later_floor();
    StaffedMachine machine{true, floor};
    machine.wake();
    machine.enter();
    machine.tap("staff.calendar"); // its card leads to the clock as well
    REQUIRE(machine.come_to([&] { return machine.sees("clock.open"); }));
    machine.tap("clock.open");
    REQUIRE(machine.come_to([&] { return machine.sees("clock.year.more"); }));
    machine.choose("clock.hour.more"); // from the floor's midnight
    machine.turns(2);
    machine.choose("clock.set");
    REQUIRE(machine.come_to([&] { return machine.sees("staff.yes"); }));
    CHECK(machine.clock->asked.empty());
    machine.tap("staff.yes");
    REQUIRE(machine.come_to([&] { return machine.clock->asked.size() == 1; }));
    CHECK(machine.clock->asked.front() == floor + 1h);
    machine.clock->asked.clear();
    machine.clock->answer = {system_clock::Outcome::set, {}};
    machine.turns(3);
    CHECK(machine.come_to([&] {
        const auto seen = base::read_file(machine.folder.path() / "clock.json");
        return seen && seen->find(base::to_iso(floor + 1h)) != std::string::npos;
    }));
    machine.tap("staff.leave");
    machine.wake();
    for (const auto& row : machine.counted())
        CHECK(row.clock == "suspect");
    const auto after = machine.counted(base::to_local(floor).date);
    CHECK_FALSE(after.empty());
    for (const auto& row : after) {
        CHECK(row.clock == "sure");
        CHECK(row.hour == 1);
    }
}

TEST_CASE("a machine that does not let its clock be set says so and goes on as before") {
    StaffedMachine machine{true, later_floor()};
    machine.enter();
    machine.tap("staff.calendar");
    REQUIRE(machine.come_to([&] { return machine.sees("clock.open"); }));
    machine.tap("clock.open");
    REQUIRE(machine.come_to([&] { return machine.sees("clock.year.more"); }));
    machine.choose("clock.set");
    REQUIRE(machine.come_to([&] { return machine.sees("staff.yes"); }));
    machine.tap("staff.yes");
    machine.clock->answer = {system_clock::Outcome::not_allowed, "polkit"};
    machine.turns(3);
    const auto told = base::take_logged_warnings();
    CHECK(std::any_of(told.begin(), told.end(), [](const std::string& words) {
        return words.find("was not set (polkit)") != std::string::npos;
    }));
    CHECK_FALSE(std::filesystem::exists(machine.folder.path() / "clock.json"));
    machine.tap("staff.leave");
    machine.wake();
    for (const auto& row : machine.counted())
        CHECK(row.clock == "suspect");
}

TEST_CASE("a panel that was wiped over to its edges has passed, and the result is kept") {
    StaffedMachine machine;
    machine.enter();
    machine.tap("staff.check");
    REQUIRE(machine.come_to([&] { return machine.sees("check.sound"); }));
    machine.choose("check.touch");
    REQUIRE(machine.come_to([&] { return !machine.sees("staff.check"); }));
    // One finger, in rows from edge to edge.
    const float right = StaffedMachine::k_width - 1, bottom = StaffedMachine::k_height - 1;
    machine.finger(Pointer::down, {0, 0});
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 6; ++column)
            machine.finger(Pointer::move, {right * static_cast<float>(column) / 5,
                                           bottom * static_cast<float>(row) / 3});
    machine.finger(Pointer::up, {right, bottom});
    CHECK(machine.come_to([&] { return machine.sees("staff.check"); }));
    CHECK(machine.come_to([&] {
        const auto hands = checkup::load_hands(machine.folder.path() / "check.json");
        const auto found = hands ? hands->of(checkup::Part::touch) : std::nullopt;
        return found && found->answer == checkup::Answer::passed &&
               found->when >= *base::parse_iso("2026-11-23T15:20:00");
    }));
}
