#pragma once
// The inside of the disk shim, a library that is preloaded into a program under test. It stands
// between the program and the C library's calls on files, and does to one of them what
// tests/faults/shim_log.h says. It is no part of the product.

#include "tests/faults/shim_log.h"

#include <dlfcn.h>

#include <cstddef>
#include <string>

namespace pufa::faults {

template <class Call>
Call real_call(Call, const char* name) {
    return reinterpret_cast<Call>(::dlsym(RTLD_NEXT, name));
}

/// The C library's own function behind the one of the same name in the shim.
#define PUFA_REAL(name) static const auto real = real_call(&::name, #name)

/// While it lives errno may be overwritten; afterwards it is what it was.
class KeepErrno {
  public:
    KeepErrno();
    ~KeepErrno();
    KeepErrno(const KeepErrno&) = delete;
    KeepErrno& operator=(const KeepErrno&) = delete;

  private:
    int m_errno;
};

/// Absolute, as the kernel or the caller names it; empty if it has no name.
std::string path_of(int fd);
std::string path_at(int folder, const char* path);
uint64_t inode_of(int fd);
uint64_t inode_of(const std::string& path); ///< 0: there is none

/// True for files and folders below PUFA_FAULT_ROOT, and for itself.
bool counts(const std::string& path);
/// True for files below PUFA_STICK_ROOT.
bool on_stick(const std::string& path);

/// What the plan does to the call that is next.
struct Fate {
    int error = 0;        ///< fails with it instead of being made
    bool half = false;    ///< takes half of the bytes, then the process is killed
    bool one = false;     ///< takes one byte only
    bool pretend = false; ///< says that it was done, and is not
};
/// Counts the call. Kills the process if the plan says so.
Fate fate_of_next(Op op);
[[noreturn]] void die();

/// What is written down of one call.
struct Trace {
    Op op = Op::fired;
    std::string path{};
    std::string other{};
    uint64_t inode = 0;
    uint64_t offset = 0;
    const void* bytes = nullptr;
    size_t size = 0;
    bool made = false;
};
/// `result` is what the call returned; its errno is read if that is negative.
void write_down(const Trace& trace, int64_t result);
void write_down_fired();

} // namespace pufa::faults
