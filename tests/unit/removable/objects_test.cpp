#include "kiosk/removable/objects.h"

#include <doctest/doctest.h>

using namespace pufa::removable;

namespace {

const std::vector<std::filesystem::path> k_media{"/media", "/run/media", "/mnt"};

/// A drive "/d/NAME".
void drive(Objects& objects, const std::string& name, bool removable, const std::string& bus) {
    objects["/d/" + name]["Drive"] = {
        {"Removable", removable}, {"ConnectionBus", bus}, {"CanPowerOff", bus == "usb"}};
}
Interfaces& block(Objects& objects, const std::string& name, const std::string& of) {
    auto& added = objects["/b/" + name];
    added["Block"] = {{"Drive", of.empty() ? "/" : "/d/" + of},
                      {"Device", "/dev/" + name},
                      {"Size", uint64_t{1000}},
                      {"HintSystem", false},
                      {"HintIgnore", false}};
    added["Filesystem"] = {{"MountPoints", std::vector<std::string>{}}};
    return added;
}
std::string names(const Objects& objects) {
    std::string all;
    for (const auto& volume : find_volumes(objects, k_media))
        all += volume.path + (volume.has_file_system ? " " : "! ");
    return all;
}

} // namespace

TEST_CASE("only what can be pulled out is a stick") {
    Objects objects;
    drive(objects, "inside", false, "");
    drive(objects, "stick", true, "usb");
    drive(objects, "case", false, "usb"); // a disk in a USB case calls itself fixed
    drive(objects, "card", false, "sdio");
    block(objects, "nvme0n1p1", "inside");
    block(objects, "sdb1", "stick");
    block(objects, "sdc1", "case");
    block(objects, "mmcblk0p1", "card");
    block(objects, "loop0", "");
    block(objects, "sdz1", "nowhere");
    CHECK(names(objects) == "/b/mmcblk0p1 /b/sdb1 /b/sdc1 ");
    CHECK(can_switch_off(objects, "/d/stick"));
    CHECK_FALSE(can_switch_off(objects, "/d/card"));
    CHECK_FALSE(can_switch_off(objects, "/d/none"));
}

TEST_CASE("a disk from which the machine lives is no stick, and none of its partitions is") {
    const auto with = [](const auto& change) {
        Objects objects;
        drive(objects, "stick", true, "usb");
        block(objects, "sdb1", "stick");
        change(block(objects, "sdb2", "stick"));
        return names(objects);
    };
    using Paths = std::vector<std::string>;
    const auto mounted = [&](const std::string& folder) {
        return with([&](Interfaces& part) { part["Filesystem"]["MountPoints"] = Paths{folder}; });
    };
    CHECK(with([](Interfaces&) {}) == "/b/sdb1 /b/sdb2 ");
    CHECK(with([](Interfaces& part) { part["Block"]["HintSystem"] = true; }).empty());
    CHECK(with([](Interfaces& part) { part["Swapspace"]["Active"] = true; }).empty());
    for (const auto* folder : {"/", "/boot", "/run/live/medium", "/home", "/mediathek"})
        CHECK(mounted(folder).empty());
    for (const auto* folder : {"/media/a", "/run/media/pufa/a", "/mnt", "/mnt/a"})
        CHECK(mounted(folder) == "/b/sdb1 /b/sdb2 ");
}

TEST_CASE("a stick without a file system is one volume, and what is to be ignored none") {
    Objects objects;
    drive(objects, "stick", true, "usb");
    block(objects, "sdb", "stick").erase("Filesystem");
    block(objects, "sdb1", "stick").erase("Filesystem");
    CHECK(names(objects) == "/b/sdb! ");
    block(objects, "sdb2", "stick");
    CHECK(names(objects) == "/b/sdb2 ");
    objects["/b/sdb2"]["Block"]["HintIgnore"] = true;
    CHECK(names(objects) == "/b/sdb! ");
    objects["/b/sdb"]["Block"]["Size"] = uint64_t{0}; // a reader without a card
    objects["/b/sdb1"]["Block"]["Size"] = uint64_t{0};
    CHECK(names(objects).empty());
}

TEST_CASE("properties of another type than they should be are as if they were not there") {
    Objects objects;
    drive(objects, "stick", true, "usb");
    auto& part = block(objects, "sdb1", "stick");
    part["Block"]["IdLabel"] = uint64_t{3};
    part["Block"]["HintSystem"] = std::string{"yes"};
    part["Filesystem"]["MountPoints"] = Value{};
    const auto volumes = find_volumes(objects, k_media);
    REQUIRE(volumes.size() == 1);
    CHECK(volumes.front().label.empty());
    CHECK(volumes.front().mounted_at.empty());
}
