#include "content/tally/day_file.h"

#include "content/base/file.h"
#include "content/tally/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace pufa::tally {

namespace {

constexpr std::string_view k_ending = ".db";
constexpr std::string_view k_set_aside_mark = ".db.damaged-";

std::optional<base::Date> day_of(std::string_view name) {
    if (!name.ends_with(k_ending)) return std::nullopt;
    return base::parse_date(name.substr(0, name.size() - k_ending.size()));
}

bool is_set_aside(std::string_view name) {
    const auto mark = name.find(k_set_aside_mark);
    if (mark == std::string_view::npos || !base::parse_date(name.substr(0, mark))) return false;
    const auto number = name.substr(mark + k_set_aside_mark.size());
    return !number.empty() &&
           std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::filesystem::path with_suffix(std::filesystem::path file, std::string_view suffix) {
    file += suffix;
    return file;
}

Result<void> move_if_there(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::error_code error;
    std::filesystem::rename(from, to, error);
    if (error && error != std::errc::no_such_file_or_directory)
        return base::from_errno(error.value(), from.string());
    return {};
}

/// For reading. A power cut while the file went into or out of WAL mode leaves a journal that
/// whoever opens it next must roll back, which a connection for reading only may not.
Result<db::Database> open_to_read(const std::filesystem::path& file) {
    auto database = db::Database::open(file, db::Open::read_only);
    std::error_code ignored;
    if (database || database.error().code != Code::READ_ONLY ||
        !std::filesystem::exists(with_suffix(file, "-journal"), ignored))
        return database;
    {
        PUFA_TRY(const auto mended, db::Database::open(file, db::Open::read_write));
        static_cast<void>(mended);
    }
    return db::Database::open(file, db::Open::read_only);
}

/// Nothing if the recorder was stopped between making the file and making its tables.
Result<std::optional<db::Database>> open_day(const std::filesystem::path& file,
                                             const base::Date& day) {
    PUFA_TRY(auto database, open_to_read(file));
    PUFA_CHECK(database.check());
    PUFA_TRY(auto tables, database.prepare("SELECT 1 FROM sqlite_schema LIMIT 1"));
    PUFA_TRY(const bool has_tables, tables.step());
    if (!has_tables) return std::optional<db::Database>{};
    PUFA_CHECK(check_meta(database, file, day));
    return std::optional{std::move(database)};
}

constexpr std::string_view k_first_columns =
    "hour, counter, item, item_version, option, language, sound, origin";
constexpr int k_key_width = 9;

/// The columns of a roll-up's key. A file of format 1 has no clock column.
Result<std::string> key_columns(db::Database& database) {
    PUFA_TRY(auto version, database.prepare("PRAGMA user_version"));
    PUFA_TRY(const bool row, version.step());
    const bool has_clock = row && version.integer(0) >= 2;
    return fmt::format("{}, {}", k_first_columns, has_clock ? "clock" : "'sure' AS clock");
}

/// Reads key_columns() from `first` on.
RollUpRow row_of(const db::Statement& rows, int first) {
    RollUpRow row;
    row.hour = static_cast<int>(rows.integer(first));
    row.counter = static_cast<int>(rows.integer(first + 1));
    row.item = rows.text(first + 2);
    row.item_version = rows.integer(first + 3);
    row.option = static_cast<int>(rows.integer(first + 4));
    row.language = rows.text(first + 5);
    row.sound = rows.text(first + 6);
    row.origin = rows.text(first + 7);
    row.clock = rows.text(first + 8);
    row.count = 1;
    return row;
}

int minute_of(int64_t milliseconds, const base::Date& day) {
    constexpr int64_t k_minutes_a_day = 24 * 60;
    const WallTime when{std::chrono::milliseconds{milliseconds}};
    const auto minutes =
        std::chrono::floor<std::chrono::minutes>(when - base::start_of(day)).count();
    return static_cast<int>(std::clamp<int64_t>(minutes, 0, k_minutes_a_day));
}

Result<std::vector<Gap>> read_gaps(db::Database& database, const base::Date& day) {
    std::vector<Gap> gaps;
    PUFA_TRY(auto table,
             database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'gap'"));
    PUFA_TRY(const bool has_gaps, table.step());
    if (!has_gaps) return gaps;
    PUFA_TRY(auto rows,
             database.prepare("SELECT why, from_ms, until_ms FROM gap ORDER BY from_ms, why"));
    for (;;) {
        PUFA_TRY(const bool there, rows.step());
        if (!there) return gaps;
        gaps.push_back(
            {day, rows.text(0), minute_of(rows.integer(1), day), minute_of(rows.integer(2), day)});
    }
}

} // namespace

std::filesystem::path day_file(const std::filesystem::path& tally_folder, const base::Date& day) {
    return tally_folder / (base::to_string(day) + std::string{k_ending});
}

std::filesystem::path backup_file(const std::filesystem::path& tally_folder,
                                  const base::Date& day) {
    return tally_folder / "backup" / (base::to_string(day) + std::string{k_ending});
}

std::filesystem::path seal_file(const std::filesystem::path& tally_folder, const base::Date& day) {
    return with_suffix(day_file(tally_folder, day), ".sha256");
}

Result<DayFiles> list_days(const std::filesystem::path& tally_folder) {
    DayFiles found;
    std::error_code error;
    std::filesystem::directory_iterator entry{tally_folder, error};
    if (error == std::errc::no_such_file_or_directory) return found;
    for (; !error && entry != std::filesystem::directory_iterator{}; entry.increment(error)) {
        const auto name = entry->path().filename().string();
        if (const auto day = day_of(name)) found.days.push_back(*day);
        if (is_set_aside(name)) found.set_aside.push_back(name);
    }
    if (error) return base::from_errno(error.value(), tally_folder.string());
    std::sort(found.days.begin(), found.days.end());
    std::sort(found.set_aside.begin(), found.set_aside.end());
    return found;
}

Result<std::filesystem::path> set_aside(const std::filesystem::path& file) {
    std::filesystem::path aside;
    std::error_code error;
    for (int number = 1;; ++number) {
        aside = with_suffix(file, fmt::format(".damaged-{}", number));
        if (!std::filesystem::exists(aside, error)) break;
    }
    if (error) return base::from_errno(error.value(), aside.string());
    // The WAL goes first: one that stayed behind would be replayed into the fresh file.
    PUFA_CHECK(move_if_there(with_suffix(file, "-wal"), with_suffix(aside, "-wal")));
    PUFA_CHECK(move_if_there(with_suffix(file, "-shm"), with_suffix(aside, "-shm")));
    PUFA_CHECK(move_if_there(file, aside));
    PUFA_CHECK(base::sync_folder(file.parent_path()));
    return aside;
}

Result<void> check_meta(db::Database& database, const std::filesystem::path& file,
                        const base::Date& day) {
    const auto value = [&](std::string_view key) -> Result<std::string> {
        PUFA_TRY(auto statement, database.prepare("SELECT value FROM meta WHERE key = ?"));
        PUFA_TRY(const bool row, statement.bind(1, key).step());
        return row ? statement.text(0) : std::string{};
    };
    PUFA_TRY(const auto format, value("format"));
    if (format != k_format && format != k_first_format)
        return Error{Code::NEWER_DATABASE, file.string(),
                     fmt::format("format {}, this program knows {}", format, k_format)};
    PUFA_TRY(const auto named, value("day"));
    if (named != base::to_string(day))
        return Error{Code::DAMAGED_DATABASE, file.string(),
                     fmt::format("it says that it is of the day {}", named)};
    return {};
}

Result<std::vector<RollUpRow>> read_roll_up(const std::filesystem::path& tally_folder,
                                            const base::Date& day) {
    PUFA_TRY(auto content, read_day(day_file(tally_folder, day), day));
    return std::move(content.roll_up);
}

Result<DayContent> read_day(const std::filesystem::path& file, const base::Date& day) {
    PUFA_TRY(auto database, open_day(file, day));
    DayContent read;
    if (!database) return read;
    PUFA_TRY(const auto columns, key_columns(*database));
    PUFA_TRY(auto rows,
             database->prepare(fmt::format("SELECT {}, count FROM roll_up ORDER BY {}, clock",
                                           columns, k_first_columns)));
    for (;;) {
        PUFA_TRY(const bool there, rows.step());
        if (!there) break;
        read.roll_up.push_back(row_of(rows, 0));
        read.roll_up.back().count = rows.integer(k_key_width);
    }
    PUFA_TRY(read.gaps, read_gaps(*database, day));
    return read;
}

Result<std::vector<EventRow>> read_events(const std::filesystem::path& tally_folder,
                                          const base::Date& day) {
    PUFA_TRY(auto database, open_day(day_file(tally_folder, day), day));
    std::vector<EventRow> read;
    if (!database) return read;
    PUFA_TRY(const auto columns, key_columns(*database));
    PUFA_TRY(
        auto rows,
        database->prepare(fmt::format(
            "SELECT run, ticket, at_ms, session, {} FROM event ORDER BY run, ticket", columns)));
    for (;;) {
        PUFA_TRY(const bool there, rows.step());
        if (!there) return read;
        read.push_back(
            {rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), row_of(rows, 4)});
    }
}

} // namespace pufa::tally
