#pragma once
// Sticks as mkfs makes them, in a file, mounted by drivers in user space or the kernel's own.

#include "content/base/file.h"
#include "content/base/process.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <utility>

namespace pufa::support {

/// Its exit code.
inline int in_shell(const std::string& line) {
    // Names as the image holds them, whatever the machine's own locale is.
    const auto done = base::run("/bin/sh", {"-c", "export LC_ALL=C.UTF-8; exec 2>&1; " + line});
    REQUIRE(done);
    INFO(line);
    INFO(done->output);
    return done->exit_code;
}

/// 64 MiB. `make` takes a file; `mount` takes a device and a folder: a loop device, as a stick is
/// one, and exfat-fuse takes nothing else.
class StickImage {
  public:
    StickImage(const std::string& make, std::string mount)
        : m_mount(std::move(mount)) {
        std::filesystem::create_directory(folder());
        REQUIRE(in_shell("truncate -s 64M " + file()) == 0);
        REQUIRE(in_shell(make + " " + file()) == 0);
    }
    ~StickImage() { unmount(); }
    StickImage(const StickImage&) = delete;
    StickImage& operator=(const StickImage&) = delete;

    /// False, with the reason printed, where this machine cannot.
    [[nodiscard]] bool mount(const std::string& options = "") {
        m_mounted =
            in_shell("device=$(losetup -f --show " + file() + ") && echo $device >" + loop() +
                     " && " + m_mount + " " + options + " $device " + folder().string()) == 0;
        if (!m_mounted) {
            detach();
            MESSAGE("skipped: no loop devices or no FUSE here for " << m_mount);
        }
        return m_mounted;
    }
    void unmount() {
        if (!m_mounted) return;
        m_mounted = false;
        CHECK(in_shell("umount " + folder().string()) == 0);
        detach();
    }
    [[nodiscard]] bool mounted() const { return m_mounted; }
    [[nodiscard]] std::string file() const { return (m_place.path() / "image").string(); }
    [[nodiscard]] std::filesystem::path folder() const { return m_place.path() / "mounted"; }

  private:
    [[nodiscard]] std::string loop() const { return (m_place.path() / "loop").string(); }
    /// The driver may hold it for a moment more; then it goes with the driver.
    void detach() const { in_shell("test -s " + loop() + " && losetup -d $(cat " + loop() + ")"); }

    base::TemporaryFolder m_place;
    std::string m_mount;
    bool m_mounted = false;
};

} // namespace pufa::support
