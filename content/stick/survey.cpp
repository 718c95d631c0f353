#include "content/stick/survey.h"

#include "content/base/file.h"
#include "content/stick/names.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace pufa::stick {

namespace {

enum class Where { root, folder };

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

/// FAT keeps whatever case somebody typed.
bool ends_with(std::string_view name, std::string_view end) {
    if (name.size() <= end.size()) return false;
    return std::equal(end.begin(), end.end(), name.end() - static_cast<ptrdiff_t>(end.size()),
                      [](char wanted, char c) {
                          return wanted == (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
                      });
}

bool is_regular_at(int folder, const std::string& name) {
    struct stat info {};
    return ::fstatat(folder, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISREG(info.st_mode);
}

/// One of the two folders.
class Listing {
  public:
    Listing(Survey& survey, std::filesystem::path folder, Where where, const Bounds& bounds)
        : m_survey(survey)
        , m_folder(std::move(folder))
        , m_where(where)
        , m_bounds(bounds) {}

    Result<void> read(base::UniqueFd fd) {
        const std::unique_ptr<DIR, CloseFolder> opened{::fdopendir(fd.get())};
        if (!opened) return base::from_errno(errno, m_folder.string());
        m_fd = fd.release(); // the stream's
        for (uint64_t seen = 0;;) {
            errno = 0;
            const auto* entry = ::readdir(opened.get());
            if (!entry && errno != 0) return base::from_errno(errno, m_folder.string());
            if (!entry) break;
            const std::string name{static_cast<const char*>(entry->d_name)};
            if (name.starts_with('.')) continue;
            if (++seen > m_bounds.entries)
                ++m_survey.left_out;
            else
                look_at(name);
            if (seen > m_bounds.entries + m_bounds.counted) break;
        }
        pair_statements();
        return {};
    }

  private:
    void look_at(const std::string& name) {
        if (ends_with(name, ".pufa")) return take(name, m_survey.packs);
        if (ends_with(name, ".key")) {
            if (m_where == Where::folder) take(name, m_survey.keys);
            return;
        }
        if (ends_with(name, ".json")) return take(name, m_offered);
        if (ends_with(name, ".minisig")) {
            m_signatures.insert(name);
            return;
        }
        look_for_source(name);
    }
    void take(const std::string& name, std::vector<std::filesystem::path>& kind) {
        if (is_showable(name) && is_regular_at(m_fd, name))
            kind.push_back(m_folder / name);
        else
            ++m_survey.left_out;
    }
    /// Not even opened: a folder whose pack.toml can be named through it is one.
    void look_for_source(const std::string& name) {
        struct stat info {};
        if (::fstatat(m_fd, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0 ||
            !S_ISDIR(info.st_mode) || !is_regular_at(m_fd, name + "/pack.toml"))
            return;
        if (is_showable(name))
            m_survey.sources.push_back(m_folder / name);
        else
            ++m_survey.left_out;
    }
    /// JSON that nobody signed is none of ours, and not left out.
    void pair_statements() {
        for (auto& file : m_offered) {
            const auto signature = file.filename().native() + ".minisig";
            if (!m_signatures.contains(signature)) continue;
            if (is_regular_at(m_fd, signature))
                m_survey.statements.push_back(std::move(file));
            else
                ++m_survey.left_out;
        }
    }

    Survey& m_survey;
    std::filesystem::path m_folder;
    Where m_where;
    const Bounds& m_bounds;
    int m_fd = -1;
    std::vector<std::filesystem::path> m_offered;
    std::set<std::string> m_signatures;
};

constexpr int k_folder_flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW;

/// None is no error.
Result<void> read_own_folder(Survey& survey, int root, const std::filesystem::path& folder,
                             const Bounds& bounds) {
    base::UniqueFd fd{::openat(root, k_folder, k_folder_flags | O_CLOEXEC)};
    if (!fd && errno == ENOENT) return {};
    if (!fd && (errno == ELOOP || errno == ENOTDIR)) {
        ++survey.left_out;
        return {};
    }
    if (!fd) return base::from_errno(errno, (folder / k_folder).string());
    return Listing{survey, folder / k_folder, Where::folder, bounds}.read(std::move(fd));
}

} // namespace

Result<Survey> survey(const std::filesystem::path& folder, const Bounds& bounds) {
    // The stick itself may be named through a link; what is on it may not.
    PUFA_TRY(auto root, base::open_file(folder, O_RDONLY | O_DIRECTORY));
    Survey all;
    PUFA_CHECK(read_own_folder(all, root.get(), folder, bounds));
    PUFA_CHECK((Listing{all, folder, Where::root, bounds}.read(std::move(root))));
    for (auto* list : {&all.packs, &all.sources, &all.keys, &all.statements})
        std::sort(list->begin(), list->end());
    return all;
}

Result<Room> room_on(const std::filesystem::path& folder) {
    struct statvfs info {};
    if (::statvfs(folder.c_str(), &info) != 0) return base::from_errno(errno, folder.string());
    Room room;
    room.free_bytes = static_cast<uint64_t>(info.f_bavail) * info.f_frsize;
    room.writable = (info.f_flag & ST_RDONLY) == 0 && ::access(folder.c_str(), W_OK | X_OK) == 0;
    return room;
}

} // namespace pufa::stick
