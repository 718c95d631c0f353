#include "content/decoder/range.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>

namespace pufa::decoder {

namespace {
constexpr uint64_t k_longest = uint64_t{1} << 62;
}

Range::Range(base::UniqueFd fd, uint64_t offset, uint64_t length, std::function<void()> on_read)
    : m_fd(std::make_shared<const base::UniqueFd>(std::move(fd)))
    , m_on_read(std::move(on_read))
    , m_offset(static_cast<int64_t>(std::min(offset, k_longest)))
    , m_length(static_cast<int64_t>(std::min(length, k_longest))) {}

int Range::read(uint8_t* to, int size) {
    const auto wanted =
        static_cast<size_t>(std::min<int64_t>(std::max(size, 0), m_length - m_position));
    if (wanted == 0 || spent()) return 0;
    if (m_on_read) m_on_read();
    ssize_t got = -1;
    do {
        got = ::pread(m_fd->get(), to, wanted, m_offset + m_position);
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        m_read_failed = true;
        return -errno;
    }
    m_position += got;
    m_bytes_read += static_cast<uint64_t>(got);
    return static_cast<int>(got);
}

int64_t Range::seek(int64_t offset, int whence) {
    const int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? m_position : m_length;
    if (whence != SEEK_SET && whence != SEEK_CUR && whence != SEEK_END) return -EINVAL;
    if (offset < -from || offset > m_length - from) return -EINVAL;
    m_position = from + offset;
    return m_position;
}

} // namespace pufa::decoder
