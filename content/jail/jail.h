#pragma once
// What pufa-decoder gives up, for good, before it reads a byte of media: files (Landlock, with no
// path allowed), system calls (an allow-list that by itself leaves no way to open, connect, run,
// fork, signal or make memory executable), privileges, and memory without end. A file that takes
// libav over then holds a process that can compute, answer on its channel, and die.
//
// A build with a sanitizer has no jail: its runtime opens /proc, maps what it likes and ends with
// a ptrace of its own. It says so in Hello; what the jail holds is proved in the release build.

#include "content/base/result.h"

#include <cstdint>

namespace pufa::jail {

inline constexpr uint64_t k_memory_bytes = 384u << 20;
/// The newest Landlock that is spoken here.
inline constexpr int k_newest_landlock = 7;

struct Options {
    int channel = 3; ///< the only socket that may be spoken to
    /// Address space beyond what is mapped when the door shuts: libav's own, the stacks of its
    /// threads, and the pictures and sound that the kiosk hands over.
    uint64_t memory_bytes = k_memory_bytes;
    int landlock_at_most = k_newest_landlock; ///< an older kernel, for tests; 0: none
};

/// What holds from now on.
struct Jail {
    bool closed = false; ///< false: a sanitizer's build
    int landlock = 0;    ///< the kernel's ABI; 0: it has none, and system calls alone are the wall
};

/// Call it from the only thread, when every library is loaded. An error leaves a process that must
/// not touch media: it may be half jailed.
[[nodiscard]] Result<Jail> enter(const Options& options);

// ---- the walls one by one, as the tests want them; enter() does them all, in this order ----

/// No file may be opened, made, renamed or removed from now on, and as far as the kernel's ABI
/// knows them no port bound and no process outside signalled. The ABI that holds; 0: none.
[[nodiscard]] Result<int> close_files(int abi_at_most);
/// Address space, core files, descriptors, file sizes. RLIMIT_FSIZE is 0, or 1 MiB more of the log
/// if standard error is a file; beyond it writing fails and kills nobody.
[[nodiscard]] Result<void> limit_resources(uint64_t address_bytes);
/// Nothing but the calls of the allow-list from now on.
[[nodiscard]] Result<void> close_system_calls(int channel);

} // namespace pufa::jail
