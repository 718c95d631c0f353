// Landlock by its system calls: Debian 12 has no library for it, and its header knows ABI 2 only.
#include "content/jail/jail.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace pufa::jail {

namespace {

constexpr long k_create_ruleset = 444;
constexpr long k_restrict_self = 446;
constexpr unsigned k_tell_version = 1;

/// Of linux/landlock.h as of ABI 6; an older kernel takes as much of it as it knows.
struct Ruleset {
    uint64_t files = 0;
    uint64_t network = 0;
    uint64_t scoped = 0;
};

/// What an ABI can forbid, and how much of a Ruleset it reads.
struct Abi {
    Ruleset all;
    size_t bytes;
};

constexpr uint64_t bits(int count) {
    return (uint64_t{1} << count) - 1;
}

// 1: execute, write, read, list, remove and make of every kind; 2: link and rename across folders;
// 3: truncate; 4: bind and connect TCP; 5: ioctl of devices; 6: abstract sockets and signals
// outside.
constexpr std::array k_abis{
    Abi{{}, 0},
    Abi{{bits(13), 0, 0}, 8},
    Abi{{bits(14), 0, 0}, 8},
    Abi{{bits(15), 0, 0}, 8},
    Abi{{bits(15), bits(2), 0}, 16},
    Abi{{bits(16), bits(2), 0}, 16},
    Abi{{bits(16), bits(2), bits(2)}, 24},
    Abi{{bits(16), bits(2), bits(2)}, 24},
};
static_assert(k_abis.size() == k_newest_landlock + 1);

} // namespace

Result<int> close_files(int abi_at_most) {
    const auto newest = ::syscall(k_create_ruleset, nullptr, 0, k_tell_version);
    if (newest < 0 && errno != ENOSYS && errno != EOPNOTSUPP)
        return base::from_errno(errno, "landlock");
    const int abi = std::clamp(static_cast<int>(newest), 0, abi_at_most);
    if (abi == 0) return 0;
    const Abi& known = k_abis.at(static_cast<size_t>(abi));
    const auto ruleset = static_cast<int>(::syscall(k_create_ruleset, &known.all, known.bytes, 0));
    if (ruleset < 0) return base::from_errno(errno, "landlock");
    // No rule is added: what is handled is forbidden everywhere.
    const auto restricted = ::syscall(k_restrict_self, ruleset, 0);
    const int failed = errno;
    ::close(ruleset);
    if (restricted != 0) return base::from_errno(failed, "landlock");
    return abi;
}

} // namespace pufa::jail
