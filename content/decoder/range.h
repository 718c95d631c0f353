#pragma once
// A byte range of an open descriptor as a file of its own. A copy reads the same descriptor at a
// place of its own: the jail lets nobody make a second one.

#include "content/base/file.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace pufa::decoder {

class Range {
  public:
    /// `on_read` is called before each read: a library that reads does not hang.
    Range(base::UniqueFd fd, uint64_t offset, uint64_t length, std::function<void()> on_read = {});

    /// Bytes read, 0 at the end of the range, of the file or of what is allowed, -errno.
    int read(uint8_t* to, int size);
    /// `whence` as for lseek; the new position, or -EINVAL (and no move) outside 0..length.
    int64_t seek(int64_t offset, int whence);
    /// From now on the range ends after this many more bytes, wherever they are read: a bound on
    /// what one call of a library may search through.
    void allow(uint64_t bytes) { m_allowed = m_bytes_read + bytes; }
    /// That end has been met.
    [[nodiscard]] bool spent() const { return m_bytes_read >= m_allowed; }
    /// Since the range was made.
    [[nodiscard]] uint64_t bytes_read() const { return m_bytes_read; }
    [[nodiscard]] int64_t length() const { return m_length; }
    /// The disk, not the file, is at fault: a read has failed since the range was made.
    [[nodiscard]] bool read_failed() const { return m_read_failed; }

  private:
    std::shared_ptr<const base::UniqueFd> m_fd;
    std::function<void()> m_on_read;
    int64_t m_offset;
    int64_t m_length;
    int64_t m_position = 0;
    uint64_t m_bytes_read = 0;
    uint64_t m_allowed = UINT64_MAX;
    bool m_read_failed = false;
};

} // namespace pufa::decoder
