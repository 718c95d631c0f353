#include "content/base/atomic_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace pufa::base {

namespace {
constexpr size_t k_gather = size_t{1} << 18;
} // namespace

AtomicFile::AtomicFile(std::filesystem::path path, UniqueFd fd)
    : m_path(std::move(path))
    , m_new(m_path.string() + ".new")
    , m_fd(std::move(fd)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_new(std::exchange(other.m_new, {}))
    , m_fd(std::move(other.m_fd))
    , m_gathered(std::move(other.m_gathered)) {}

AtomicFile::~AtomicFile() {
    if (!m_new.empty()) ::unlink(m_new.c_str());
}

Result<AtomicFile> AtomicFile::begin(const std::filesystem::path& path, unsigned mode) {
    const auto beside = path.string() + ".new";
    // What lies there may be a link; it is never followed.
    if (::unlink(beside.c_str()) != 0 && errno != ENOENT) return from_errno(errno, beside);
    PUFA_TRY(auto fd, open_file(beside, O_WRONLY | O_CREAT | O_EXCL, mode));
    return AtomicFile{path, std::move(fd)};
}

Result<void> AtomicFile::write(std::string_view piece) {
    m_gathered += piece;
    return m_gathered.size() < k_gather ? Result<void>{} : flush();
}

Result<void> AtomicFile::flush() {
    PUFA_CHECK(write_all(m_fd.get(), as_bytes(m_gathered), m_path.string()));
    m_gathered.clear();
    return {};
}

Result<void> AtomicFile::commit() {
    PUFA_CHECK(flush());
    PUFA_CHECK(sync_file(m_fd.get(), m_path.string()));
    m_fd.reset();
    if (std::rename(m_new.c_str(), m_path.c_str()) != 0) return from_errno(errno, m_path.string());
    m_new.clear();
    const auto folder = m_path.parent_path();
    return sync_folder(folder.empty() ? std::filesystem::path{"."} : folder);
}

} // namespace pufa::base
