#include "tests/faults/shim/shim.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <sstream>

namespace pufa::faults {

namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// One fault, from the environment; does not change.
struct Plan {
    std::string root = variable(k_root_variable);
    std::string stick = variable(k_stick_variable);
    std::string fault{}; ///< the first word
    uint64_t from = 0;   ///< the call, counted from 1
    int error = 0;
    int log = -1;

    Plan() {
        std::istringstream words{variable(k_plan_variable)};
        words >> fault >> from >> error;
        const auto file = variable(k_log_variable);
        if (file.empty()) return;
        constexpr int k_out_of_the_way = 200;
        const int opened = static_cast<int>(::syscall(
            SYS_openat, AT_FDCWD, file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
        log = ::fcntl(opened, F_DUPFD_CLOEXEC, k_out_of_the_way);
        ::syscall(SYS_close, opened);
    }
};

const Plan& plan() {
    static const Plan one;
    return one;
}

std::atomic<uint64_t> g_writes{0};
std::atomic<uint64_t> g_reads{0};

bool below(const std::string& path, const std::string& root) {
    return !root.empty() && path.starts_with(root) &&
           (path.size() == root.size() || path[root.size()] == '/');
}

/// A full disk still lets names go, sizes shrink, and what it has taken be synced.
bool needs_space(Op op) {
    return op == Op::create || op == Op::write || op == Op::rename || op == Op::mkdir ||
           op == Op::link || op == Op::fallocate;
}

Fate fate_of_read(uint64_t number) {
    if (plan().fault == "count_reads") write_down_fired();
    if (plan().fault == "fail_reads" && number >= plan().from) return {.error = plan().error};
    if (plan().fault == "interrupt" && number % 2 == 1) return {.error = EINTR};
    if (plan().fault == "short") return {.one = true};
    return {};
}

Fate fate_of_write(Op op, uint64_t number) {
    const auto& fault = plan().fault;
    if (fault == "kill" && number == plan().from) die();
    if (fault == "half" && number == plan().from) return {.half = true};
    if (fault == "fail" && number >= plan().from && (plan().error != ENOSPC || needs_space(op)))
        return {.error = plan().error};
    if (fault == "short" && op == Op::write) return {.one = true};
    if (fault == "interrupt" && op == Op::write && number % 2 == 1) return {.error = EINTR};
    if (fault == "drop_syncs" && op == Op::sync) return {.pretend = true};
    return {};
}

} // namespace

KeepErrno::KeepErrno()
    : m_errno(errno) {}

KeepErrno::~KeepErrno() {
    errno = m_errno;
}

std::string path_of(int fd) {
    const KeepErrno keep;
    std::array<char, PATH_MAX> path{};
    const auto link = "/proc/self/fd/" + std::to_string(fd);
    const ssize_t size = ::readlink(link.c_str(), path.data(), path.size());
    return size > 0 ? std::string{path.data(), static_cast<size_t>(size)} : std::string{};
}

std::string path_at(int folder, const char* path) {
    if (path == nullptr) return {};
    if (path[0] == '/') return path;
    if (folder != AT_FDCWD) return path_of(folder) + "/" + path;
    const KeepErrno keep;
    std::array<char, PATH_MAX> here{};
    return ::getcwd(here.data(), here.size()) ? std::string{here.data()} + "/" + path : path;
}

uint64_t inode_of(int fd) {
    const KeepErrno keep;
    struct stat info {};
    return ::fstat(fd, &info) == 0 ? info.st_ino : 0;
}

uint64_t inode_of(const std::string& path) {
    const KeepErrno keep;
    struct stat info {};
    return ::lstat(path.c_str(), &info) == 0 ? info.st_ino : 0;
}

bool counts(const std::string& path) {
    return below(path, plan().root);
}

bool on_stick(const std::string& path) {
    return below(path, plan().stick);
}

Fate fate_of_next(Op op) {
    const KeepErrno keep;
    const auto fate = op == Op::read ? fate_of_read(++g_reads) : fate_of_write(op, ++g_writes);
    if (fate.error || fate.one || fate.pretend) write_down_fired(); // die() tells of the rest
    return fate;
}

void die() {
    write_down_fired();
    ::syscall(SYS_kill, ::getpid(), SIGKILL);
    for (;;)
        ::pause();
}

void write_down(const Trace& trace, int64_t result) {
    const KeepErrno keep;
    if (plan().log < 0) return;
    RecordHead head{.op = trace.op,
                    .made = trace.made ? 1u : 0u,
                    .path_size = static_cast<uint32_t>(trace.path.size()),
                    .other_size = static_cast<uint32_t>(trace.other.size()),
                    .inode = trace.inode,
                    .offset = trace.offset,
                    .size = trace.op == Op::write && result > 0 ? static_cast<uint64_t>(result) : 0,
                    .result = result < 0 ? -errno : result};
    const std::array<iovec, 4> parts{
        {{&head, sizeof head},
         {const_cast<char*>(trace.path.data()), trace.path.size()},
         {const_cast<char*>(trace.other.data()), trace.other.size()},
         {const_cast<void*>(trace.bytes), static_cast<size_t>(head.size)}}};
    if (::syscall(SYS_writev, plan().log, parts.data(), parts.size()) < 0) ::_exit(99);
}

void write_down_fired() {
    write_down({.op = Op::fired}, 0);
}

} // namespace pufa::faults
