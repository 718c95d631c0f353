#include "content/stick/new_folder.h"

#include "content/base/cancel.h"
#include "content/base/file.h"
#include "content/base/hash.h"
#include "content/stick/durable.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace pufa::stick {

namespace {

constexpr const char* k_unfinished = ".part";
constexpr int k_most_of_a_name = 100;

/// A folder that this program makes: files, and no folders in it. What cannot be removed stays.
void remove_part(const std::filesystem::path& part) {
    std::error_code error;
    std::filesystem::directory_iterator entries{part, error};
    for (; !error && entries != std::filesystem::directory_iterator{}; entries.increment(error))
        ::unlink(entries->path().c_str());
    ::rmdir(part.c_str());
}

void sweep(const std::filesystem::path& parent) {
    std::vector<std::filesystem::path> left;
    std::error_code error;
    std::filesystem::directory_iterator entries{parent, error};
    for (; !error && entries != std::filesystem::directory_iterator{}; entries.increment(error)) {
        if (entries->path().native().ends_with(k_unfinished)) left.push_back(entries->path());
    }
    for (const auto& part : left)
        remove_part(part);
}

/// base::make_folders syncs with base::sync_folder, which not every file system of a stick takes.
Result<void> make_folders(const std::filesystem::path& folder) {
    struct stat info {};
    if (::stat(folder.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) return {};
    if (folder.has_relative_path()) PUFA_CHECK(make_folders(folder.parent_path()));
    if (::mkdir(folder.c_str(), 0777) != 0) return base::from_errno(errno, folder.string());
    return sync_names(folder.parent_path());
}

Result<WrittenFile> write_new(const std::filesystem::path& file, std::string_view bytes) {
    PUFA_TRY(const auto fd, base::open_file(file, O_WRONLY | O_CREAT | O_EXCL));
    PUFA_CHECK(base::write_all(fd.get(), base::as_bytes(bytes), file.string()));
    PUFA_CHECK(base::sync_file(fd.get(), file.string()));
    return WrittenFile{file, bytes.size(), base::sha256(bytes)};
}

Result<void> read_back(const WrittenFile& file) {
    PUFA_TRY(const auto found, sha256_from_medium(file.path));
    if (found == file.sha256) return {};
    return Error{Code::NOT_READ_BACK, file.path.string(), found};
}

} // namespace

NewFolder::NewFolder(std::filesystem::path parent, std::string name)
    : m_parent(std::move(parent))
    , m_name(std::move(name))
    , m_part(m_parent / (m_name + k_unfinished)) {}

NewFolder::NewFolder(NewFolder&& other) noexcept
    : m_parent(std::move(other.m_parent))
    , m_name(std::move(other.m_name))
    , m_part(std::exchange(other.m_part, {}))
    , m_files(std::move(other.m_files)) {}

NewFolder::~NewFolder() {
    if (!m_part.empty()) remove_part(m_part);
}

Result<NewFolder> NewFolder::begin(const std::filesystem::path& parent, const std::string& name) {
    PUFA_CHECK(make_folders(parent));
    sweep(parent);
    NewFolder made{parent, name};
    if (::mkdir(made.m_part.c_str(), 0777) != 0) {
        const int failed = errno;
        return base::from_errno(failed, made.m_part.string());
    }
    return made;
}

Result<void> NewFolder::add(const std::string& name, std::string_view bytes) {
    PUFA_TRY(const auto room, base::free_space(m_part));
    if (room < bytes.size())
        return Error{Code::NO_SPACE, (m_parent / m_name / name).string(),
                     std::to_string(bytes.size()) + " bytes, " + std::to_string(room) + " free"};
    PUFA_TRY(auto file, write_new(m_part / name, bytes));
    m_files.push_back(std::move(file));
    return {};
}

Result<std::filesystem::path> NewFolder::take_name() const {
    for (int i = 1; i <= k_most_of_a_name; ++i) {
        const auto name = i == 1 ? m_name : m_name + "-" + std::to_string(i);
        const auto renamed = rename_to_new(m_part, m_parent / name);
        if (renamed) return m_parent / name;
        if (renamed.error().code != Code::ALREADY_EXISTS) return renamed.error();
    }
    return Error{Code::ALREADY_EXISTS, (m_parent / m_name).string(), "a hundred times"};
}

Result<NewFolder::Finished> NewFolder::finish() {
    std::string sums;
    for (const auto& file : m_files)
        sums += file.sha256 + "  " + file.path.filename().string() + "\n";
    PUFA_CHECK(add(k_sums, sums));
    PUFA_CHECK(sync_names(m_part));
    for (const auto& file : m_files)
        PUFA_CHECK(read_back(file));
    PUFA_TRY(const auto folder, take_name());
    m_part.clear();
    PUFA_CHECK(sync_names(m_parent));
    PUFA_CHECK(sync_all(m_parent));
    Finished finished{folder, std::move(m_files)};
    for (auto& file : finished.files)
        file.path = folder / file.path.filename();
    return finished;
}

// ---- verifying ----

Result<size_t> verify_folder(const std::filesystem::path& folder) {
    constexpr uint64_t k_most_sums = 1u << 20;
    constexpr size_t k_hash = 64;
    const auto list = folder / k_sums;
    PUFA_TRY(const auto sums, base::read_file(list, k_most_sums));
    size_t files = 0;
    for (std::string_view rest{sums}; !rest.empty(); ++files) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        const auto name = line.substr(std::min(k_hash + 2, line.size()));
        // Its own names only: no path leads out of the folder.
        if (name.empty() || line.substr(k_hash, 2) != "  " || name.starts_with('.') ||
            name.find('/') != std::string_view::npos)
            return Error{Code::BAD_SOURCE, list.string(), "line " + std::to_string(files + 1)};
        PUFA_CHECK(read_back({folder / name, 0, std::string{line.substr(0, k_hash)}}));
    }
    if (files == 0) return Error{Code::BAD_SOURCE, list.string(), "it names no file"};
    return files;
}

// ---- one file ----

Result<WrittenFile> copy_to_stick(const std::filesystem::path& source,
                                  const std::filesystem::path& target) {
    PUFA_TRY(const auto from, base::open_file(source, O_RDONLY));
    PUFA_TRY(const auto size, base::file_size(from.get(), source.string()));
    PUFA_TRY(const auto wanted, sha256_from_medium(source));
    struct stat info {};
    if (::lstat(target.c_str(), &info) == 0) {
        const auto there = sha256_from_medium(target);
        if (there && *there == wanted) return WrittenFile{target, size, wanted};
        return Error{Code::ALREADY_EXISTS, target.string(), "nothing on a stick is overwritten"};
    }
    PUFA_CHECK(make_folders(target.parent_path()));
    PUFA_TRY(const auto room, base::free_space(target.parent_path()));
    if (room < size)
        return Error{Code::NO_SPACE, target.string(),
                     std::to_string(size) + " bytes, " + std::to_string(room) + " free"};
    auto part = target;
    part += k_unfinished;
    ::unlink(part.c_str()); // of a program that was killed
    const auto copied = [&]() -> Result<void> {
        PUFA_TRY(const auto to, base::open_file(part, O_WRONLY | O_CREAT | O_EXCL));
        std::vector<std::byte> bytes(std::min<uint64_t>(size, 1u << 20));
        for (uint64_t at = 0; at < size; at += bytes.size()) {
            PUFA_CHECK(base::check_cancelled(target.string()));
            bytes.resize(std::min<uint64_t>(bytes.size(), size - at));
            PUFA_CHECK(base::read_exact(from.get(), at, bytes, source.string()));
            PUFA_CHECK(base::write_all(to.get(), bytes, target.string()));
        }
        return base::sync_file(to.get(), target.string());
    };
    auto done = copied();
    if (done) done = read_back({part, size, wanted});
    if (done) done = rename_to_new(part, target);
    if (!done) {
        ::unlink(part.c_str());
        return done.error();
    }
    PUFA_CHECK(sync_names(target.parent_path()));
    PUFA_CHECK(sync_all(target.parent_path()));
    return WrittenFile{target, size, wanted};
}

} // namespace pufa::stick
