#include "content/author/folder.h"

#include "content/base/utf8.h"

#include <algorithm>
#include <array>

namespace pufa::author {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> k_litter{"Thumbs.db", "desktop.ini",
                                                   "System Volume Information"};
constexpr std::array<std::string_view, 3> k_about{"README", "LICENSE", "PROVENANCE"};
constexpr int k_deepest = 2; // pack.toml, videos/x.mp4

bool is_litter(const std::string& name) {
    return name.starts_with('.') || name.starts_with("~$") || name.starts_with("__MACOSX") ||
           std::find(k_litter.begin(), k_litter.end(), name) != k_litter.end();
}

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

/// Collects the names below one folder.
class Walk {
  public:
    Walk(std::set<std::string, std::less<>>& names, Findings& findings)
        : m_names(names)
        , m_findings(findings) {}

    Result<void> run(const fs::path& folder, const std::string& prefix, int depth) {
        std::error_code error;
        fs::directory_iterator entry{folder, error};
        if (error) return base::from_errno(error.value(), folder.string());
        for (; !error && entry != fs::directory_iterator{}; entry.increment(error))
            PUFA_CHECK(visit(*entry, prefix, depth));
        // An increment that failed has made it the end.
        if (error) return base::from_errno(error.value(), folder.string());
        return {};
    }

  private:
    Result<void> visit(const fs::directory_entry& entry, const std::string& prefix, int depth) {
        const auto name = entry.path().filename().string();
        if (is_litter(name)) return {};
        const auto relative = prefix + name;
        std::error_code error;
        const auto status = entry.symlink_status(error);
        if (error) return base::from_errno(error.value(), entry.path().string());
        if (!base::is_utf8(name) || has_control(name)) {
            m_findings.push_back({Fault::BAD_FILE_NAME, {prefix, 0, 0}, prefix, {}});
        } else if (fs::is_symlink(status)) {
            m_findings.push_back({Fault::SYMBOLIC_LINK, {relative, 0, 0}, name, {}});
        } else if (fs::is_directory(status) && depth < k_deepest) {
            return run(entry.path(), relative + "/", depth + 1);
        } else {
            m_names.insert(fs::is_directory(status) ? relative + "/" : relative);
        }
        return {};
    }

    std::set<std::string, std::less<>>& m_names;
    Findings& m_findings;
};

} // namespace

std::string extension_of(std::string_view name) {
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos || name.find('/', dot) != std::string_view::npos) return {};
    std::string extension{name.substr(dot)};
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return extension;
}

std::string_view without_extension(std::string_view name) {
    return name.substr(0, name.size() - extension_of(name).size());
}

Result<Folder> Folder::scan(const fs::path& root, Findings& findings) {
    std::error_code error;
    if (!fs::is_directory(root, error))
        return Error{Code::NOT_FOUND, root.string(), "not a folder"};
    Folder folder;
    folder.m_root = root;
    PUFA_CHECK((Walk{folder.m_names, findings}.run(root, "", 1)));
    return folder;
}

Result<Folder> Folder::beside_file(const fs::path& file) {
    Folder folder;
    folder.m_root = file.has_parent_path() ? file.parent_path() : fs::path{"."};
    std::error_code error;
    fs::directory_iterator entry{folder.m_root, error};
    for (; !error && entry != fs::directory_iterator{}; entry.increment(error))
        folder.m_names.insert(entry->path().filename().string());
    if (error) return base::from_errno(error.value(), folder.m_root.string());
    return folder;
}

std::vector<std::string> Folder::list(std::string_view subfolder,
                                      const std::vector<std::string_view>& extensions) const {
    std::vector<std::string> found;
    for (const auto& name : m_names) {
        if (!name.starts_with(subfolder) || name.substr(subfolder.size(), 1) != "/") continue;
        const auto extension = extension_of(name);
        if (std::find(extensions.begin(), extensions.end(), extension) != extensions.end())
            found.push_back(name);
    }
    return found;
}

std::optional<std::string> Folder::beside(std::string_view name,
                                          const std::vector<std::string_view>& extensions) const {
    const auto stem = without_extension(name);
    for (const auto wanted : extensions) {
        for (const auto& other : m_names) {
            if (without_extension(other) == stem && extension_of(other) == wanted) return other;
        }
    }
    return std::nullopt;
}

fs::path Folder::path(std::string_view name) const {
    return m_root / fs::path{std::string{name}};
}

std::optional<std::string> Folder::text(std::string_view name, Findings& findings,
                                        uint64_t most_bytes, Nul nul) {
    use(name);
    const Place place{std::string{name}, 0, 0};
    auto read = read_text(path(name), most_bytes, nul);
    if (!read) {
        const auto fault =
            read.error().code == Code::BAD_SOURCE ? Fault::NOT_TEXT : Fault::UNREADABLE;
        findings.push_back({fault, place, place.file, read.error().detail});
        return std::nullopt;
    }
    if (read->guessed)
        findings.push_back({Fault::ENCODING_GUESSED, place, place.file, read->encoding});
    return std::move(read->text);
}

bool Folder::is_about(std::string_view name) {
    const auto base = name.substr(name.rfind('/') + 1);
    return std::any_of(k_about.begin(), k_about.end(),
                       [&](auto word) { return base.starts_with(word); });
}

void Folder::report_unused(Findings& findings) const {
    for (const auto& name : m_names) {
        if (!is_about(name) && !m_used.contains(name))
            findings.push_back({Fault::UNUSED_FILE, {name, 0, 0}, name, {}});
    }
}

} // namespace pufa::author
