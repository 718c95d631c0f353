#include "content/stick/durable.h"

#include "content/base/cancel.h"
#include "content/base/file.h"
#include "content/base/hash.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <vector>

namespace pufa::stick {

namespace {
constexpr size_t k_part = 1u << 20;
}

Result<std::string> sha256_from_medium(const std::filesystem::path& file) {
    PUFA_TRY(const auto fd, base::open_file(file, O_RDONLY | O_NOFOLLOW));
    PUFA_TRY(const auto size, base::file_size(fd.get(), file.string()));
    // A hint only; what is not written yet stays, so the writer syncs first.
    static_cast<void>(::posix_fadvise(fd.get(), 0, 0, POSIX_FADV_DONTNEED));
    base::Sha256 hash;
    std::vector<std::byte> part(k_part);
    for (uint64_t at = 0; at < size;) {
        PUFA_CHECK(base::check_cancelled(file.string()));
        const auto now = std::span{part}.first(std::min<uint64_t>(k_part, size - at));
        PUFA_CHECK(base::read_exact(fd.get(), at, now, file.string()));
        hash.update(now);
        at += now.size();
    }
    return hash.finish();
}

Result<void> rename_to_new(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return {};
    if (errno == EINVAL || errno == ENOSYS) {
        // File systems in user space (exfat-fuse) know no flags. Nobody else writes there.
        struct stat info {};
        if (::lstat(to.c_str(), &info) == 0)
            errno = EEXIST;
        else if (errno == ENOENT && ::rename(from.c_str(), to.c_str()) == 0)
            return {};
    }
    const int failed = errno;
    if (failed == EEXIST || failed == ENOTEMPTY)
        return Error{Code::ALREADY_EXISTS, to.string(), "nothing on a stick is overwritten"};
    return base::from_errno(failed, to.string());
}

Result<void> sync_all(const std::filesystem::path& folder) {
    PUFA_TRY(const auto fd, base::open_file(folder, O_RDONLY | O_DIRECTORY));
    if (::syncfs(fd.get()) != 0) return base::from_errno(errno, folder.string());
    return {};
}

Result<void> sync_names(const std::filesystem::path& folder) {
    PUFA_TRY(const auto fd, base::open_file(folder, O_RDONLY | O_DIRECTORY));
    if (::fsync(fd.get()) == 0 || errno == EINVAL || errno == ENOSYS) return {};
    return base::from_errno(errno, folder.string());
}

} // namespace pufa::stick
