#include "tests/jail/probe.h"

#include <linux/userfaultfd.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/personality.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>

namespace pufa::probe {

namespace {

constexpr size_t k_page = 4096;
constexpr size_t k_too_much = 512u << 20;

int mapped(void* at) {
    return at == MAP_FAILED ? errno : 0;
}

constexpr std::array k_calls{
    Call{"mmap for execution", Needs::nothing,
         [](const Scene&) {
             return mapped(::mmap(nullptr, k_page, PROT_READ | PROT_EXEC,
                                  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
         }},
    Call{"mmap of a program", Needs::nothing,
         [](const Scene& s) {
             return mapped(
                 ::mmap(nullptr, k_page, PROT_READ | PROT_EXEC, MAP_PRIVATE, s.program, 0));
         }},
    Call{"mprotect for execution", Needs::nothing,
         [](const Scene& s) { return outcome(::mprotect(s.page, k_page, PROT_READ | PROT_EXEC)); }},
    Call{"pkey_mprotect for execution", Needs::nothing,
         [](const Scene& s) {
             return outcome(
                 ::syscall(SYS_pkey_mprotect, s.page, k_page, PROT_READ | PROT_EXEC, -1));
         }},
    Call{"personality that makes all readable memory executable", Needs::nothing,
         [](const Scene&) { return outcome(::personality(READ_IMPLIES_EXEC)); }},
    Call{"memory without end", Needs::nothing,
         [](const Scene&) {
             return mapped(::mmap(nullptr, k_too_much, PROT_READ | PROT_WRITE,
                                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0));
         }},
    Call{"memfd_create", Needs::nothing,
         [](const Scene&) { return outcome(::memfd_create("probe", 0)); }},
    Call{"shmget", Needs::nothing,
         [](const Scene&) { return outcome(::shmget(IPC_PRIVATE, k_page, IPC_CREAT | 0600)); }},
    Call{"shmat for execution", Needs::nothing,
         [](const Scene& s) { return mapped(::shmat(s.shared, nullptr, SHM_EXEC)); }},
    Call{"semget", Needs::nothing,
         [](const Scene&) { return outcome(::semget(IPC_PRIVATE, 1, IPC_CREAT | 0600)); }},
    Call{"msgget", Needs::nothing,
         [](const Scene&) { return outcome(::msgget(IPC_PRIVATE, IPC_CREAT | 0600)); }},
    Call{"userfaultfd", Needs::administrator,
         [](const Scene&) { return outcome(::syscall(SYS_userfaultfd, 0)); }},
};

} // namespace

std::span<const Call> memory_calls() {
    return k_calls;
}

} // namespace pufa::probe
