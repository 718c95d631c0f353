#include "kiosk/app/staff_room.h"

#include "content/base/log.h"
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

/// A machine whose staff have set a PIN, with sticks and a pufa-admin that the test writes.
struct StaffedMachine : Machine {
    support::ScriptedSticks* sticks = nullptr;

    explicit StaffedMachine(bool with_pin = true) {
        stored = test::sample_snapshot();
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
        start();
    }
    void hold(base::Micros span) {
        finger(Pointer::down, {k_width - 4, 4});
        skipped += span;
        turns(2);
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
    [[nodiscard]] std::vector<tally::RollUpRow> counted() {
        REQUIRE(kiosk->tally().flush().ok());
        const auto rows = tally::read_roll_up(folder.path() / "tally", {2026, 11, 23});
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
