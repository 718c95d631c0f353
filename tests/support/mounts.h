#pragma once
// File systems of a test's own, in a mount namespace that nobody else sees: as root, or as a user
// where the kernel allows user namespaces. Where it allows neither, the test fails and says so.

#include "content/base/file.h"
#include "tests/support/stick_image.h"

#include <doctest/doctest.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace pufa::support {

/// A memory disk of a given size, unmounted by the destructor.
class SmallDisk {
  public:
    explicit SmallDisk(uint64_t bytes) {
        INFO("a disk of the test's own needs root, or user namespaces for this user, and a root "
             "folder that is a mount point");
        REQUIRE(namespace_of_our_own());
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
        const auto file = base::open_file(taken(), O_WRONLY | O_CREAT);
        REQUIRE(file);
        REQUIRE(::posix_fallocate(file->get(), 0, static_cast<off_t>(bytes)) == 0);
    }

    /// ... and removes it again.
    void give_back() { REQUIRE(std::filesystem::remove(taken())); }

    /// Moves this process into a mount namespace, once. Needs a process of one thread.
    static bool namespace_of_our_own() {
        static const bool separate =
            (::unshare(CLONE_NEWNS) == 0 || in_a_user_namespace()) &&
            ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        return separate;
    }

  private:
    /// There a user may mount, and stays who he is.
    static bool in_a_user_namespace() {
        const auto map = [](unsigned id) {
            return std::to_string(id) + " " + std::to_string(id) + " 1";
        };
        const auto users = map(::geteuid());
        const auto groups = map(::getegid());
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
        const auto write = [](const char* file, const std::string& text) {
            const auto opened = base::open_file(file, O_WRONLY);
            return opened && base::write_all(opened->get(), base::as_bytes(text), file);
        };
        return write("/proc/self/uid_map", users) && write("/proc/self/setgroups", "deny") &&
               write("/proc/self/gid_map", groups);
    }

    [[nodiscard]] std::filesystem::path taken() const { return path() / "somebody-elses"; }

    base::TemporaryFolder m_folder;
};

/// A stick as somebody else has mounted it: an exFAT image that also stands below /media, for this
/// process and its children; where FUSE or loop devices are missing, a memory disk as large. Who
/// unmounts it there has not lost what is on it.
class StickBelowMedia {
  public:
    explicit StickBelowMedia(const std::string& label) {
        REQUIRE(SmallDisk::namespace_of_our_own());
        // Its source says that it is of a disk.
        if (!m_image.mount())
            REQUIRE(::mount("/dev/pufa-test-stick", path().c_str(), "tmpfs", 0, "size=64M") == 0);
        REQUIRE(::mount("none", "/media", "tmpfs", 0, nullptr) == 0);
        m_seen = std::filesystem::path{"/media"} / label;
        std::filesystem::create_directory(m_seen);
    }
    ~StickBelowMedia() {
        ::umount2("/media", MNT_DETACH);
        if (!m_image.mounted()) ::umount2(path().c_str(), MNT_DETACH);
    }
    StickBelowMedia(const StickBelowMedia&) = delete;
    StickBelowMedia& operator=(const StickBelowMedia&) = delete;

    void plug_in() const {
        REQUIRE(::mount(path().c_str(), m_seen.c_str(), nullptr, MS_BIND, nullptr) == 0);
    }
    /// The kiosk has let go of it.
    [[nodiscard]] bool released() const { return std::filesystem::is_empty(m_seen); }
    /// What is on it.
    [[nodiscard]] std::filesystem::path path() const { return m_image.folder(); }

  private:
    StickImage m_image{"mkfs.exfat -L PUFA", "mount.exfat-fuse"};
    std::filesystem::path m_seen;
};

/// While it lives, this process has no rights that its user does not have: root becomes a user who
/// owns nothing, and a user in a namespace of his own lays its capabilities down.
class NoRights {
  public:
    NoRights()
        : m_was_root(::geteuid() == 0) {
        if (m_was_root) {
            REQUIRE(::seteuid(k_nobody) == 0);
            return;
        }
        REQUIRE(::syscall(SYS_capget, &m_header, m_before.data()) == 0);
        auto none = m_before;
        for (auto& half : none)
            half.effective = 0;
        REQUIRE(::syscall(SYS_capset, &m_header, none.data()) == 0);
    }
    ~NoRights() {
        if (m_was_root ? ::seteuid(0) != 0 : ::syscall(SYS_capset, &m_header, m_before.data()) != 0)
            std::abort();
    }
    NoRights(const NoRights&) = delete;
    NoRights& operator=(const NoRights&) = delete;

  private:
    static constexpr uid_t k_nobody = 65534;
    bool m_was_root;
    __user_cap_header_struct m_header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> m_before{};
};

} // namespace pufa::support
