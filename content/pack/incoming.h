#pragma once
// incoming/: where an offered pack lands before it is believed. Only the holder of the state lock
// touches it; whatever is found there is left over from a power cut and swept.

#include "content/pack/pack.h"

#include <filesystem>
#include <vector>

namespace pufa::pack {

/// Creates the folder, or empties it.
[[nodiscard]] Result<void> sweep_incoming(const std::filesystem::path& folder);

/// A file that goes with this object unless it was moved away.
class IncomingFile {
  public:
    explicit IncomingFile(std::filesystem::path path)
        : m_path(std::move(path)) {}
    IncomingFile(IncomingFile&& other) noexcept
        : m_path(std::exchange(other.m_path, {})) {}
    IncomingFile& operator=(IncomingFile&&) = delete;
    IncomingFile(const IncomingFile&) = delete;
    IncomingFile& operator=(const IncomingFile&) = delete;
    ~IncomingFile();

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    void forget() { m_path.clear(); }

  private:
    std::filesystem::path m_path;
};

/// Copies the whole archive and hashes every member on its way: DAMAGED_MEMBER names the first that
/// differs. NO_SPACE before and while copying when less than k_reserve_bytes would stay free.
/// Returns after fsync of the file.
[[nodiscard]] Result<IncomingFile> copy_to_incoming(const OpenPack& pack,
                                                    const std::filesystem::path& folder,
                                                    const Progress& progress);

/// Folders made on the way to a file; they go again unless kept, those that hold nothing only.
class MadeFolders {
  public:
    explicit MadeFolders(std::filesystem::path root)
        : m_root(std::move(root)) {}
    MadeFolders(const MadeFolders&) = delete;
    MadeFolders& operator=(const MadeFolders&) = delete;
    ~MadeFolders();

    /// Makes `folder` and its missing parents below the root, each of them durable.
    [[nodiscard]] Result<void> make(const std::filesystem::path& folder);
    void keep() { m_made.clear(); }

  private:
    std::filesystem::path m_root;
    std::vector<std::filesystem::path> m_made;
};

} // namespace pufa::pack
