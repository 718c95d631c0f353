// The calls that read: from a disk whose reads fail, and from a stick that is pulled, counterfeit
// or of two minds.

#include "tests/faults/shim/shim.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <set>
#include <sstream>

#define PUFA_SHOWN __attribute__((visibility("default")))

namespace pufa::faults {

namespace {

struct StickPlan {
    std::string fault{};
    uint64_t number = 0; ///< bytes
    int error = 0;
    StickPlan() {
        const char* text = std::getenv(k_stick_plan_variable);
        std::istringstream words{text ? text : ""};
        words >> fault >> number >> error;
    }
};

const StickPlan& stick_plan() {
    static const StickPlan one;
    return one;
}

/// What of which file has been read before. Guarded by g_seen_mutex.
std::map<std::string, std::set<uint64_t>> g_seen;
std::mutex g_seen_mutex;
std::atomic<uint64_t> g_stick_bytes{0};

/// Of a stick that ends at `capacity` and does not say so.
void counterfeit(std::byte* bytes, size_t size, uint64_t offset, uint64_t capacity,
                 const auto& read_at) {
    for (size_t i = 0; i < size; ++i) {
        if (offset + i < capacity) continue;
        bytes[i] = std::byte{0};
        if (stick_plan().fault == "wrap") read_at(bytes + i, 1, (offset + i) % capacity);
    }
    if (offset + size > capacity) write_down_fired();
}

/// Turns one bit over in every sector that has been read before.
void flip_what_is_known(const std::string& path, std::byte* bytes, size_t size, uint64_t offset) {
    constexpr uint64_t k_sector = 512;
    const std::lock_guard lock{g_seen_mutex};
    auto& seen = g_seen[path];
    bool fired = false;
    for (uint64_t at = offset; at < offset + size; at = (at / k_sector + 1) * k_sector) {
        if (seen.insert(at / k_sector).second) continue;
        bytes[at - offset] ^= std::byte{1};
        fired = true;
    }
    if (fired) write_down_fired();
}

template <class ReadAt>
ssize_t read_stick(const std::string& path, std::byte* bytes, size_t size, uint64_t offset,
                   ReadAt&& read_at) {
    const auto& plan = stick_plan();
    if (plan.fault == "pull" && g_stick_bytes + size > plan.number) {
        write_down_fired();
        errno = plan.error;
        return -1;
    }
    if (plan.fault == "shorten" && offset + size > plan.number) {
        write_down_fired();
        size = offset < plan.number ? static_cast<size_t>(plan.number - offset) : 0;
        if (size == 0) return 0;
    }
    const ssize_t got = read_at(bytes, size, offset);
    if (got <= 0) return got;
    g_stick_bytes += static_cast<uint64_t>(got);
    const auto taken = static_cast<size_t>(got);
    const KeepErrno keep;
    if (plan.fault == "zeros" || plan.fault == "wrap")
        counterfeit(bytes, taken, offset, plan.number, read_at);
    if (plan.fault == "flip_second") flip_what_is_known(path, bytes, taken, offset);
    write_down({.op = Op::read, .path = path, .offset = offset}, got);
    return got;
}

/// `read_at(bytes, size, offset)` reads; `offset` is where this one would.
template <class ReadAt>
ssize_t judged_read(int fd, void* bytes, size_t size, uint64_t offset, ReadAt&& read_at) {
    const auto path = path_of(fd);
    auto* to = static_cast<std::byte*>(bytes);
    if (on_stick(path)) return read_stick(path, to, size, offset, read_at);
    if (!counts(path)) return read_at(to, size, offset);
    const auto fate = fate_of_next(Op::read);
    if (fate.error) {
        errno = fate.error;
        return -1;
    }
    return read_at(to, fate.one ? std::min<size_t>(size, 1) : size, offset);
}

} // namespace

} // namespace pufa::faults

using namespace pufa::faults;

extern "C" {

#define PUFA_PREAD(name, offset_type)                                                              \
    PUFA_SHOWN ssize_t name(int fd, void* bytes, size_t size, offset_type offset) {                \
        PUFA_REAL(name);                                                                           \
        return judged_read(fd, bytes, size, static_cast<uint64_t>(offset),                         \
                           [&](std::byte* to, size_t part, uint64_t at) {                          \
                               return real(fd, to, part, static_cast<offset_type>(at));            \
                           });                                                                     \
    }
PUFA_PREAD(pread, off_t)
PUFA_PREAD(pread64, off64_t)

PUFA_SHOWN ssize_t read(int fd, void* bytes, size_t size) {
    PUFA_REAL(read);
    return judged_read(fd, bytes, size, 0,
                       [&](std::byte* to, size_t part, uint64_t) { return real(fd, to, part); });
}
}
