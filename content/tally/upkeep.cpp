#include "content/tally/upkeep.h"

#include "content/base/atomic_file.h"
#include "content/base/file.h"
#include "content/base/hash.h"
#include "content/tally/day_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <span>
#include <string>
#include <system_error>

namespace pufa::tally {

namespace {

using std::filesystem::path;

constexpr mode_t k_closed = 0444;
constexpr mode_t k_open = 0644;
constexpr const char* k_backed_up = "backed_up_ms";

Result<void> remove_file(const path& file) {
    if (::unlink(file.c_str()) == 0 || errno == ENOENT) return {};
    return base::from_errno(errno, file.string());
}

/// Names it gives a file appear whole; the folder they are in is synced.
Result<void> give_name(const path& from, const path& to) {
    PUFA_TRY(const auto fd, base::open_file(from, O_RDONLY));
    PUFA_CHECK(base::sync_file(fd.get(), from.string()));
    if (std::rename(from.c_str(), to.c_str()) != 0) return base::from_errno(errno, to.string());
    return base::sync_folder(to.parent_path());
}

/// Copies `from` to `to` and says what its SHA-256 is.
Result<std::string> copy_whole(const path& from, const path& to) {
    PUFA_TRY(const auto fd, base::open_file(from, O_RDONLY));
    PUFA_TRY(const auto size, base::file_size(fd.get(), from.string()));
    PUFA_TRY(auto file, base::AtomicFile::begin(to));
    base::Sha256 hash;
    std::string piece(size_t{1} << 18, '\0');
    for (uint64_t at = 0; at < size; at += piece.size()) {
        piece.resize(std::min<uint64_t>(piece.size(), size - at));
        PUFA_CHECK(base::read_exact(fd.get(), at, std::as_writable_bytes(std::span{piece}),
                                    from.string()));
        hash.update(base::as_bytes(piece));
        PUFA_CHECK(file.write(piece));
    }
    PUFA_CHECK(file.commit());
    return hash.finish();
}

std::string quoted(const std::string& text) {
    std::string sql{"'"};
    for (const char c : text) {
        if (c == '\'') sql += '\'';
        sql += c;
    }
    return sql + "'";
}

Result<void> set_mode(const path& file, mode_t mode) {
    if (::chmod(file.c_str(), mode) == 0) return {};
    return base::from_errno(errno, file.string());
}

/// When the backup was made; whole or DAMAGED_DATABASE.
Result<WallTime> backup_time(const path& backup, const base::Date& day) {
    PUFA_TRY(auto database, db::Database::open(backup, db::Open::read_only));
    PUFA_CHECK(database.check());
    PUFA_CHECK(check_meta(database, backup, day));
    PUFA_TRY(auto select, database.prepare("SELECT value FROM meta WHERE key = ?"));
    PUFA_TRY(const bool there, select.bind(1, k_backed_up).step());
    const auto text = there ? select.text(0) : std::string{};
    int64_t milliseconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), milliseconds);
    if (read.ec != std::errc{}) return base::start_of(day);
    return WallTime{std::chrono::milliseconds{milliseconds}};
}

} // namespace

Result<void> back_up(db::Database& database, const path& tally_folder, const base::Date& day,
                     WallTime now) {
    const auto backup = backup_file(tally_folder, day);
    PUFA_CHECK(base::make_folders(backup.parent_path()));
    PUFA_TRY(auto put, database.prepare("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT"
                                        " (key) DO UPDATE SET value = excluded.value"));
    PUFA_CHECK(
        put.bind(1, k_backed_up).bind(2, std::to_string(now.time_since_epoch().count())).run());
    const path beside = backup.string() + ".new";
    PUFA_CHECK(remove_file(beside));
    PUFA_CHECK(database.execute("VACUUM INTO " + quoted(beside.string())));
    return give_name(beside, backup);
}

Result<void> seal(const path& tally_folder, const base::Date& day) {
    const auto file = day_file(tally_folder, day);
    {
        // Leaving WAL mode brings all of it into the file, which then needs no other to be read.
        PUFA_TRY(auto database, db::Database::open(file, db::Open::read_write));
        PUFA_CHECK(database.check());
        PUFA_CHECK(check_meta(database, file, day));
    }
    for (const auto* suffix : {"-wal", "-shm"})
        PUFA_CHECK(remove_file(file.string() + suffix));
    PUFA_TRY(const auto fd, base::open_file(file, O_RDONLY));
    PUFA_CHECK(base::sync_file(fd.get(), file.string()));
    const auto backup = backup_file(tally_folder, day);
    PUFA_CHECK(base::make_folders(backup.parent_path()));
    PUFA_TRY(const auto hash, copy_whole(file, backup));
    PUFA_CHECK(set_mode(file, k_closed));
    return base::write_file_atomic(seal_file(tally_folder, day),
                                   fmt::format("{}  {}\n", hash, file.filename().string()));
}

bool is_sealed(const path& tally_folder, const base::Date& day) {
    std::error_code ignored;
    return std::filesystem::exists(seal_file(tally_folder, day), ignored);
}

Result<void> break_seal(const path& tally_folder, const base::Date& day) {
    if (!is_sealed(tally_folder, day)) {
        // A power cut may have come between the mode and the seal.
        const auto file = day_file(tally_folder, day);
        if (::access(file.c_str(), F_OK) == 0 && ::access(file.c_str(), W_OK) != 0)
            static_cast<void>(::chmod(file.c_str(), k_open));
        return {};
    }
    PUFA_CHECK(remove_file(seal_file(tally_folder, day)));
    PUFA_CHECK(base::sync_folder(tally_folder));
    return set_mode(day_file(tally_folder, day), k_open);
}

Result<std::optional<WallTime>> restore(const path& tally_folder, const base::Date& day) {
    const auto backup = backup_file(tally_folder, day);
    const auto made = backup_time(backup, day);
    if (!made) {
        const auto code = made.error().code;
        if (code == Code::NOT_FOUND || code == Code::DAMAGED_DATABASE)
            return std::optional<WallTime>{};
        return made.error();
    }
    PUFA_CHECK(copy_whole(backup, day_file(tally_folder, day)));
    return std::optional{*made};
}

Result<int> drop_before(const path& tally_folder, const base::Date& first_kept) {
    PUFA_TRY(const auto files, list_days(tally_folder));
    int dropped = 0;
    for (const auto& day : files.days) {
        if (day >= first_kept) break;
        const auto file = day_file(tally_folder, day);
        // The file itself first: without it the rest means nothing.
        for (const auto& one : {file, path{file.string() + "-wal"}, path{file.string() + "-shm"},
                                seal_file(tally_folder, day), backup_file(tally_folder, day)})
            PUFA_CHECK(remove_file(one));
        ++dropped;
    }
    if (dropped > 0) PUFA_CHECK(base::sync_folder(tally_folder));
    return dropped;
}

} // namespace pufa::tally
