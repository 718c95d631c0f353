#include "kiosk/app/kiosk.h"

#include "content/base/log.h"
#include "content/tally/day_file.h"
#include "content/tally/export.h"
#include "kiosk/app/self_test_judges.h"
#include "tests/support/offscreen_kiosk.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::app;
using test::Machine;

TEST_CASE("a still page is presented once and not again") {
    Machine machine;
    machine.stored = test::sample_snapshot();
    machine.start();
    machine.wake();
    machine.settle();
    const auto first = machine.presented();
    CHECK(first >= 1);
    machine.turns(200);
    CHECK(machine.presented() == first);
}

TEST_CASE("a tap leads to another page, whose targets are then the ones that can be touched") {
    Machine machine;
    machine.stored = test::sample_snapshot();
    machine.start();
    machine.wake();
    machine.tap("home.door.help");
    CHECK(machine.come_to([&] { return machine.sees("help.close"); }));
    CHECK_FALSE(machine.sees("home.door.help"));
    machine.tap("help.close");
    CHECK(machine.come_to([&] { return machine.sees("home.door.help"); }));
    REQUIRE(machine.kiosk->tally().flush().ok());
    CHECK(machine.kiosk->tally().durable() ==
          3); // visit, service looked up, help opened // the visit and the hotline
}

TEST_CASE("with nothing installed the built-in page is shown, never black") {
    Machine machine;
    machine.start();
    machine.turns(3);
    const auto image = machine.look();
    CHECK(judge::share_of(image, {0, 0, 960, 540}, ui::Color::river_dark) > 0.2);
    CHECK(judge::share_of(image, {0, 0, 960, 540}, ui::Color::paper) > 0.1);
}

TEST_CASE("content that is installed while it runs is taken up") {
    Machine machine;
    machine.start();
    machine.turns(3);
    CHECK_FALSE(machine.sees("home.door.videos"));
    machine.stored = test::sample_snapshot();
    CHECK(machine.come_to([&] { return machine.sees("attract.wake"); }));
    machine.wake();
    CHECK(machine.sees("home.door.videos"));
}

TEST_CASE("days of statistics go after the time that the configuration says, once carried away") {
    Machine machine;
    const auto tally = machine.folder.path() / "tally";
    const base::Date old{2026, 10, 1}, newer{2026, 11, 1};
    {
        auto recorder = tally::Recorder::open(tally, base::start_of(newer));
        REQUIRE(recorder);
        tally::Event event;
        for (const auto& day : {old, newer}) {
            event.when = base::start_of(day) + std::chrono::hours{9};
            (*recorder)->record(event);
        }
        REQUIRE((*recorder)->flush());
    }
    REQUIRE(tally::set_exported_until(tally, newer));
    machine.recorder.keep_days = 31;
    machine.start();
    CHECK(machine.come_to([&] { return !std::filesystem::exists(tally::day_file(tally, old)); }));
    CHECK(std::filesystem::exists(tally::day_file(tally, newer)));
}

TEST_CASE("where participation cannot be written the kiosk still shows and is touched") {
    static_cast<void>(base::take_logged_warnings());
    Machine machine;
    machine.stored = test::sample_snapshot();
    const auto file = machine.folder.path() / "a-file";
    REQUIRE(base::write_file_atomic(file, "not a folder").ok());
    machine.start(file / "tally");
    machine.wake();
    machine.tap("home.door.help");
    CHECK(machine.come_to([&] { return machine.sees("help.close"); }));
    CHECK(machine.kiosk->tally().trouble());
    int told = 0;
    for (const auto& line : base::take_logged_warnings())
        told += line.find("participation") != std::string::npos;
    CHECK(told == 1);
}

TEST_CASE("questions whose end comes leave the screen under the visitor's eyes, and it says so") {
    static_cast<void>(base::take_logged_warnings());
    Machine machine;
    auto all = test::sample_snapshot();
    for (auto& question : all->questions)
        question.valid_until = *base::parse_iso("2026-11-23T15:21:00");
    machine.stored = all;
    machine.start();
    machine.wake();
    machine.tap("home.door.quizzes");
    REQUIRE(machine.come_to([&] { return machine.sees("quiz.option.0"); }));
    machine.skipped += std::chrono::minutes(1) + CatalogueWatch::k_every;
    REQUIRE(machine.come_to([&] { return machine.sees("gone.close"); }));
    CHECK_FALSE(machine.sees("quiz.option.0"));
    CHECK(machine.kiosk->snapshot().questions.empty());
    machine.tap("gone.close");
    CHECK(machine.come_to([&] { return machine.sees("home.door.videos"); }));
}
