#pragma once
// A folder of files that is on the stick whole, durable and read back, or not at all. It grows
// under a name that ends in ".part" and is renamed at the end; it never takes a name that is taken.

#include "content/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::stick {

/// The list that `sha256sum -c` reads, in each such folder.
inline constexpr const char* k_sums = "SHA256SUMS";

struct WrittenFile {
    std::filesystem::path path; ///< in the folder that it now is in
    uint64_t bytes = 0;
    std::string sha256;
};

class NewFolder {
  public:
    /// Makes what is missing of `parent`, and removes what a program that was killed has left there
    /// unfinished: the caller is the only one who writes there. Errno errors.
    [[nodiscard]] static Result<NewFolder> begin(const std::filesystem::path& parent,
                                                 const std::string& name);
    NewFolder(NewFolder&& other) noexcept;
    NewFolder& operator=(NewFolder&&) = delete;
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    /// Removes it as far as it has come, unless it was finished.
    ~NewFolder();

    /// Writes one file durably. NO_SPACE before anything is written if it cannot fit.
    [[nodiscard]] Result<void> add(const std::string& name, std::string_view bytes);
    struct Finished {
        std::filesystem::path folder; ///< "name", or "name-2" … where that was taken
        std::vector<WrittenFile> files;
    };
    /// Adds k_sums, reads everything back from the stick, and gives the folder its name.
    /// NOT_READ_BACK; ALREADY_EXISTS where a hundred such names are taken.
    [[nodiscard]] Result<Finished> finish();

  private:
    NewFolder(std::filesystem::path parent, std::string name);
    [[nodiscard]] Result<std::filesystem::path> take_name() const;

    std::filesystem::path m_parent;
    std::string m_name;
    std::filesystem::path m_part; ///< empty: finished, or moved from
    std::vector<WrittenFile> m_files;
};

/// How many files a folder's k_sums names, each read from the stick: NOT_FOUND, NOT_READ_BACK with
/// the file, BAD_SOURCE for a list that is none.
[[nodiscard]] Result<size_t> verify_folder(const std::filesystem::path& folder);

/// Copies a file to `target` durably, under ".part" until it was read back. ALREADY_EXISTS if
/// something else has that name; the very same bytes are no error and are not written again.
/// CANCELLED where it was asked for (base/cancel.h).
[[nodiscard]] Result<WrittenFile> copy_to_stick(const std::filesystem::path& source,
                                                const std::filesystem::path& target);

} // namespace pufa::stick
