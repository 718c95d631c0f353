#include "content/media/memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace pufa::media {

namespace {
constexpr int k_seals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;
}

SharedMemory::SharedMemory(SharedMemory&& other) noexcept
    : m_fd(std::move(other.m_fd))
    , m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0)) {}

SharedMemory& SharedMemory::operator=(SharedMemory&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

SharedMemory::~SharedMemory() {
    if (m_data != nullptr) ::munmap(m_data, m_size);
}

Result<SharedMemory> SharedMemory::create(const char* name, uint64_t bytes, Access access) {
    SharedMemory memory;
    memory.m_fd.reset(::memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!memory.m_fd) return base::from_errno(errno, name);
    if (::ftruncate(memory.m_fd.get(), static_cast<off_t>(bytes)) != 0)
        return base::from_errno(errno, name);
    if (::fcntl(memory.m_fd.get(), F_ADD_SEALS, k_seals) != 0) return base::from_errno(errno, name);
    memory.m_size = bytes;
    PUFA_CHECK(memory.map(access));
    return memory;
}

Result<SharedMemory> SharedMemory::adopt(base::UniqueFd fd, uint64_t bytes) {
    SharedMemory memory;
    memory.m_fd = std::move(fd);
    memory.m_size = bytes;
    const int seals = ::fcntl(memory.m_fd.get(), F_GET_SEALS);
    // Not fstat: glibc asks newfstatat, which the decoder's jail denies.
    const off_t end = ::lseek(memory.m_fd.get(), 0, SEEK_END);
    if (seals < 0 || (seals & k_seals) != k_seals || end < 0 ||
        static_cast<uint64_t>(end) != bytes) {
        memory.m_size = 0;
        return Error{Code::BAD_SOURCE, "shared memory", "not sealed, or of another size"};
    }
    PUFA_CHECK(memory.map(Access::read_write));
    return memory;
}

Result<void> SharedMemory::map(Access access) {
    if (m_size == 0) return {};
    const int protection = access == Access::read ? PROT_READ : PROT_READ | PROT_WRITE;
    void* const at = ::mmap(nullptr, m_size, protection, MAP_SHARED, m_fd.get(), 0);
    if (at == MAP_FAILED) return base::from_errno(errno, "shared memory");
    m_data = static_cast<std::byte*>(at);
    return {};
}

} // namespace pufa::media
