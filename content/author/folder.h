#pragma once
// An author's folder as it lies on disk: which files there are, and which of them a pack uses.

#include "content/author/finding.h"
#include "content/author/text_file.h"
#include "content/base/result.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

class Folder {
  public:
    /// Symbolic links are not followed (SYMBOLIC_LINK); what systems leave behind (hidden files,
    /// Thumbs.db, ~$…) is passed over. Errors: NOT_FOUND if `root` is no folder, errno errors.
    [[nodiscard]] static Result<Folder> scan(const std::filesystem::path& root, Findings& findings);

    /// The folder of one file, without what lies below it.
    [[nodiscard]] static Result<Folder> beside_file(const std::filesystem::path& file);

    /// Relative names with '/', sorted.
    [[nodiscard]] const std::set<std::string, std::less<>>& names() const { return m_names; }
    [[nodiscard]] bool has(std::string_view name) const { return m_names.contains(name); }
    /// Files of one subfolder with one of `extensions` (".csv", in lower case).
    [[nodiscard]] std::vector<std::string>
    list(std::string_view subfolder, const std::vector<std::string_view>& extensions) const;
    /// The one beside `name` with the same stem and one of `extensions`, in their order.
    [[nodiscard]] std::optional<std::string>
    beside(std::string_view name, const std::vector<std::string_view>& extensions) const;

    [[nodiscard]] std::filesystem::path path(std::string_view name) const;
    /// The words of a file, which is marked as used. UNREADABLE, NOT_TEXT, ENCODING_GUESSED.
    [[nodiscard]] std::optional<std::string> text(std::string_view name, Findings& findings,
                                                  uint64_t most_bytes = k_most_text,
                                                  Nul nul = Nul::refused);
    void use(std::string_view name) { m_used.emplace(name); }
    [[nodiscard]] bool used(std::string_view name) const { return m_used.contains(name); }
    /// README, LICENSE or PROVENANCE: for people, no part of a pack.
    [[nodiscard]] static bool is_about(std::string_view name);
    /// UNUSED_FILE for each file that nobody used, but not for those.
    void report_unused(Findings& findings) const;

  private:
    std::filesystem::path m_root;
    std::set<std::string, std::less<>> m_names;
    std::set<std::string, std::less<>> m_used;
};

/// ".mp4", in lower case; of a relative name.
[[nodiscard]] std::string extension_of(std::string_view name);
/// The name without its extension: "videos/01 漏水".
[[nodiscard]] std::string_view without_extension(std::string_view name);

} // namespace pufa::author
