#include "kiosk/removable/mountinfo.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::removable;

TEST_CASE("lines of mountinfo are read, with any number of optional fields") {
    const auto mounts = parse_mountinfo(
        "36 35 98:0 /root /media/a rw,noatime master:1 shared:2 - vfat /dev/sdb1 rw,errors=x\n"
        "37 35 8:33 / /run/media/pufa/\\346\\231\\256\\040b ro,nosuid - exfat /dev/sdc1 rw\n"
        "38 35 0:41 / /media/c rw shared:3 - fuseblk /dev/sdd1 ro,user_id=0\n");
    REQUIRE(mounts.size() == 3);
    CHECK(mounts[0] == Mount{36, "98:0", "/dev/sdb1", "vfat", "/media/a", false});
    CHECK(mounts[1] == Mount{37, "8:33", "/dev/sdc1", "exfat", "/run/media/pufa/普 b", true});
    CHECK(mounts[2] == Mount{38, "0:41", "/dev/sdd1", "fuseblk", "/media/c", true});
}

TEST_CASE("what is no line of mountinfo is left out") {
    CHECK(parse_mountinfo("").empty());
    CHECK(parse_mountinfo("\n\n").empty());
    CHECK(parse_mountinfo("36 35 98:0 / /a rw - vfat /dev/sdb1").empty()); // ends early
    CHECK(parse_mountinfo("36 35 98:0 / - vfat /dev/sdb1 rw").empty());
    CHECK(parse_mountinfo("x 35 98:0 / /a rw - vfat /dev/sdb1 rw").empty());
    CHECK(parse_mountinfo("36 35 98:0 / /a\\04 rw - vfat /dev/sdb1 rw").front().folder ==
          R"(/a\04)");
}

TEST_CASE("the kernel's own list can be read, and the root folder is on it") {
    CHECK(is_mounted("/proc/self/mountinfo", "/proc"));
    CHECK_FALSE(is_mounted("/proc/self/mountinfo", "/nowhere"));
    CHECK_FALSE(is_mounted("/no/such/file", "/"));
}
