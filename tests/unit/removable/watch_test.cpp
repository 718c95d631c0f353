#include "bus_bench.h"

using namespace pufa;
using namespace pufa::removable;
using State = Stick::State;

TEST_CASE("a stick is seen and nothing of it is mounted until it is opened") {
    MockBus bus;
    bus.start();
    Watched sticks{bus};
    bus.plug_in("sdb", R"("label": "巡检U盘", "size": 4000000000)");
    const auto seen = sticks.wait_for_count(1).front();
    CHECK(seen.label == "巡检U盘");
    CHECK(seen.file_system == "vfat");
    CHECK(seen.size_bytes == 4'000'000'000);
    CHECK(seen.state == State::seen);
    CHECK(seen.folder.empty());
    CHECK_FALSE(seen.trouble);
    CHECK(bus.calls() == "[]");

    sticks->open(seen.id, Access::read);
    CHECK(sticks.wait_for_state(seen.id, State::readable).folder == "/run/media/pufa/sdb1");
    CHECK(bus.calls() == R"([["Mount", "sdb1", "ro,nosuid,nodev,noexec", true]])");
}

TEST_CASE("writing mounts the stick anew, letting go unmounts it and switches it off") {
    MockBus bus;
    bus.start();
    bus.plug_in("sdb");
    Watched sticks{bus};
    const auto id = sticks.wait_for_count(1).front().id;
    sticks->open(id, Access::read);
    static_cast<void>(sticks.wait_for_state(id, State::readable));
    sticks->open(id, Access::write);
    CHECK(sticks.wait_for_state(id, State::writable).folder == "/run/media/pufa/sdb1");
    CHECK(bus.calls() == R"([["Mount", "sdb1", "ro,nosuid,nodev,noexec", true], )"
                         R"(["Unmount", "sdb1", "", true], )"
                         R"(["Mount", "sdb1", "rw,nosuid,nodev,noexec", true]])");
    sticks->release(id);
    const auto released = sticks.wait_for_state(id, State::released);
    CHECK(released.folder.empty());
    CHECK(bus.calls() == R"([["Unmount", "sdb1", "", true], ["PowerOff", "sdb", "", true]])");
    // Its device is gone, but it is still in.
    CHECK(sticks->present().size() == 1);
}

TEST_CASE(
    "a stick that was switched off is forgotten in time, and at once when one comes in its place") {
    MockBus bus;
    bus.start();
    auto options = Watched::options_of(bus);
    SUBCASE("in time") {
        options.released_stays = std::chrono::milliseconds{1};
        Watched sticks{options};
        bus.plug_in("sdb");
        const auto id = sticks.wait_for_count(1).front().id;
        sticks->open(id, Access::read);
        static_cast<void>(sticks.wait_for_state(id, State::readable));
        sticks->release(id);
        static_cast<void>(sticks.wait_for_count(0));
    }
    SUBCASE("another in its place") {
        Watched sticks{options};
        bus.plug_in("sdb");
        const auto id = sticks.wait_for_count(1).front().id;
        sticks->release(id);
        static_cast<void>(sticks.wait_for_state(id, State::released));
        bus.plug_in("sdb", R"("label": "other")");
        const auto present = sticks.wait(
            [&](const auto& now) { return now.size() == 1 && now.front().label == "other"; });
        CHECK(present.front().id != id);
        CHECK(present.front().state == State::seen);
    }
}

TEST_CASE("a stick that cannot be switched off stays until it is pulled") {
    MockBus bus;
    bus.start();
    Watched sticks{bus};
    bus.run(R"(["drive", "sdb", {"can_power_off": false}])");
    bus.add_partition("sdb", "sdb1");
    const auto id = sticks.wait_for_count(1).front().id;
    sticks->open(id, Access::write);
    static_cast<void>(sticks.wait_for_state(id, State::writable));
    sticks->release(id);
    static_cast<void>(sticks.wait_for_state(id, State::released));
    CHECK(bus.calls() ==
          R"([["Mount", "sdb1", "rw,nosuid,nodev,noexec", true], ["Unmount", "sdb1", "", true]])");
    // It may be opened again without being pulled.
    sticks->open(id, Access::read);
    static_cast<void>(sticks.wait_for_state(id, State::readable));
    bus.pull("sdb");
    static_cast<void>(sticks.wait_for_count(0));
}

TEST_CASE("switching off that fails leaves a stick that may be pulled out") {
    MockBus bus;
    bus.start();
    Watched sticks{bus};
    bus.plug_in("sdb");
    const auto id = sticks.wait_for_count(1).front().id;
    bus.run(R"(["hook", "PowerOff", "refuse", "org.freedesktop.UDisks2.Error.Failed", "no"])");
    sticks->release(id);
    static_cast<void>(sticks.wait_for_state(id, State::released));
    bus.pull("sdb");
    static_cast<void>(sticks.wait_for_count(0));
}

TEST_CASE("two sticks are kept apart, in the order in which they came") {
    MockBus bus;
    bus.start();
    Watched sticks{bus};
    bus.plug_in("sdc", R"("label": "first")");
    static_cast<void>(sticks.wait_for_count(1));
    bus.plug_in("sdb", R"("label": "second", "type": "ntfs")");
    const auto both = sticks.wait_for_count(2);
    CHECK(both[0].label == "first");
    CHECK(both[1].label == "second");
    CHECK(both[0].id != both[1].id);
    sticks->open(both[1].id, Access::write);
    sticks->open(both[0].id, Access::read);
    CHECK(sticks.wait_for_state(both[1].id, State::writable).folder == "/run/media/pufa/sdb1");
    CHECK(sticks.wait_for_state(both[0].id, State::readable).folder == "/run/media/pufa/sdc1");
    bus.pull("sdc");
    const auto left = sticks.wait_for_count(1).front();
    CHECK(left.id == both[1].id);
    CHECK(left.state == State::writable);
}

TEST_CASE("partitions of one stick are opened one by one and let go of together") {
    MockBus bus;
    bus.start();
    Watched sticks{bus};
    bus.plug_in("sdb");
    bus.add_partition("sdb", "sdb2", R"("type": "exfat")");
    const auto both = sticks.wait_for_count(2);
    sticks->open(both[0].id, Access::read);
    static_cast<void>(sticks.wait_for_state(both[0].id, State::readable));
    sticks->open(both[1].id, Access::read);
    static_cast<void>(sticks.wait_for_state(both[1].id, State::readable));
    static_cast<void>(bus.calls());
    SUBCASE("both") {
        sticks->release(both[0].id);
        static_cast<void>(sticks.wait_for_state(both[0].id, State::released));
        static_cast<void>(sticks.wait_for_state(both[1].id, State::released));
        CHECK(bus.calls() == R"([["Unmount", "sdb1", "", true], ["Unmount", "sdb2", "", true], )"
                             R"(["PowerOff", "sdb", "", true]])");
    }
    SUBCASE("one is in use: neither may be pulled out") {
        bus.run(
            R"(["hook", "Unmount", "refuse", "org.freedesktop.UDisks2.Error.DeviceBusy", "x"])");
        sticks->release(both[1].id);
        for (const auto& one : both) {
            const auto failed = sticks.wait_for_state(one.id, State::failed);
            REQUIRE(failed.trouble);
            CHECK(failed.trouble->code == Code::STICK_IN_USE);
        }
        CHECK(bus.calls().find("PowerOff") == std::string::npos);
        // Once more, when nobody holds it.
        sticks->release(both[1].id);
        static_cast<void>(sticks.wait_for_state(both[0].id, State::released));
        static_cast<void>(sticks.wait_for_state(both[1].id, State::released));
    }
}

TEST_CASE("a stick pulled out in the middle of mounting, unmounting and switching off is gone") {
    MockBus bus;
    bus.start();
    Watched sticks{bus};
    for (const auto* call : {"Mount", "Unmount", "PowerOff"}) {
        CAPTURE(call);
        bus.plug_in("sdb");
        const auto id = sticks.wait_for_count(1).front().id;
        bus.run(R"(["hook", ")" + std::string{call} + R"(", "pull", "sdb"])");
        if (call == std::string_view{"Unmount"}) {
            sticks->open(id, Access::read);
            static_cast<void>(sticks.wait_for_state(id, State::readable));
        }
        if (call == std::string_view{"PowerOff"})
            sticks->release(id);
        else
            sticks->open(id, call == std::string_view{"Mount"} ? Access::read : Access::write);
        static_cast<void>(sticks.wait_for_count(0));
        sticks->open(id, Access::read); // nobody is there
        sticks->release(id);
    }
    bus.plug_in("sdb");
    const auto again = sticks.wait_for_count(1).front();
    CHECK(again.state == State::seen);
}

TEST_CASE("what udisks2 refuses is said by name, and may be asked again") {
    struct Refusal {
        const char* name;
        const char* text;
        Code code;
    };
    const Refusal refusals[] = {
        {"org.freedesktop.UDisks2.Error.NotAuthorized", "Not authorized", Code::NO_PERMISSION},
        {"org.freedesktop.UDisks2.Error.NotAuthorizedCanObtain", "x", Code::NO_PERMISSION},
        {"org.freedesktop.UDisks2.Error.OptionNotPermitted", "x", Code::NO_PERMISSION},
        {"org.freedesktop.UDisks2.Error.DeviceBusy", "x", Code::STICK_IN_USE},
        {"org.freedesktop.UDisks2.Error.Failed",
         "Error mounting /dev/sdb1 at /run/media/x: unknown filesystem type 'hfsplus'",
         Code::NO_FILE_SYSTEM},
        {"org.freedesktop.UDisks2.Error.Failed",
         "Error mounting /dev/sdb1: cannot mount /dev/sdb1 read-only", Code::READ_ONLY},
        {"org.freedesktop.UDisks2.Error.Failed",
         "Error mounting /dev/sdb1: wrong fs type, bad option, bad superblock", Code::DISK_ERROR},
        {"org.freedesktop.DBus.Error.AccessDenied", "x", Code::NO_PERMISSION},
    };
    MockBus bus;
    bus.start();
    Watched sticks{bus};
    bus.plug_in("sdb", R"("label": "局里的U盘")");
    const auto id = sticks.wait_for_count(1).front().id;
    for (const auto& refusal : refusals) {
        CAPTURE(refusal.name);
        bus.run(std::string{R"(["hook", "Mount", "refuse", ")"} + refusal.name + R"(", ")" +
                refusal.text + R"("])");
        sticks->open(id, Access::read);
        const auto failed = sticks.wait_for_state(id, State::failed);
        REQUIRE(failed.trouble);
        CHECK(failed.trouble->code == refusal.code);
        CHECK(failed.trouble->where == "局里的U盘");
        CHECK(failed.trouble->detail == refusal.text);
        sticks->open(id, Access::read);
        const auto open = sticks.wait_for_state(id, State::readable);
        CHECK_FALSE(open.trouble);
        sticks->open(id, Access::write);
        static_cast<void>(sticks.wait_for_state(id, State::writable));
    }
}

TEST_CASE("a protected stick is read, and writing on it is refused without asking") {
    MockBus bus;
    bus.start();
    Watched sticks{bus};
    bus.plug_in("sdb", R"("read_only": true)");
    const auto id = sticks.wait_for_count(1).front().id;
    sticks->open(id, Access::write);
    const auto failed = sticks.wait_for_state(id, State::failed);
    REQUIRE(failed.trouble);
    CHECK(failed.trouble->code == Code::READ_ONLY);
    CHECK(bus.calls() == "[]");
    sticks->open(id, Access::read);
    static_cast<void>(sticks.wait_for_state(id, State::readable));
}

TEST_CASE(
    "what somebody else has mounted is unmounted first, since nobody knows how it was mounted") {
    MockBus bus;
    bus.start();
    Watched sticks{bus};
    bus.plug_in("sdb", R"("mounts": ["/media/somebody/x"])");
    const auto seen = sticks.wait_for_count(1).front();
    CHECK(seen.state == State::seen);
    sticks->open(seen.id, Access::read);
    CHECK(sticks.wait_for_state(seen.id, State::readable).folder == "/run/media/pufa/sdb1");
    CHECK(bus.calls() == R"([["Unmount", "sdb1", "", true], )"
                         R"(["Mount", "sdb1", "ro,nosuid,nodev,noexec", true]])");
    // And when somebody unmounts it, it is only seen again.
    bus.run(R"(["mounts", "sdb1", []])");
    CHECK(sticks.wait_for_state(seen.id, State::seen).folder.empty());
}

TEST_CASE("whoever mounts again and again what we unmount is not fought for ever") {
    MockBus bus;
    bus.start();
    Watched sticks{bus};
    bus.plug_in("sdb");
    const auto id = sticks.wait_for_count(1).front().id;
    for (int i = 0; i < 9; ++i) {
        bus.run(
            R"(["hook", "Mount", "refuse", "org.freedesktop.UDisks2.Error.AlreadyMounted", "x"])");
    }
    sticks->open(id, Access::read);
    const auto failed = sticks.wait_for_state(id, State::failed);
    REQUIRE(failed.trouble);
    CHECK(failed.trouble->code == Code::STICK_IN_USE);
}

TEST_CASE("a stick without a file system is told after its partitions had time to come") {
    MockBus bus;
    bus.start();
    auto options = Watched::options_of(bus);
    SUBCASE("none comes") {
        options.settles = std::chrono::milliseconds{1};
        Watched sticks{options};
        bus.run(R"(["drive", "sdb", {}])");
        bus.run(
            R"(["block", "sdb", {"drive": "sdb", "file_system": false, "type": "crypto_LUKS"}])");
        const auto present = sticks.wait_for_count(1);
        CHECK(present.front().state == State::failed);
        REQUIRE(present.front().trouble);
        CHECK(present.front().trouble->code == Code::NO_FILE_SYSTEM);
        CHECK(present.front().trouble->detail == "crypto_LUKS");
        sticks->open(present.front().id, Access::read);
        sticks->release(present.front().id);
        bus.pull("sdb");
        static_cast<void>(sticks.wait_for_count(0));
    }
    SUBCASE("one comes: the disk itself is never told") {
        options.settles = std::chrono::hours{1};
        Watched sticks{options};
        bus.run(R"(["drive", "sdb", {}])");
        bus.run(R"(["block", "sdb", {"drive": "sdb", "file_system": false, "type": ""}])");
        bus.add_partition("sdb", "sdb1");
        const auto present = sticks.wait_for_count(1);
        CHECK(present.front().state == State::seen);
    }
}

TEST_CASE("a label that udisks2 cannot tell is read from the links of udev") {
    MockBus bus;
    bus.start();
    const auto options = Watched::options_of(bus);
    std::filesystem::create_directory(options.by_label);
    // 普法 in GBK, as Windows writes it into a FAT.
    std::filesystem::create_symlink("../../sdb1", options.by_label / R"(\xc6\xd5\xb7\xa8)");
    Watched sticks{options};
    bus.plug_in("sdb");
    CHECK(sticks.wait_for_count(1).front().label == "普法");
}
