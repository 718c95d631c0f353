#include "content/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>

namespace pufa::base {

void UniqueFd::reset(int fd) {
    if (m_fd >= 0) ::close(m_fd);
    m_fd = fd;
}

Result<UniqueFd> open_file(const std::filesystem::path& path, int flags, unsigned mode) {
    UniqueFd fd{::open(path.c_str(), flags | O_CLOEXEC, mode)};
    if (!fd) return from_errno(errno, path.string());
    return fd;
}

Result<uint64_t> file_size(int fd, const std::string& where) {
    struct stat info {};
    if (::fstat(fd, &info) != 0) return from_errno(errno, where);
    if (!S_ISREG(info.st_mode)) return Error{Code::NOT_FOUND, where, "not a regular file"};
    return static_cast<uint64_t>(info.st_size);
}

Result<void> read_exact(int fd, uint64_t offset, std::span<std::byte> buffer,
                        const std::string& where) {
    while (!buffer.empty()) {
        const ssize_t got = ::pread(fd, buffer.data(), buffer.size(), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return from_errno(errno, where);
        if (got == 0) return Error{Code::DISK_ERROR, where, "the file ends early"};
        offset += static_cast<uint64_t>(got);
        buffer = buffer.subspan(static_cast<size_t>(got));
    }
    return {};
}

Result<void> write_all(int fd, std::span<const std::byte> bytes, const std::string& where) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(fd, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return from_errno(errno, where);
        bytes = bytes.subspan(static_cast<size_t>(put));
    }
    return {};
}

Result<void> sync_file(int fd, const std::string& where) {
    if (::fsync(fd) != 0) return from_errno(errno, where);
    return {};
}

Result<void> sync_folder(const std::filesystem::path& folder) {
    PUFA_TRY(const auto fd, open_file(folder, O_RDONLY | O_DIRECTORY));
    return sync_file(fd.get(), folder.string());
}

Result<std::string> read_file(const std::filesystem::path& path, uint64_t limit) {
    PUFA_TRY(const auto fd, open_file(path, O_RDONLY));
    PUFA_TRY(const auto size, file_size(fd.get(), path.string()));
    if (size > limit) return Error{Code::TOO_LARGE, path.string(), std::to_string(size)};
    std::string text(size, '\0');
    PUFA_CHECK(read_exact(fd.get(), 0, std::as_writable_bytes(std::span{text}), path.string()));
    return text;
}

Result<void> write_file_atomic(const std::filesystem::path& path, std::string_view text,
                               unsigned mode) {
    auto temporary = path;
    temporary += ".new";
    {
        PUFA_TRY(const auto fd, open_file(temporary, O_WRONLY | O_CREAT | O_TRUNC, mode));
        auto written = write_all(fd.get(), as_bytes(text), path.string());
        if (written) written = sync_file(fd.get(), path.string());
        if (!written) {
            ::unlink(temporary.c_str());
            return written;
        }
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) {
        const int failed = errno;
        ::unlink(temporary.c_str());
        return from_errno(failed, path.string());
    }
    return sync_folder(path.has_parent_path() ? path.parent_path() : ".");
}

Result<void> make_folders(const std::filesystem::path& folder) {
    struct stat info {};
    if (folder.empty() || (::stat(folder.c_str(), &info) == 0 && S_ISDIR(info.st_mode))) return {};
    const auto parent = folder.parent_path();
    PUFA_CHECK(make_folders(parent));
    if (::mkdir(folder.c_str(), 0777) == 0) return sync_folder(parent.empty() ? "." : parent);
    const int failed = errno;
    // Another process may have been faster; and "a/b/" is made by the time that "a/b" is.
    if (::stat(folder.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) return {};
    return from_errno(failed, folder.string());
}

Result<uint64_t> free_space(const std::filesystem::path& folder) {
    struct statvfs info {};
    if (::statvfs(folder.c_str(), &info) != 0) return from_errno(errno, folder.string());
    return static_cast<uint64_t>(info.f_bavail) * info.f_frsize;
}

TemporaryFolder::TemporaryFolder() {
    std::error_code error;
    const auto parent = std::filesystem::temp_directory_path(error);
    PUFA_ASSERT(!error);
    std::string pattern = (parent / "pufa-XXXXXX").string();
    PUFA_ASSERT(::mkdtemp(pattern.data()) != nullptr);
    m_path = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

} // namespace pufa::base
