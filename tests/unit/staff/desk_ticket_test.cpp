#include "tests/support/scripted_desk.h"

#include <doctest/doctest.h>

using namespace pufa;
using support::ScriptedDesk;
using State = removable::Stick::State;
using Verb = screens::StaffVerb;
using namespace std::chrono_literals;

namespace {

/// Before the keys, the PIN forgotten, the code shown.
ScriptedDesk forgetful() {
    ScriptedDesk desk;
    desk.send(staff::Opened{});
    desk.act(Verb::forgot_pin);
    desk.send(staff::ResetCode{"482190375568"});
    return desk;
}

} // namespace

TEST_CASE("a forgotten PIN shows this kiosk's code, and the keys come back at a touch") {
    ScriptedDesk desk;
    desk.send(staff::Opened{});
    desk.act(Verb::forgot_pin);
    CHECK(desk.count<staff::AskResetCode>() == 1);
    REQUIRE(desk.ticket());
    CHECK(desk.ticket()->code.empty());
    desk.send(staff::ResetCode{"482190375568"});
    CHECK(desk.ticket()->code == "4821 9037 5568");
    desk.type("280614\n"); // there are no keys to be typed on
    CHECK(desk.count<staff::JudgePin>() == 0);
    desk.act(Verb::forgot_pin, {}, -1);
    REQUIRE(desk.keys());
    desk.type("280614\n");
    CHECK(desk.count<staff::JudgePin>() == 1);
}

TEST_CASE("no stick is opened before a touch asks for its ticket") {
    auto desk = forgetful();
    CHECK_FALSE(desk.ticket()->can_look);
    desk.act(Verb::look_for_ticket);
    desk.plug_in("s1", "普法资料");
    CHECK(desk.ticket()->can_look);
    desk.pass(10s);
    CHECK(desk.count<staff::OpenStick>() == 0);
    desk.act(Verb::look_for_ticket);
    REQUIRE(desk.last<staff::OpenStick>());
    CHECK(desk.last<staff::OpenStick>()->id == "s1");
    CHECK(desk.last<staff::OpenStick>()->access == removable::Access::read);
    CHECK_FALSE(desk.run(staff::Job::ticket));
    desk.stick_is(State::mounting);
    desk.stick_is(State::readable);
    REQUIRE(desk.run(staff::Job::ticket));
    CHECK(desk.run(staff::Job::ticket)->arguments ==
          std::vector<std::string>{"pin", "reset", "/run/media/stick"});
    CHECK_FALSE(desk.ticket()->can_look);
    CHECK_FALSE(desk.run(staff::Job::look)); // nothing else of it is read
}

TEST_CASE("a ticket that holds leads to a new PIN and from there to the desk") {
    auto desk = forgetful();
    desk.plug_in("s1", "");
    desk.act(Verb::look_for_ticket);
    desk.stick_is(State::readable);
    desk.report(staff::Job::ticket, R"({"ticket": "/run/media/stick/PUFA/a.pin.json"})");
    REQUIRE(desk.keys());
    CHECK(desk.keys()->tone == screens::StaffTone::good);
    CHECK(desk.keys()->can_type);
    desk.type("401967\n401967\n");
    REQUIRE(desk.last<staff::KeepPin>());
    CHECK(desk.last<staff::KeepPin>()->pin == "401967");
    desk.send(staff::PinKept{});
    REQUIRE(desk.page());
    CHECK(desk.run(staff::Job::look)); // now it is looked at as any stick
}

TEST_CASE("a ticket that does not hold says why, and the PIN is asked for as before") {
    auto desk = forgetful();
    desk.plug_in("s1", "");
    desk.act(Verb::look_for_ticket);
    desk.stick_is(State::readable);
    desk.fail(staff::Job::ticket, "BAD_TICKET", "这张凭单不能用。", 1);
    REQUIRE(desk.ticket());
    CHECK(desk.ticket()->note == "这张凭单不能用。");
    CHECK(desk.ticket()->tone == screens::StaffTone::bad);
    CHECK(desk.ticket()->can_look);
    desk.act(Verb::look_for_ticket); // once more, on the same stick
    CHECK(desk.ticket()->note != "这张凭单不能用。");
    desk.fail(staff::Job::ticket, "BAD_TICKET", "这张凭单不能用。", 1);
    desk.act(Verb::forgot_pin, {}, -1);
    desk.type("280614\n");
    CHECK(desk.count<staff::JudgePin>() == 1);
    CHECK(desk.count<staff::KeepPin>() == 0);
}

TEST_CASE("a stick that cannot be mounted or is pulled out ends the look with a sentence") {
    auto desk = forgetful();
    desk.plug_in("s1", "");
    desk.act(Verb::look_for_ticket);
    desk.stick_is(State::failed, Error{Code::NO_FILE_SYSTEM, "U盘", {}});
    CHECK(desk.ticket()->tone == screens::StaffTone::bad);
    CHECK(desk.ticket()->can_look);
    desk.act(Verb::look_for_ticket);
    CHECK(desk.count<staff::OpenStick>() == 2);
    desk.stick_is(State::mounting);
    desk.pull_out();
    CHECK_FALSE(desk.ticket()->can_look);
    CHECK(desk.ticket()->tone == screens::StaffTone::plain);
    CHECK_FALSE(desk.run(staff::Job::ticket));
}

TEST_CASE("the code stays three minutes without a touch, then the visitors come back") {
    auto desk = forgetful();
    desk.pass(179s);
    REQUIRE(desk.ticket());
    desk.pass(1s);
    CHECK_FALSE(desk.desk->open());
    // Whatever was on its way then is for nobody who has not come in again.
    desk.send(staff::ResetCode{"482190375568"});
    desk.report(staff::Job::ticket, "{}");
    CHECK_FALSE(desk.desk->open());
}

TEST_CASE("a code that cannot be made says why, and no ticket is looked for") {
    ScriptedDesk desk;
    desk.send(staff::Opened{});
    desk.act(Verb::forgot_pin);
    desk.send(staff::ResetCode{{}, Error{Code::READ_ONLY, "/etc/pufa/staff", {}}});
    CHECK(desk.ticket()->tone == screens::StaffTone::bad);
    CHECK(desk.ticket()->note.find("/etc/pufa/staff") != std::string::npos);
    desk.plug_in("s1", "");
    CHECK_FALSE(desk.ticket()->can_look);
    desk.act(Verb::look_for_ticket);
    CHECK(desk.count<staff::OpenStick>() == 0);
}

TEST_CASE("a kiosk that was left without a PIN takes a ticket too") {
    ScriptedDesk desk;
    desk.send(staff::PinFacts{});
    desk.send(staff::Opened{});
    CHECK(desk.keys()->can_forget);
    desk.act(Verb::forgot_pin);
    REQUIRE(desk.ticket());
    desk.act(Verb::forgot_pin, {}, -1);
    REQUIRE(desk.keys());
    CHECK_FALSE(desk.keys()->can_type);
}
