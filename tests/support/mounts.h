#pragma once
// File systems of a test's own, in a mount namespace that nobody else sees. Where the machine does
// not let a test mount, allowed() says so and the test takes a weaker fault.

#include "content/base/file.h"

#include <doctest/doctest.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace pufa::support {

/// A memory disk of a given size, unmounted by the destructor.
class SmallDisk {
  public:
    /// Moves this process into a mount namespace of its own, once.
    [[nodiscard]] static bool allowed() {
        static const bool separate =
            ::unshare(CLONE_NEWNS) == 0 &&
            ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        return separate;
    }

    explicit SmallDisk(uint64_t bytes) {
        REQUIRE(allowed());
        const auto options = "size=" + std::to_string(bytes);
        REQUIRE(::mount("tmpfs", path().c_str(), "tmpfs", 0, options.c_str()) == 0);
    }
    ~SmallDisk() { ::umount2(path().c_str(), MNT_DETACH); }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_folder.path(); }
    [[nodiscard]] uint64_t free() const { return *base::free_space(path()); }

    void make_read_only() {
        REQUIRE(::mount("none", path().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0);
    }
    /// Somebody else writes a file of this size to the disk.
    void take(uint64_t bytes) {
        const auto file = base::open_file(path() / "somebody-elses", O_WRONLY | O_CREAT);
        REQUIRE(file);
        REQUIRE(::posix_fallocate(file->get(), 0, static_cast<off_t>(bytes)) == 0);
    }

  private:
    base::TemporaryFolder m_folder;
};

/// While it lives, a process of root has the rights of a user who owns nothing.
class NoRights {
  public:
    NoRights()
        : m_was_root(::geteuid() == 0) {
        if (m_was_root) REQUIRE(::seteuid(k_nobody) == 0);
    }
    ~NoRights() {
        if (m_was_root && ::seteuid(0) != 0) std::abort();
    }
    NoRights(const NoRights&) = delete;
    NoRights& operator=(const NoRights&) = delete;

  private:
    static constexpr uid_t k_nobody = 65534;
    bool m_was_root;
};

} // namespace pufa::support
