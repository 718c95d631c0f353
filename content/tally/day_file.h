#pragma once
// The files of the tally folder: one per local day, read by exports, reports and tests.

#include "content/base/clock.h"
#include "content/base/result.h"
#include "content/db/database.h"

#include <compare>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace pufa::tally {

/// <folder>/2026-11-23.db
[[nodiscard]] std::filesystem::path day_file(const std::filesystem::path& tally_folder,
                                             const base::Date& day);

/// <folder>/backup/2026-11-23.db: a copy a few minutes old, or of a sealed day the whole of it.
[[nodiscard]] std::filesystem::path backup_file(const std::filesystem::path& tally_folder,
                                                const base::Date& day);
/// <folder>/2026-11-23.db.sha256: what sha256sum prints of a sealed day; its being there is the
/// seal.
[[nodiscard]] std::filesystem::path seal_file(const std::filesystem::path& tally_folder,
                                              const base::Date& day);

struct DayFiles {
    std::vector<base::Date> days;       ///< ascending
    std::vector<std::string> set_aside; ///< names of files found damaged, ascending
};
/// A folder that is not there holds nothing.
[[nodiscard]] Result<DayFiles> list_days(const std::filesystem::path& tally_folder);

/// The first name that is free of <file>.damaged-1, -2 …; moves the file there with its WAL.
[[nodiscard]] Result<std::filesystem::path> set_aside(const std::filesystem::path& file);

/// DAMAGED_DATABASE unless the file says that it is of this day; NEWER_DATABASE if it was written
/// by a program with other formats.
[[nodiscard]] Result<void> check_meta(db::Database& database, const std::filesystem::path& file,
                                      const base::Date& day);

/// One row of roll_up as it is stored; texts and numbers of later programs come through unread.
struct RollUpRow {
    int hour = 0;
    int counter = 0;
    std::string item;
    int64_t item_version = 0;
    int option = -1;
    std::string language;
    std::string sound;
    std::string origin;
    std::string clock = "sure"; ///< always, in files of format 1
    int64_t count = 0;
    auto operator<=>(const RollUpRow&) const = default;
};

/// Minutes of a day that are missing. `why`: "damaged", "overflow" (content/tally/schema.h),
/// "backup" (the day is read from its backup), "unreadable" (the day is missing), "no_file".
struct Gap {
    base::Date day;
    std::string why;
    int from_minute = 0; ///< of the local day; 0 to 1440 is all of it
    int until_minute = 1440;
    auto operator<=>(const Gap&) const = default;
};

/// One row of event.
struct EventRow {
    int64_t run = 0;
    int64_t ticket = 0;
    int64_t at_ms = 0;
    int64_t session = 0;
    RollUpRow counted_as; ///< with count 1
};

/// The roll-up of one day, in the order of its key, after a check of the whole file. NOT_FOUND,
/// DAMAGED_DATABASE and the other errors of db::Database.
[[nodiscard]] Result<std::vector<RollUpRow>> read_roll_up(const std::filesystem::path& tally_folder,
                                                          const base::Date& day);
struct DayContent {
    std::vector<RollUpRow> roll_up;
    std::vector<Gap> gaps;
};
/// The same with what the file says is missing; `file` is the day's or its backup.
[[nodiscard]] Result<DayContent> read_day(const std::filesystem::path& file, const base::Date& day);
/// The events of one day by run and ticket. For tests and the self-test; never for exports.
[[nodiscard]] Result<std::vector<EventRow>> read_events(const std::filesystem::path& tally_folder,
                                                        const base::Date& day);

} // namespace pufa::tally
