#pragma once
// USB sticks: which are in, and mounting, re-mounting and letting go of them on request. Nothing is
// mounted before open(); what is, is mounted nosuid,nodev,noexec. Never reads a file of a stick.
//
// Call down, wake up, poll. A thread of its own talks to udisks2 (or, where there is none, watches
// what others have mounted); every function here is for one thread, the UI's, and never waits.

#include "content/base/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pufa::removable {

/// One file system on something that can be pulled out. A stick of two partitions is two of these,
/// let go of together.
struct Stick {
    enum class State {
        seen,      ///< in, and not mounted by us
        mounting,  ///< on its way to what was asked for
        readable,  ///< mounted read-only
        writable,  ///< mounted for writing
        releasing, ///< what was written is on its way
        released,  ///< may be pulled out
        failed,    ///< `trouble` says why; open() may be asked again
    };
    std::string id;          ///< stable while the stick is in, never used again; never shown
    std::string label;       ///< of the file system, UTF-8 without control characters; may be empty
    std::string file_system; ///< "vfat", "exfat", "ntfs", "ext4" …; empty: unknown
    uint64_t size_bytes = 0;
    State state = State::seen;
    /// Where it is mounted; empty unless readable or writable.
    std::filesystem::path folder{};
    /// Only with `failed`: NO_FILE_SYSTEM, READ_ONLY (asked to write on a protected stick),
    /// NO_PERMISSION (polkit refused), STICK_IN_USE (another program holds it), DISK_ERROR.
    std::optional<Error> trouble{};
};

enum class Access { read, write };

class Sticks {
  public:
    virtual ~Sticks() = default;
    /// In the order in which they came. One that was pulled out is not among them, whatever its
    /// state was; one that was let go of and switched off stays for WatchOptions::released_stays.
    [[nodiscard]] virtual std::vector<Stick> present() const = 0;
    /// Changes whenever present() does.
    [[nodiscard]] virtual uint64_t revision() const = 0;
    /// Mounts it, or mounts it anew where it is mounted otherwise. Nothing if the stick is gone or
    /// is so already.
    virtual void open(const std::string& id, Access access) = 0;
    /// Unmounts all of the stick, so that everything is written, and switches it off where that can
    /// be done. The other partitions of the same stick go with it.
    virtual void release(const std::string& id) = 0;
};

struct WatchOptions {
    /// D-Bus address; empty: the system bus.
    std::string bus{};
    /// Called by the watching thread after each change of revision(); may be empty.
    std::function<void()> wake{};
    /// A stick without a file system is told so long after it came: its partitions come one by one.
    std::chrono::milliseconds settles{1500};
    std::chrono::milliseconds released_stays{60'000};
    /// Between tries to reach a bus that is not there.
    std::chrono::milliseconds reconnect{5000};
    /// So long the sticks of a udisks2 that ended are kept: it is started again.
    std::chrono::milliseconds daemon_returns{30'000};
    // ---- where the machine says things; a test has its own ----
    std::filesystem::path mountinfo = "/proc/self/mountinfo";
    std::filesystem::path sys_block = "/sys/dev/block";
    std::filesystem::path by_label = "/dev/disk/by-label"; ///< labels that udisks2 cannot tell
    /// Without udisks2 what is mounted below these is taken for a stick.
    std::vector<std::filesystem::path> media_folders{"/media", "/run/media"};
};
/// Never fails: without a bus, and until one comes, sticks are what others have mounted.
[[nodiscard]] std::unique_ptr<Sticks> watch_sticks(WatchOptions options = {});

} // namespace pufa::removable
