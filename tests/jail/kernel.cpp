#include "tests/jail/probe.h"

#include <fcntl.h>
#include <linux/bpf.h>
#include <linux/io_uring.h>
#include <linux/keyctl.h>
#include <linux/perf_event.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/fanotify.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/klog.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace pufa::probe {

namespace {

constexpr std::array k_calls{
    Call{"io_uring_setup", Needs::administrator,
         [](const Scene&) {
             io_uring_params how{};
             return outcome(::syscall(SYS_io_uring_setup, 4, &how));
         }},
    Call{"bpf", Needs::administrator,
         [](const Scene&) {
             bpf_attr map{};
             map.map_type = BPF_MAP_TYPE_ARRAY;
             map.key_size = map.value_size = 4;
             map.max_entries = 1;
             return outcome(::syscall(SYS_bpf, BPF_MAP_CREATE, &map, sizeof map));
         }},
    Call{"perf_event_open", Needs::administrator,
         [](const Scene&) {
             perf_event_attr event{};
             event.size = sizeof event;
             event.type = PERF_TYPE_SOFTWARE;
             event.config = PERF_COUNT_SW_CPU_CLOCK;
             return outcome(::syscall(SYS_perf_event_open, &event, 0, -1, -1, 0));
         }},
    Call{"keyctl", Needs::nothing,
         [](const Scene&) {
             return outcome(
                 ::syscall(SYS_keyctl, KEYCTL_GET_KEYRING_ID, KEY_SPEC_PROCESS_KEYRING, 1));
         }},
    Call{"add_key", Needs::nothing,
         [](const Scene&) {
             return outcome(
                 ::syscall(SYS_add_key, "user", "probe", "x", 1, KEY_SPEC_PROCESS_KEYRING));
         }},
    Call{"ioctl(TIOCSTI)", Needs::administrator,
         [](const Scene& s) { return outcome(::ioctl(s.terminal, TIOCSTI, "x")); }},
    Call{"sethostname", Needs::administrator,
         [](const Scene&) { return outcome(::sethostname("probe", 5)); }},
    Call{"syslog", Needs::administrator,
         [](const Scene&) { return outcome(::klogctl(10, nullptr, 0)); }},
    Call{"dup", Needs::nothing, [](const Scene& s) { return outcome(::dup(s.memory)); }},
    Call{"dup2", Needs::nothing,
         [](const Scene& s) { return outcome(::syscall(SYS_dup2, s.memory, 40)); }},
    Call{"dup3", Needs::nothing,
         [](const Scene& s) { return outcome(::dup3(s.memory, 40, O_CLOEXEC)); }},
    Call{"fcntl(F_DUPFD)", Needs::nothing,
         [](const Scene& s) { return outcome(::fcntl(s.memory, F_DUPFD, 0)); }},
    Call{"fcntl(F_SETFL)", Needs::nothing,
         [](const Scene& s) { return outcome(::fcntl(s.memory, F_SETFL, O_APPEND)); }},
    Call{"fcntl(F_ADD_SEALS)", Needs::nothing,
         [](const Scene& s) { return outcome(::fcntl(s.memory, F_ADD_SEALS, F_SEAL_SEAL)); }},
    Call{"pipe2", Needs::nothing,
         [](const Scene&) {
             std::array<int, 2> ends{};
             return outcome(::pipe2(ends.data(), 0));
         }},
    Call{"eventfd2", Needs::nothing, [](const Scene&) { return outcome(::eventfd(0, 0)); }},
    Call{"epoll_create1", Needs::nothing, [](const Scene&) { return outcome(::epoll_create1(0)); }},
    Call{"inotify_init1", Needs::nothing, [](const Scene&) { return outcome(::inotify_init1(0)); }},
    Call{"fanotify_init", Needs::administrator,
         [](const Scene&) { return outcome(::fanotify_init(FAN_CLASS_NOTIF, O_RDONLY)); }},
    Call{"timerfd_create", Needs::nothing,
         [](const Scene&) { return outcome(::timerfd_create(CLOCK_MONOTONIC, 0)); }},
    Call{"signalfd4", Needs::nothing,
         [](const Scene&) {
             sigset_t none;
             ::sigemptyset(&none);
             return outcome(::signalfd(-1, &none, 0));
         }},
};

} // namespace

std::span<const Call> kernel_calls() {
    return k_calls;
}

} // namespace pufa::probe
