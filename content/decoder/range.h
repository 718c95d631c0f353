#pragma once
// A byte range of an open descriptor as a file of its own.

#include "content/base/file.h"

#include <cstdint>

namespace pufa::decoder {

class Range {
  public:
    Range(base::UniqueFd fd, uint64_t offset, uint64_t length);

    /// Bytes read, 0 at the end of the range or of the file, -errno.
    int read(uint8_t* to, int size);
    /// `whence` as for lseek; the new position, or -EINVAL (and no move) outside 0..length.
    int64_t seek(int64_t offset, int whence);
    /// Since the range was made.
    [[nodiscard]] uint64_t bytes_read() const { return m_bytes_read; }
    [[nodiscard]] int64_t length() const { return m_length; }
    /// The disk, not the file, is at fault: a read has failed since the range was made.
    [[nodiscard]] bool read_failed() const { return m_read_failed; }

  private:
    base::UniqueFd m_fd;
    int64_t m_offset;
    int64_t m_length;
    int64_t m_position = 0;
    uint64_t m_bytes_read = 0;
    bool m_read_failed = false;
};

} // namespace pufa::decoder
