#pragma once
// A file that is written piece by piece and is there whole or not at all. For what is too long to
// be held as one text; write_file_atomic is for the rest.

#include "content/base/file.h"
#include "content/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace pufa::base {

class AtomicFile {
  public:
    /// Writes to <path>.new beside it, replacing what a power cut left there. Errors by errno.
    [[nodiscard]] static Result<AtomicFile> begin(const std::filesystem::path& path,
                                                  unsigned mode = 0644);
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&&) = delete;
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    /// Without commit() nothing stays.
    ~AtomicFile();

    /// Pieces are gathered; an error may belong to an earlier one.
    [[nodiscard]] Result<void> write(std::string_view piece);
    /// Syncs the file, gives it its name, syncs the folder. Once only.
    [[nodiscard]] Result<void> commit();

  private:
    AtomicFile(std::filesystem::path path, UniqueFd fd);
    [[nodiscard]] Result<void> flush();

    std::filesystem::path m_path;
    std::string m_new; ///< empty: committed or moved from
    UniqueFd m_fd;
    std::string m_gathered;
};

} // namespace pufa::base
