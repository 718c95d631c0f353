#pragma once
// Stands between this process and the calls by which SQLite and content/base write, so that a disk
// can go read-only, or fail to sync, while a file on it is open, whoever runs the test. Defines the
// calls themselves: include it in one source file of a program.

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <filesystem>
#include <string>
#include <string_view>

namespace pufa::support {

struct DiskCalls {
    // Set before m_fault is; read by the calls of any thread while it is set.
    std::string folder;
    enum class Fault { none, read_only, failing_sync };
    std::atomic<Fault> fault{Fault::none};
    std::atomic<int> refused{0};
    std::atomic<int> syncs{0};
};

inline DiskCalls& disk_calls() {
    static DiskCalls calls;
    return calls;
}

/// True, and counted, if `fault` is on and the path lies in its folder.
inline bool refuses(DiskCalls::Fault fault, std::string_view path) {
    auto& calls = disk_calls();
    if (calls.fault != fault || !(std::string{path} + "/").starts_with(calls.folder)) return false;
    ++calls.refused;
    return true;
}

inline bool refuses(DiskCalls::Fault fault, int fd) {
    if (disk_calls().fault != fault) return false;
    char path[4096];
    const auto link = "/proc/self/fd/" + std::to_string(fd);
    const ssize_t size = ::readlink(link.c_str(), path, sizeof path);
    return size > 0 && refuses(fault, std::string_view{path, static_cast<size_t>(size)});
}

/// While it lives a fault holds for all files below `folder`.
class DiskFault {
  public:
    DiskFault(DiskCalls::Fault fault, const std::filesystem::path& folder) {
        auto& calls = disk_calls();
        calls.folder = std::filesystem::canonical(folder).string() + "/";
        calls.refused = 0;
        calls.fault = fault;
    }
    ~DiskFault() { disk_calls().fault = DiskCalls::Fault::none; }
    DiskFault(const DiskFault&) = delete;
    DiskFault& operator=(const DiskFault&) = delete;

    [[nodiscard]] static bool fired() { return disk_calls().refused > 0; }
};

/// Nothing can be opened for writing or written (EROFS): what a kernel makes of a failing disk.
class ReadOnlyDisk : public DiskFault {
  public:
    explicit ReadOnlyDisk(const std::filesystem::path& folder)
        : DiskFault(DiskCalls::Fault::read_only, folder) {}
};

/// Writes work, but their way to the disk fails (EIO): whether they arrived, nobody knows.
class FailingSync : public DiskFault {
  public:
    explicit FailingSync(const std::filesystem::path& folder)
        : DiskFault(DiskCalls::Fault::failing_sync, folder) {}
};

/// How often this process has asked for data to be on the disk.
inline int syncs() {
    return disk_calls().syncs;
}

template <class Call>
Call real_call(const char* name) {
    return reinterpret_cast<Call>(::dlsym(RTLD_NEXT, name));
}

inline int fail_with(int error_number) {
    errno = error_number;
    return -1;
}

} // namespace pufa::support

extern "C" {

__attribute__((visibility("default"))) int open64(const char* path, int flags, ...) {
    using namespace pufa::support;
    va_list arguments;
    va_start(arguments, flags);
    const unsigned mode = (flags & O_CREAT) ? va_arg(arguments, unsigned) : 0;
    va_end(arguments);
    const bool writes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT) != 0;
    if (writes && refuses(DiskCalls::Fault::read_only, path)) return fail_with(EROFS);
    static const auto real = real_call<int (*)(const char*, int, ...)>("open64");
    return real(path, flags, mode);
}

__attribute__((visibility("default"))) int faccessat(int folder, const char* path, int how,
                                                     int flags) noexcept {
    using namespace pufa::support;
    if ((how & W_OK) && refuses(DiskCalls::Fault::read_only, path)) return fail_with(EROFS);
    static const auto real = real_call<int (*)(int, const char*, int, int)>("faccessat");
    return real(folder, path, how, flags);
}

__attribute__((visibility("default"))) int access(const char* path, int how) noexcept {
    using namespace pufa::support;
    if ((how & W_OK) && refuses(DiskCalls::Fault::read_only, path)) return fail_with(EROFS);
    static const auto real = real_call<int (*)(const char*, int)>("access");
    return real(path, how);
}

__attribute__((visibility("default"))) ssize_t pwrite64(int fd, const void* bytes, size_t size,
                                                        off64_t offset) {
    using namespace pufa::support;
    if (refuses(DiskCalls::Fault::read_only, fd)) return fail_with(EROFS);
    static const auto real = real_call<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    return real(fd, bytes, size, offset);
}

__attribute__((visibility("default"))) int ftruncate64(int fd, off64_t size) noexcept {
    using namespace pufa::support;
    if (refuses(DiskCalls::Fault::read_only, fd)) return fail_with(EROFS);
    static const auto real = real_call<int (*)(int, off64_t)>("ftruncate64");
    return real(fd, size);
}

__attribute__((visibility("default"))) int fdatasync(int fd) {
    using namespace pufa::support;
    ++disk_calls().syncs;
    if (refuses(DiskCalls::Fault::failing_sync, fd)) return fail_with(EIO);
    static const auto real = real_call<int (*)(int)>("fdatasync");
    return real(fd);
}
}
