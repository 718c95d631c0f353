#include "tests/jail/probe.h"

#include <linux/sched.h>
#include <sched.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace pufa::probe {

namespace {

constexpr const char* k_true = "/bin/true";

/// A child that ends at once, or the error.
int born(long pid) {
    if (pid == 0) ::_exit(0);
    return outcome(pid);
}

// SIGURG is ignored by whoever did not ask for it.
constexpr std::array k_calls{
    Call{"execve", Needs::nothing,
         [](const Scene&) {
             const std::array<char*, 2> words{const_cast<char*>(k_true), nullptr};
             const std::array<char*, 1> environment{nullptr};
             return outcome(::execve(k_true, words.data(), environment.data()));
         }},
    Call{"execveat", Needs::nothing,
         [](const Scene& s) {
             const std::array<char*, 2> words{const_cast<char*>(k_true), nullptr};
             const std::array<char*, 1> environment{nullptr};
             return outcome(::syscall(SYS_execveat, s.program, "", words.data(), environment.data(),
                                      0x1000 /* AT_EMPTY_PATH */));
         }},
    Call{"fork", Needs::nothing, [](const Scene&) { return born(::syscall(SYS_fork)); }},
    Call{"fork by the C library", Needs::nothing, [](const Scene&) { return born(::fork()); }},
    Call{"vfork", Needs::nothing,
         [](const Scene&) {
             const pid_t pid = ::vfork();
             if (pid == 0) ::_exit(0);
             return outcome(pid);
         }},
    Call{"posix_spawn", Needs::nothing,
         [](const Scene&) {
             const std::array<char*, 2> words{const_cast<char*>(k_true), nullptr};
             const std::array<char*, 1> environment{nullptr};
             pid_t pid = -1;
             return ::posix_spawn(&pid, k_true, nullptr, nullptr, words.data(), environment.data());
         }},
    Call{"clone of a process", Needs::nothing,
         [](const Scene&) { return born(::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)); }},
    Call{"clone that shares memory only", Needs::nothing,
         [](const Scene&) {
             alignas(16) static std::array<char, 65536> stack;
             const auto end_at_once = [](void*) { return 0; };
             return outcome(::clone(end_at_once, stack.data() + stack.size(),
                                    CLONE_VM | CLONE_VFORK | SIGCHLD, nullptr));
         }},
    Call{"clone3", Needs::nothing,
         [](const Scene&) {
             clone_args how{};
             how.exit_signal = SIGCHLD;
             return born(::syscall(SYS_clone3, &how, sizeof how));
         }},
    Call{"ptrace", Needs::nothing,
         [](const Scene&) { return outcome(::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr)); }},
    Call{
        "ptrace of another", Needs::administrator,
        [](const Scene& s) { return outcome(::ptrace(PTRACE_SEIZE, s.victim, nullptr, nullptr)); }},
    Call{"process_vm_readv", Needs::administrator,
         [](const Scene& s) {
             std::array<char, 4> here{};
             const iovec local{here.data(), here.size()};
             const iovec remote{s.page, here.size()};
             return outcome(::process_vm_readv(s.victim, &local, 1, &remote, 1, 0));
         }},
    Call{"process_vm_writev", Needs::administrator,
         [](const Scene& s) {
             std::array<char, 4> here{};
             const iovec local{here.data(), here.size()};
             const iovec remote{s.page, here.size()};
             return outcome(::process_vm_writev(s.victim, &local, 1, &remote, 1, 0));
         }},
    Call{"kill", Needs::nothing, [](const Scene& s) { return outcome(::kill(s.victim, SIGURG)); }},
    Call{"kill of its parent", Needs::nothing,
         [](const Scene&) { return outcome(::kill(::getppid(), SIGURG)); }},
    Call{"tgkill of another", Needs::nothing,
         [](const Scene& s) { return outcome(::syscall(SYS_tgkill, s.victim, s.victim, SIGURG)); }},
    Call{"tkill", Needs::nothing,
         [](const Scene& s) { return outcome(::syscall(SYS_tkill, s.victim, SIGURG)); }},
    Call{"rt_sigqueueinfo", Needs::nothing,
         [](const Scene& s) { return outcome(::sigqueue(s.victim, SIGURG, sigval{})); }},
    Call{"pidfd_open", Needs::nothing,
         [](const Scene& s) { return outcome(::syscall(SYS_pidfd_open, s.victim, 0)); }},
    Call{"pidfd_send_signal", Needs::nothing,
         [](const Scene& s) {
             return outcome(::syscall(SYS_pidfd_send_signal, s.pidfd, SIGURG, nullptr, 0));
         }},
    Call{"pidfd_getfd", Needs::administrator,
         [](const Scene& s) { return outcome(::syscall(SYS_pidfd_getfd, s.pidfd, 1, 0)); }},
    Call{"setrlimit", Needs::nothing,
         [](const Scene&) {
             const rlimit none{0, 0};
             return outcome(::syscall(SYS_setrlimit, RLIMIT_CORE, &none));
         }},
    Call{"prlimit", Needs::nothing,
         [](const Scene&) {
             const rlimit none{0, 0};
             return outcome(::prlimit(0, RLIMIT_CORE, &none, nullptr));
         }},
    Call{"prlimit of another", Needs::administrator,
         [](const Scene& s) {
             const rlimit none{0, 0};
             return outcome(::prlimit(s.victim, RLIMIT_CORE, &none, nullptr));
         }},
    Call{"setpriority", Needs::nothing,
         [](const Scene&) { return outcome(::setpriority(PRIO_PROCESS, 0, 19)); }},
    Call{"sched_setscheduler", Needs::nothing,
         [](const Scene&) {
             const sched_param plain{};
             return outcome(::sched_setscheduler(0, SCHED_BATCH, &plain));
         }},
    Call{"setuid", Needs::nothing, [](const Scene&) { return outcome(::setuid(::getuid())); }},
    Call{"setgroups", Needs::administrator,
         [](const Scene&) { return outcome(::syscall(SYS_setgroups, 0, nullptr)); }},
    Call{"setsid", Needs::nothing, [](const Scene&) { return outcome(::setsid()); }},
    Call{"prctl", Needs::nothing,
         [](const Scene&) { return outcome(::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)); }},
    Call{"sigaction", Needs::nothing,
         [](const Scene&) {
             struct sigaction action {};
             action.sa_handler = SIG_IGN;
             return outcome(::sigaction(SIGSEGV, &action, nullptr));
         }},
    Call{"unshare", Needs::nothing, [](const Scene&) { return outcome(::unshare(CLONE_FILES)); }},
    Call{"unshare of the network", Needs::administrator,
         [](const Scene&) { return outcome(::unshare(CLONE_NEWNET)); }},
    Call{"setns", Needs::administrator,
         [](const Scene& s) { return outcome(::setns(s.network, CLONE_NEWNET)); }},
};

} // namespace

std::span<const Call> process_calls() {
    return k_calls;
}

} // namespace pufa::probe
