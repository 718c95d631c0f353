#include "content/pack/incoming.h"

#include "content/base/cancel.h"
#include "content/base/hash.h"
#include "content/pack/pack_parts.h"
#include "content/pack/store.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <future>
#include <span>

namespace pufa::pack {

namespace {

constexpr size_t k_buffer_bytes = 4u << 20;
/// Below it a thread costs more than it saves.
constexpr size_t k_worth_a_thread = 256u << 10;

/// What is still to come and the reserve must fit.
Result<void> check_space(const std::filesystem::path& folder, uint64_t to_come) {
    PUFA_TRY(const auto free, base::free_space(folder));
    if (free >= to_come + k_reserve_bytes) return {};
    return Error{Code::NO_SPACE, folder.string(),
                 fmt::format("{} MiB are free, {} MiB are needed", free >> 20,
                             (to_come + k_reserve_bytes) >> 20)};
}

/// Copies ranges of one archive to the end of one file.
class Copier {
  public:
    Copier(const OpenPack& pack, const std::filesystem::path& folder, int to,
           const Progress& progress)
        : m_pack(pack)
        , m_folder(folder)
        , m_to(to)
        , m_progress(progress) {}

    Result<void> run() {
        for (size_t i = 0; i < m_pack.manifest.members.size(); ++i) {
            const auto& member = m_pack.manifest.members[i];
            PUFA_CHECK(copy_until(m_pack.offsets[i], nullptr));
            base::Sha256 hash;
            const auto copied = copy_until(m_pack.offsets[i] + member.size, &hash);
            await_hash();
            if (!copied) return copied;
            if (hash.finish() != member.sha256) return damaged_member(member, m_pack.where);
        }
        return copy_until(m_pack.size, nullptr);
    }

  private:
    Result<void> copy_until(uint64_t end, base::Sha256* hash) {
        while (m_at < end) {
            PUFA_CHECK(base::check_cancelled(m_pack.where));
            // Others write to the same disk, so the space is asked for again with each part.
            PUFA_CHECK(check_space(m_folder, m_pack.size - m_at));
            const auto part = next_buffer().first(
                static_cast<size_t>(std::min<uint64_t>(k_buffer_bytes, end - m_at)));
            PUFA_CHECK(base::read_exact(m_pack.fd.get(), m_at, part, m_pack.where));
            take_in(part, hash);
            PUFA_CHECK(write(part));
            m_at += part.size();
            if (m_progress) m_progress(m_at, m_pack.size);
        }
        return {};
    }

    /// The one that is not being hashed.
    std::span<std::byte> next_buffer() {
        m_turn = 1 - m_turn;
        return m_buffers[m_turn];
    }

    /// Hashing takes as long as all the rest, so it goes beside it: this part while it is written
    /// and while the next one is read. The parts of a member come one after the other.
    void take_in(std::span<const std::byte> part, base::Sha256* hash) {
        await_hash();
        if (!hash) return;
        if (part.size() < k_worth_a_thread) return hash->update(part);
        m_hashing =
            std::async(std::launch::async | std::launch::deferred, [=] { hash->update(part); });
    }

    void await_hash() {
        if (m_hashing.valid()) m_hashing.get();
    }

    Result<void> write(std::span<const std::byte> part) {
        PUFA_CHECK(base::write_all(m_to, part, m_folder.string()));
        if (part.size() < k_worth_a_thread) return {};
        // The disk may begin at once: less is left for the fsync. Whether it does changes nothing.
        ::sync_file_range(m_to, static_cast<off64_t>(m_at), static_cast<off64_t>(part.size()),
                          SYNC_FILE_RANGE_WRITE);
        return {};
    }

    const OpenPack& m_pack;
    const std::filesystem::path& m_folder;
    int m_to;
    const Progress& m_progress;
    std::array<std::vector<std::byte>, 2> m_buffers{std::vector<std::byte>(k_buffer_bytes),
                                                    std::vector<std::byte>(k_buffer_bytes)};
    size_t m_turn = 0;
    uint64_t m_at = 0;
    std::future<void> m_hashing; ///< of the part before; reads its buffer. Last, so it ends first
};

} // namespace

Result<void> sweep_incoming(const std::filesystem::path& folder) {
    PUFA_CHECK(base::make_folders(folder));
    std::error_code error;
    for (std::filesystem::directory_iterator each{folder, error}, end; !error && each != end;
         each.increment(error)) {
        std::error_code failed;
        std::filesystem::remove_all(each->path(), failed);
        if (failed) return base::from_errno(failed.value(), each->path().string());
    }
    if (error) return base::from_errno(error.value(), folder.string());
    return {};
}

IncomingFile::~IncomingFile() {
    if (!m_path.empty()) ::unlink(m_path.c_str());
}

Result<IncomingFile> copy_to_incoming(const OpenPack& pack, const std::filesystem::path& folder,
                                      const Progress& progress) {
    PUFA_CHECK(check_space(folder, pack.size));
    const auto path = folder / fmt::format("{}.pufa", pack.manifest_sha256);
    PUFA_TRY(const auto fd, base::open_file(path, O_WRONLY | O_CREAT | O_EXCL));
    IncomingFile file{path};
    Copier copier{pack, folder, fd.get(), progress};
    PUFA_CHECK(copier.run());
    PUFA_CHECK(base::sync_file(fd.get(), folder.string()));
    return file;
}

MadeFolders::~MadeFolders() {
    // The deepest first; rmdir leaves a folder that is not empty.
    for (auto folder = m_made.rbegin(); folder != m_made.rend(); ++folder)
        ::rmdir(folder->c_str());
}

Result<void> MadeFolders::make(const std::filesystem::path& folder) {
    if (folder == m_root) return {};
    PUFA_CHECK(make(folder.parent_path()));
    if (::mkdir(folder.c_str(), 0755) == 0) {
        m_made.push_back(folder);
        return base::sync_folder(folder.parent_path());
    }
    if (errno == EEXIST) return {};
    return base::from_errno(errno, folder.string());
}

} // namespace pufa::pack
