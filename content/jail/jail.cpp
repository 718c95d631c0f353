#include "content/jail/jail.h"

#include "content/base/sanitizer.h"

#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <fstream>

namespace pufa::jail {

namespace {

/// Three of the process, the channel, three of an Open and the three that may come with the next.
constexpr rlim_t k_descriptors = 16;
constexpr off_t k_log_bytes = 1 << 20;

Result<void> limit(int resource, rlim_t most) {
    const rlimit both{most, most};
    if (::setrlimit(static_cast<__rlimit_resource>(resource), &both) != 0)
        return base::from_errno(errno, "setrlimit");
    return {};
}

/// Bytes of address space that are mapped now.
Result<uint64_t> mapped_bytes() {
    uint64_t pages = 0;
    if (!(std::ifstream{"/proc/self/statm"} >> pages))
        return base::from_errno(EIO, "/proc/self/statm");
    return pages * static_cast<uint64_t>(::sysconf(_SC_PAGESIZE));
}

/// How large a file may become by our writing.
rlim_t file_bytes() {
    struct stat log {};
    if (::fstat(STDERR_FILENO, &log) != 0 || !S_ISREG(log.st_mode)) return 0;
    return static_cast<rlim_t>(log.st_size + k_log_bytes);
}

} // namespace

Result<void> limit_resources(uint64_t address_bytes) {
    // An arena for each thread would take 64 MiB of address space before it holds anything.
    ::mallopt(M_ARENA_MAX, 2);
    PUFA_CHECK(limit(RLIMIT_AS, address_bytes));
    std::signal(SIGXFSZ, SIG_IGN);
    PUFA_CHECK(limit(RLIMIT_FSIZE, file_bytes()));
    PUFA_CHECK(limit(RLIMIT_CORE, 0));
    PUFA_CHECK(limit(RLIMIT_MEMLOCK, 0));
    return limit(RLIMIT_NOFILE, k_descriptors);
}

Result<Jail> enter(const Options& options) {
    // Whoever is stuck in a library does not see that the kiosk has gone.
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return base::from_errno(errno, "prctl");
    if (base::k_sanitizer) return Jail{};
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return base::from_errno(errno, "no_new_privs");
    Jail jail;
    PUFA_TRY(const uint64_t mapped, mapped_bytes());
    PUFA_TRY(jail.landlock, close_files(options.landlock_at_most));
    PUFA_CHECK(limit_resources(mapped + options.memory_bytes));
    PUFA_CHECK(close_system_calls(options.channel));
    jail.closed = true;
    return jail;
}

} // namespace pufa::jail
