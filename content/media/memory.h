#pragma once
// Memory shared with a decoder: a memfd that can neither shrink (a touch beyond its end would be
// SIGBUS in the kiosk) nor grow. Sparse: a page costs memory only once it has been written.

#include "content/base/file.h"

#include <cstddef>
#include <cstdint>

namespace pufa::media {

enum class Access { read, read_write };

/// Owns a mapping, and its descriptor until close_descriptor(). Move only.
class SharedMemory {
  public:
    SharedMemory() = default;
    SharedMemory(SharedMemory&& other) noexcept;
    SharedMemory& operator=(SharedMemory&& other) noexcept;
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;
    ~SharedMemory();

    /// A new sealed memfd of exactly `bytes`, mapped here with `access`; 0 bytes is allowed.
    [[nodiscard]] static Result<SharedMemory> create(const char* name, uint64_t bytes,
                                                     Access access);
    /// Maps what another process made; BAD_SOURCE if it is not sealed or not `bytes` long.
    [[nodiscard]] static Result<SharedMemory> adopt(base::UniqueFd fd, uint64_t bytes);

    [[nodiscard]] std::byte* data() const { return m_data; }
    [[nodiscard]] uint64_t size() const { return m_size; }
    [[nodiscard]] int descriptor() const { return m_fd.get(); }
    void close_descriptor() { m_fd.reset(); }

  private:
    [[nodiscard]] Result<void> map(Access access);

    base::UniqueFd m_fd;
    std::byte* m_data = nullptr;
    uint64_t m_size = 0;
};

} // namespace pufa::media
