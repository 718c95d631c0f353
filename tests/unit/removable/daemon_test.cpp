// udisks2 and the bus come and go.

#include "bus_bench.h"

using namespace pufa;
using namespace pufa::removable;
using State = Stick::State;

TEST_CASE("a udisks2 that is started again finds the same sticks, and what was mounted stays so") {
    MockBus bus;
    bus.start();
    Watched sticks{bus};
    bus.plug_in("sdb", R"("label": "a")");
    bus.plug_in("sdc", R"("label": "b")");
    const auto both = sticks.wait_for_count(2);
    sticks->open(both[0].id, Access::read);
    static_cast<void>(sticks.wait_for_state(both[0].id, State::readable));
    const auto revision = sticks->revision();
    bus.run(R"(["no_udisks"])");
    // The first is as it was; the other was pulled out meanwhile and a third has come.
    const auto started = bus.run(
        R"(["udisks", ["sdb", {}, "sdb1", {"drive": "sdb", "label": "a", "mounts": )"
        R"(["/run/media/pufa/sdb1"]}], ["sdd", {}, "sdd1", {"drive": "sdd", "label": "c"}]])");
    REQUIRE(started == "true");
    const auto now = sticks.wait(
        [](const auto& present) { return present.size() == 2 && present[1].label == "c"; });
    CHECK(sticks->revision() > revision);
    CHECK(now[0].id == both[0].id);
    CHECK(now[0].state == State::readable);
    CHECK(now[0].folder == "/run/media/pufa/sdb1");
    CHECK(now[1].state == State::seen);
    // It is still ours: writing unmounts it first.
    sticks->open(now[0].id, Access::write);
    static_cast<void>(sticks.wait_for_state(now[0].id, State::writable));
}

TEST_CASE("what was asked of a udisks2 that ends meanwhile is asked of the next one") {
    MockBus bus;
    bus.start();
    Watched sticks{bus};
    bus.plug_in("sdb");
    const auto id = sticks.wait_for_count(1).front().id;
    bus.run(R"(["hook", "Mount", "die"])");
    sticks->open(id, Access::write);
    bus.run(R"(["udisks_ended"])");
    // It is still there, and on its way.
    const auto present = sticks->present();
    REQUIRE(present.size() == 1);
    CHECK(present.front().id == id);
    REQUIRE(bus.run(R"(["udisks", ["sdb", {}, "sdb1", {"drive": "sdb"}]])") == "true");
    static_cast<void>(sticks.wait_for_state(id, State::writable));
    CHECK(bus.calls() == R"([["Mount", "sdb1", "rw,nosuid,nodev,noexec", true]])");
}

TEST_CASE("a udisks2 that does not come back takes its sticks with it") {
    MockBus bus;
    bus.start();
    auto options = Watched::options_of(bus);
    options.daemon_returns = std::chrono::milliseconds{1};
    Watched sticks{options};
    bus.plug_in("sdb");
    static_cast<void>(sticks.wait_for_count(1));
    bus.run(R"(["no_udisks"])");
    static_cast<void>(sticks.wait_for_count(0));
}

TEST_CASE("a bus that comes late or is started again is found") {
    MockBus bus;
    Watched sticks{bus};
    CHECK(sticks->present().empty());
    bus.start();
    bus.plug_in("sdb");
    static_cast<void>(sticks.wait_for_count(1));
    bus.run(R"(["no_bus"])");
    bus.run(R"(["no_udisks"])");
    bus.start();
    bus.plug_in("sdc", R"("label": "new")");
    static_cast<void>(sticks.wait(
        [](const auto& present) { return present.size() == 1 && present.front().label == "new"; }));
}

TEST_CASE("a watch ends at once, whatever it is waiting for") {
    MockBus bus;
    SUBCASE("for a bus") {}
    SUBCASE("for an answer") {
        bus.start();
        bus.plug_in("sdb");
    }
    Watched sticks{bus};
    sticks->open("nobody", Access::read);
    sticks->release("nobody");
}
