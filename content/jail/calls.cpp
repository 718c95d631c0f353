// The allow-list. What is not named here kills the process (SIGSYS), so that a call forgotten
// shows itself in the tests; what libraries try in passing is answered with an error instead.
#include "content/jail/jail.h"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>
#include <span>

namespace pufa::jail {

namespace {

/// Compute, wait, take memory that cannot run, read what one holds.
constexpr std::array k_allowed{
    SCMP_SYS(brk),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(close),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(futex),
    SCMP_SYS(getcpu),
    SCMP_SYS(getpid),
    SCMP_SYS(getrandom),
    SCMP_SYS(gettid),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(lseek),
    SCMP_SYS(mremap),
    SCMP_SYS(munmap),
    SCMP_SYS(nanosleep),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(pread64),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(rseq),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sched_yield),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(sysinfo), // qsort asks how much memory there is
    SCMP_SYS(time),
};

struct Answer {
    int call;
    int error;
};
/// Asked by libraries that can do without.
constexpr std::array k_answered{
    Answer{SCMP_SYS(access), EACCES},
    Answer{SCMP_SYS(clone3), ENOSYS},
    Answer{SCMP_SYS(faccessat), EACCES},
    Answer{SCMP_SYS(faccessat2), EACCES},
    Answer{SCMP_SYS(fstat), EACCES},
    Answer{SCMP_SYS(ioctl), ENOTTY},
    Answer{SCMP_SYS(lstat), EACCES},
    Answer{SCMP_SYS(newfstatat), EACCES},
    Answer{SCMP_SYS(open), EACCES},
    Answer{SCMP_SYS(openat), EACCES},
    Answer{SCMP_SYS(openat2), EACCES},
    Answer{SCMP_SYS(prlimit64), EPERM},
    Answer{SCMP_SYS(readlink), EACCES},
    Answer{SCMP_SYS(readlinkat), EACCES},
    Answer{SCMP_SYS(sched_setaffinity), EPERM},
    Answer{SCMP_SYS(stat), EACCES},
    Answer{SCMP_SYS(statx), EACCES},
};

/// What glibc's pthread_create asks for: nothing else may be cloned.
constexpr uint64_t k_thread = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD |
                              CLONE_SYSVSEM | CLONE_SETTLS | CLONE_PARENT_SETTID |
                              CLONE_CHILD_CLEARTID;
/// glibc installs handlers for these two when the first thread is made or cancelled.
constexpr uint64_t k_cancel_signal = 32;
constexpr uint64_t k_setxid_signal = 33;

scmp_arg_cmp equal(unsigned argument, uint64_t value) {
    return {argument, SCMP_CMP_EQ, value, 0};
}
scmp_arg_cmp unequal(unsigned argument, uint64_t value) {
    return {argument, SCMP_CMP_NE, value, 0};
}
/// None of the bits of `mask` is set.
scmp_arg_cmp without(unsigned argument, uint64_t mask) {
    return {argument, SCMP_CMP_MASKED_EQ, mask, 0};
}

class Filter {
  public:
    Filter()
        : m_context(seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release) {
        if (!m_context) note(-ENOMEM);
    }
    void allow(int call, std::initializer_list<scmp_arg_cmp> when = {}) {
        add(SCMP_ACT_ALLOW, call, when);
    }
    void answer(int call, int error, std::initializer_list<scmp_arg_cmp> when = {}) {
        add(SCMP_ACT_ERRNO(static_cast<uint32_t>(error)), call, when);
    }
    /// From now on, for every thread there is.
    Result<void> load() {
        if (m_context) note(seccomp_attr_set(m_context.get(), SCMP_FLTATR_CTL_TSYNC, 1));
        if (m_failed == 0) note(seccomp_load(m_context.get()));
        if (m_failed != 0) return base::from_errno(m_failed, "seccomp");
        return {};
    }

  private:
    void add(uint32_t action, int call, std::initializer_list<scmp_arg_cmp> when) {
        if (!m_context) return;
        const int done = seccomp_rule_add_array(m_context.get(), action, call,
                                                static_cast<unsigned>(when.size()), when.begin());
        // This architecture has no such call.
        if (call < 0 && done != 0) return;
        note(done);
    }
    void note(int done) {
        if (done != 0 && m_failed == 0) m_failed = done < 0 ? -done : EIO;
    }

    std::unique_ptr<void, void (*)(scmp_filter_ctx)> m_context;
    int m_failed = 0; ///< the first error
};

void allow_memory(Filter& filter) {
    filter.allow(SCMP_SYS(mmap), {without(2, PROT_EXEC)});
    filter.allow(SCMP_SYS(mprotect), {without(2, PROT_EXEC)});
    filter.allow(SCMP_SYS(madvise), {equal(2, MADV_DONTNEED)});
    filter.answer(SCMP_SYS(madvise), EINVAL, {unequal(2, MADV_DONTNEED)});
    filter.allow(SCMP_SYS(fcntl), {equal(1, F_GET_SEALS)});
}

void allow_threads(Filter& filter) {
    filter.allow(SCMP_SYS(clone), {equal(0, k_thread)});
    filter.allow(SCMP_SYS(prctl), {equal(0, PR_SET_NAME)});
    filter.allow(SCMP_SYS(rt_sigaction), {equal(0, k_cancel_signal)});
    filter.allow(SCMP_SYS(rt_sigaction), {equal(0, k_setxid_signal)});
}

void allow_words(Filter& filter, uint64_t channel) {
    filter.allow(SCMP_SYS(recvmsg), {equal(0, channel)});
    filter.allow(SCMP_SYS(sendmsg), {equal(0, channel)});
    // What a library says before it aborts, and the abort.
    filter.allow(SCMP_SYS(write), {equal(0, STDERR_FILENO)});
    filter.allow(SCMP_SYS(writev), {equal(0, STDERR_FILENO)});
    filter.allow(SCMP_SYS(tgkill),
                 {equal(0, static_cast<uint64_t>(::getpid())), equal(2, SIGABRT)});
}

} // namespace

Result<void> close_system_calls(int channel) {
    Filter filter;
    for (const int call : k_allowed)
        filter.allow(call);
    for (const auto& [call, error] : k_answered)
        filter.answer(call, error);
    allow_memory(filter);
    allow_threads(filter);
    allow_words(filter, static_cast<uint64_t>(channel));
    return filter.load();
}

} // namespace pufa::jail
