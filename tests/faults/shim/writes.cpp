// The calls that change what is on a disk. Each is counted, judged and written down; what the
// C library calls inside itself (fopen, mkstemp) does not pass here, and a test with strace shows
// that the programs under test do without.

#include "tests/faults/shim/shim.h"

#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstdio>

#define PUFA_SHOWN __attribute__((visibility("default")))

namespace pufa::faults {

namespace {

/// Makes `call` unless the plan has something else in store, and writes it down.
template <class Call>
int judged(const Trace& trace, Call&& call) {
    const auto fate = fate_of_next(trace.op);
    if (fate.half) die();
    if (fate.pretend) return 0;
    int result = -1;
    if (fate.error)
        errno = fate.error;
    else
        result = call();
    write_down(trace, result);
    return result;
}

/// A write of `size` bytes at `offset` by `call(size)`.
template <class Call>
ssize_t judged_write(int fd, const std::string& path, const void* bytes, size_t size,
                     uint64_t offset, Call&& call) {
    const Trace trace{.op = Op::write,
                      .path = path,
                      .inode = inode_of(fd),
                      .offset = offset,
                      .bytes = bytes,
                      .size = size};
    const auto fate = fate_of_next(Op::write);
    ssize_t result = -1;
    if (fate.error)
        errno = fate.error;
    else
        result = call(fate.half ? size / 2 : fate.one ? std::min<size_t>(size, 1) : size);
    write_down(trace, result);
    if (fate.half) die();
    return result;
}

uint64_t position(int fd) {
    const KeepErrno keep;
    const bool appends = (::fcntl(fd, F_GETFL) & O_APPEND) != 0;
    if (!appends) return static_cast<uint64_t>(::lseek(fd, 0, SEEK_CUR));
    struct stat info {};
    return ::fstat(fd, &info) == 0 ? static_cast<uint64_t>(info.st_size) : 0;
}

template <class Call>
int opened(int folder, const char* path, int flags, Call&& call) {
    const auto full = path_at(folder, path);
    if ((flags & (O_CREAT | O_TRUNC)) == 0 || !counts(full)) return call();
    const bool made = inode_of(full) == 0;
    // An old file is opened without any room.
    const auto fate = fate_of_next(made ? Op::create : Op::truncate);
    if (fate.half) die();
    int fd = -1;
    if (fate.error)
        errno = fate.error;
    else
        fd = call();
    // An old file that O_TRUNC emptied is a truncation to those who replay it.
    const bool emptied = fd >= 0 && !made && (flags & O_TRUNC) != 0;
    write_down({.op = emptied ? Op::truncate : Op::create,
                .path = full,
                .inode = fd >= 0 ? inode_of(fd) : 0,
                .made = made},
               fd);
    return fd;
}

template <class Call>
int on_fd(Op op, int fd, uint64_t offset, Call&& call) {
    const auto path = path_of(fd);
    if (!counts(path)) return call();
    return judged({.op = op, .path = path, .inode = inode_of(fd), .offset = offset}, call);
}

template <class Call>
int on_path(Op op, int folder, const char* path, Call&& call) {
    const auto full = path_at(folder, path);
    if (!counts(full)) return call();
    Trace trace{.op = op, .path = full, .inode = inode_of(full)};
    if (op != Op::mkdir) return judged(trace, call);
    // A new folder's inode is known only afterwards.
    const auto fate = fate_of_next(op);
    if (fate.half) die();
    int result = -1;
    if (fate.error)
        errno = fate.error;
    else
        result = call();
    trace.inode = inode_of(full);
    write_down(trace, result);
    return result;
}

template <class Call>
int on_names(Op op, const std::string& from, const std::string& to, Call&& call) {
    if (!counts(from) && !counts(to)) return call();
    return judged({.op = op, .path = from, .other = to, .inode = inode_of(from)}, call);
}

mode_t mode_of(int flags, va_list arguments) {
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

} // namespace

} // namespace pufa::faults

using namespace pufa::faults;

extern "C" {

#define PUFA_OPEN(name)                                                                            \
    PUFA_SHOWN int name(const char* path, int flags, ...) {                                        \
        PUFA_REAL(name);                                                                           \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        const mode_t mode = mode_of(flags, rest);                                                  \
        va_end(rest);                                                                              \
        return opened(AT_FDCWD, path, flags, [&] { return real(path, flags, mode); });             \
    }
#define PUFA_OPENAT(name)                                                                          \
    PUFA_SHOWN int name(int folder, const char* path, int flags, ...) {                            \
        PUFA_REAL(name);                                                                           \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        const mode_t mode = mode_of(flags, rest);                                                  \
        va_end(rest);                                                                              \
        return opened(folder, path, flags, [&] { return real(folder, path, flags, mode); });       \
    }
PUFA_OPEN(open)
PUFA_OPEN(open64)
PUFA_OPENAT(openat)
PUFA_OPENAT(openat64)

#define PUFA_PWRITE(name, offset_type)                                                             \
    PUFA_SHOWN ssize_t name(int fd, const void* bytes, size_t size, offset_type offset) {          \
        PUFA_REAL(name);                                                                           \
        const auto path = path_of(fd);                                                             \
        if (!counts(path)) return real(fd, bytes, size, offset);                                   \
        return judged_write(fd, path, bytes, size, static_cast<uint64_t>(offset),                  \
                            [&](size_t part) { return real(fd, bytes, part, offset); });           \
    }
PUFA_PWRITE(pwrite, off_t)
PUFA_PWRITE(pwrite64, off64_t)

PUFA_SHOWN ssize_t write(int fd, const void* bytes, size_t size) {
    PUFA_REAL(write);
    const auto path = path_of(fd);
    if (!counts(path)) return real(fd, bytes, size);
    return judged_write(fd, path, bytes, size, position(fd),
                        [&](size_t part) { return real(fd, bytes, part); });
}

PUFA_SHOWN ssize_t writev(int fd, const iovec* parts, int count) {
    PUFA_REAL(writev);
    const auto path = path_of(fd);
    if (!counts(path)) return real(fd, parts, count);
    std::string bytes;
    for (int i = 0; i < count; ++i)
        bytes.append(static_cast<const char*>(parts[i].iov_base), parts[i].iov_len);
    return write(fd, bytes.data(), bytes.size());
}

PUFA_SHOWN int fsync(int fd) {
    PUFA_REAL(fsync);
    return on_fd(Op::sync, fd, 0, [&] { return real(fd); });
}

PUFA_SHOWN int fdatasync(int fd) {
    PUFA_REAL(fdatasync);
    return on_fd(Op::sync, fd, 0, [&] { return real(fd); });
}

PUFA_SHOWN int syncfs(int fd) noexcept {
    PUFA_REAL(syncfs);
    return on_fd(Op::sync, fd, 0, [&] { return real(fd); });
}

PUFA_SHOWN int ftruncate(int fd, off_t size) noexcept {
    PUFA_REAL(ftruncate);
    return on_fd(Op::truncate, fd, static_cast<uint64_t>(size), [&] { return real(fd, size); });
}

PUFA_SHOWN int ftruncate64(int fd, off64_t size) noexcept {
    PUFA_REAL(ftruncate64);
    return on_fd(Op::truncate, fd, static_cast<uint64_t>(size), [&] { return real(fd, size); });
}

PUFA_SHOWN int fallocate(int fd, int mode, off_t offset, off_t size) {
    PUFA_REAL(fallocate);
    return on_fd(Op::fallocate, fd, static_cast<uint64_t>(offset + size),
                 [&] { return real(fd, mode, offset, size); });
}

PUFA_SHOWN int posix_fallocate(int fd, off_t offset, off_t size) {
    PUFA_REAL(posix_fallocate);
    // It returns the error instead of setting errno.
    const int result = on_fd(Op::fallocate, fd, static_cast<uint64_t>(offset + size), [&] {
        errno = real(fd, offset, size);
        return errno ? -1 : 0;
    });
    return result < 0 ? errno : 0;
}

PUFA_SHOWN int rename(const char* from, const char* to) noexcept {
    PUFA_REAL(rename);
    return on_names(Op::rename, path_at(AT_FDCWD, from), path_at(AT_FDCWD, to),
                    [&] { return real(from, to); });
}

PUFA_SHOWN int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
    PUFA_REAL(renameat);
    return on_names(Op::rename, path_at(from_folder, from), path_at(to_folder, to),
                    [&] { return real(from_folder, from, to_folder, to); });
}

PUFA_SHOWN int renameat2(int from_folder, const char* from, int to_folder, const char* to,
                         unsigned flags) noexcept {
    PUFA_REAL(renameat2);
    return on_names(Op::rename, path_at(from_folder, from), path_at(to_folder, to),
                    [&] { return real(from_folder, from, to_folder, to, flags); });
}

PUFA_SHOWN int link(const char* from, const char* to) noexcept {
    PUFA_REAL(link);
    return on_names(Op::link, path_at(AT_FDCWD, from), path_at(AT_FDCWD, to),
                    [&] { return real(from, to); });
}

PUFA_SHOWN int unlink(const char* path) noexcept {
    PUFA_REAL(unlink);
    return on_path(Op::unlink, AT_FDCWD, path, [&] { return real(path); });
}

PUFA_SHOWN int unlinkat(int folder, const char* path, int flags) noexcept {
    PUFA_REAL(unlinkat);
    return on_path((flags & AT_REMOVEDIR) != 0 ? Op::rmdir : Op::unlink, folder, path,
                   [&] { return real(folder, path, flags); });
}

PUFA_SHOWN int remove(const char* path) noexcept {
    struct stat info {};
    const bool folder = ::lstat(path, &info) == 0 && S_ISDIR(info.st_mode);
    return unlinkat(AT_FDCWD, path, folder ? AT_REMOVEDIR : 0);
}

PUFA_SHOWN int rmdir(const char* path) noexcept {
    PUFA_REAL(rmdir);
    return on_path(Op::rmdir, AT_FDCWD, path, [&] { return real(path); });
}

PUFA_SHOWN int mkdir(const char* path, mode_t mode) noexcept {
    PUFA_REAL(mkdir);
    return on_path(Op::mkdir, AT_FDCWD, path, [&] { return real(path, mode); });
}

PUFA_SHOWN int mkdirat(int folder, const char* path, mode_t mode) noexcept {
    PUFA_REAL(mkdirat);
    return on_path(Op::mkdir, folder, path, [&] { return real(folder, path, mode); });
}
}
