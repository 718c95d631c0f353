#include "tests/support/scripted_desk.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::chrono_literals;
using support::ScriptedDesk;

TEST_CASE("the way in shows keys, and what is typed is never shown") {
    ScriptedDesk desk;
    CHECK_FALSE(desk.desk->open());
    desk.send(staff::Opened{});
    REQUIRE(desk.keys());
    CHECK(desk.count<staff::DeskOpened>() == 1);
    desk.type("2806");
    CHECK(desk.keys()->typed == 4);
    CHECK_FALSE(desk.keys()->can_enter);
    desk.type("\b\b14xy14");
    CHECK(desk.keys()->typed == 6); // 28 1414: letters are no keys
    CHECK(desk.keys()->can_enter);
    CHECK(desk.words().find("2814") == std::string::npos);
}

TEST_CASE("the right PIN opens the desk, a wrong one does not, and each is judged aside") {
    ScriptedDesk desk;
    desk.send(staff::Opened{});
    desk.type("280614\n");
    REQUIRE(desk.last<staff::JudgePin>());
    CHECK(desk.last<staff::JudgePin>()->pin == "280614");
    CHECK_FALSE(desk.keys()->can_type);
    desk.type("999999\n"); // while it is judged nothing is heard
    CHECK(desk.count<staff::JudgePin>() == 1);
    desk.send(staff::PinJudged{.right = false});
    CHECK(desk.keys()->tone == screens::StaffTone::bad);
    CHECK(desk.keys()->typed == 0);
    desk.type("280615\n");
    desk.send(staff::PinJudged{.right = true});
    CHECK(desk.page());
}

TEST_CASE("while the wait runs no key is heard, and the seconds are told") {
    ScriptedDesk desk;
    desk.send(staff::Opened{});
    desk.type("280614\n");
    desk.send(staff::PinJudged{.right = false, .wait_seconds = 60});
    CHECK(desk.words().find("60") != std::string::npos);
    desk.type("123");
    CHECK(desk.keys()->typed == 0);
    for (int i = 0; i < 40; ++i) {
        desk.send(staff::Touched{}); // an impatient one
        desk.pass(1s);
    }
    CHECK(desk.words().find("20") != std::string::npos);
    for (int i = 0; i < 21; ++i) {
        desk.send(staff::Touched{});
        desk.pass(1s);
    }
    desk.type("123");
    CHECK(desk.keys()->typed == 3);
}

TEST_CASE("keys that nobody touches go after 45 s, and what was typed with them") {
    ScriptedDesk desk;
    desk.send(staff::Opened{});
    desk.type("2806");
    desk.pass(44s);
    CHECK(desk.keys());
    desk.pass(2s);
    CHECK_FALSE(desk.desk->open());
    CHECK(desk.count<staff::DeskClosed>() == 1);
    desk.send(staff::Opened{});
    CHECK(desk.keys()->typed == 0);
}

TEST_CASE("a PIN that was judged after its keys had gone opens nothing") {
    ScriptedDesk desk;
    desk.send(staff::Opened{});
    desk.type("280614\n");
    desk.pass(60s);
    desk.send(staff::PinJudged{.right = true});
    CHECK_FALSE(desk.desk->open());
}

TEST_CASE("at the first start a PIN is chosen twice, and may be put off") {
    ScriptedDesk desk;
    desk.send(staff::PinFacts{.may_set = true});
    desk.send(staff::FirstStart{});
    REQUIRE(desk.keys());
    CHECK(desk.keys()->can_skip);
    CHECK_FALSE(desk.keys()->can_leave);
    desk.pass(300s); // it waits for whoever sets the kiosk up
    REQUIRE(desk.keys());
    desk.type("123456\n"); // a row
    CHECK(desk.keys()->tone == screens::StaffTone::bad);
    CHECK(desk.count<staff::KeepPin>() == 0);
    desk.type("280614\n280615\n"); // not the same
    CHECK(desk.count<staff::KeepPin>() == 0);
    desk.type("280614\n280614\n");
    REQUIRE(desk.last<staff::KeepPin>());
    CHECK(desk.last<staff::KeepPin>()->pin == "280614");
    desk.send(staff::PinKept{});
    CHECK(desk.page());

    ScriptedDesk later;
    later.send(staff::PinFacts{.may_set = true});
    later.send(staff::FirstStart{});
    later.touch(screens::StaffSkip{});
    CHECK_FALSE(later.desk->open());
}

TEST_CASE("a kiosk that was left without a PIN lets nobody set one at the screen") {
    ScriptedDesk desk;
    desk.send(staff::PinFacts{});
    desk.send(staff::Opened{});
    CHECK_FALSE(desk.keys()->asks);
    CHECK_FALSE(desk.keys()->can_type);
    CHECK(desk.words().find("pufa-admin pin set") != std::string::npos);
    desk.type("280614\n280614\n");
    CHECK(desk.count<staff::KeepPin>() == 0);
    CHECK_FALSE(desk.page());
}

TEST_CASE("a PIN that cannot be kept says why and is asked for again") {
    ScriptedDesk desk;
    desk.send(staff::PinFacts{.may_set = true});
    desk.send(staff::FirstStart{});
    desk.type("280614\n280614\n");
    desk.send(staff::PinKept{Error{Code::NO_PERMISSION, "/etc/pufa/staff/pin", {}}});
    REQUIRE(desk.keys());
    CHECK(desk.words().find("/etc/pufa/staff/pin") != std::string::npos);
    desk.type("280614\n280614\n");
    CHECK(desk.count<staff::KeepPin>() == 2);
}

TEST_CASE("the PIN is changed from the settings, and the desk is there again") {
    ScriptedDesk desk;
    desk.enter();
    desk.go(screens::StaffPart::settings);
    desk.act(screens::StaffVerb::change_pin);
    REQUIRE(desk.keys());
    desk.type("401967\n401967\n");
    REQUIRE(desk.last<staff::KeepPin>());
    CHECK(desk.last<staff::KeepPin>()->pin == "401967");
    desk.send(staff::PinKept{});
    REQUIRE(desk.page());
    CHECK(desk.page()->part == screens::StaffPart::settings);
}
