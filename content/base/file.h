#pragma once
// Files by descriptor: reads and writes that finish or say why, and durable replacement.
// Packs and files on a stick are never mapped into memory (an I/O error would be SIGBUS).

#include "content/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::base {

/// Owns one descriptor; -1 is none.
class UniqueFd {
  public:
    UniqueFd() = default;
    explicit UniqueFd(int fd)
        : m_fd(fd) {}
    UniqueFd(UniqueFd&& other) noexcept
        : m_fd(other.release()) {}
    UniqueFd& operator=(UniqueFd&& other) noexcept {
        if (this != &other) reset(other.release());
        return *this;
    }
    UniqueFd(const UniqueFd&) = delete;
    UniqueFd& operator=(const UniqueFd&) = delete;
    ~UniqueFd() { reset(); }

    [[nodiscard]] int get() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }
    int release() {
        const int fd = m_fd;
        m_fd = -1;
        return fd;
    }
    void reset(int fd = -1);

  private:
    int m_fd = -1;
};

/// O_CLOEXEC is always added. Errors by errno, `where` is the path.
[[nodiscard]] Result<UniqueFd> open_file(const std::filesystem::path& path, int flags,
                                         unsigned mode = 0644);
[[nodiscard]] Result<uint64_t> file_size(int fd, const std::string& where);
/// Reads exactly buffer.size() bytes at `offset`; a shorter file is DISK_ERROR "ends early".
[[nodiscard]] Result<void> read_exact(int fd, uint64_t offset, std::span<std::byte> buffer,
                                      const std::string& where);
[[nodiscard]] Result<void> write_all(int fd, std::span<const std::byte> bytes,
                                     const std::string& where);
[[nodiscard]] Result<void> sync_file(int fd, const std::string& where);
/// Makes a rename or creation inside `folder` durable.
[[nodiscard]] Result<void> sync_folder(const std::filesystem::path& folder);
/// TOO_LARGE when the file holds more than `limit` bytes.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path,
                                            uint64_t limit = 64ull << 20);
/// Replaces `path` so that after a power cut it holds the old text or the new one, whole.
[[nodiscard]] Result<void> write_file_atomic(const std::filesystem::path& path,
                                             std::string_view text, unsigned mode = 0644);
/// Makes what is missing of a path of folders, each durable before the next. A file in the way is
/// an errno error.
[[nodiscard]] Result<void> make_folders(const std::filesystem::path& folder);
/// Bytes that this user may still write below `folder`.
[[nodiscard]] Result<uint64_t> free_space(const std::filesystem::path& folder);

[[nodiscard]] inline std::span<const std::byte> as_bytes(std::string_view text) {
    return std::as_bytes(std::span{text.data(), text.size()});
}

/// A new empty folder under TMPDIR, removed with its content by the destructor.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

  private:
    std::filesystem::path m_path;
};

} // namespace pufa::base
