#pragma once
// What becomes of day files: backed up while they are written, sealed once they are over, mended
// from the backup when they are damaged, deleted when they have been kept long enough. Done by the
// recorder's writer thread between commits; nobody else may write them.

#include "content/base/clock.h"
#include "content/base/result.h"
#include "content/db/database.h"

#include <filesystem>
#include <optional>

namespace pufa::tally {

/// A copy of an open day as of its last commit, whole or not at all, in backup/. It says when it
/// was made.
[[nodiscard]] Result<void> back_up(db::Database& database,
                                   const std::filesystem::path& tally_folder, const base::Date& day,
                                   WallTime now);

/// The day's file, which nobody has open: out of its WAL, on the disk, read-only, its copy in
/// backup/, its SHA-256 beside it. DAMAGED_DATABASE leaves it as it is.
[[nodiscard]] Result<void> seal(const std::filesystem::path& tally_folder, const base::Date& day);
[[nodiscard]] bool is_sealed(const std::filesystem::path& tally_folder, const base::Date& day);
/// Before a day that was sealed is written after all.
[[nodiscard]] Result<void> break_seal(const std::filesystem::path& tally_folder,
                                      const base::Date& day);

/// In place of a file that has been set aside, if there is a backup that is whole; when that was
/// made. Nothing: there is none.
[[nodiscard]] Result<std::optional<WallTime>> restore(const std::filesystem::path& tally_folder,
                                                      const base::Date& day);

/// Deletes days before `first_kept` with all that belongs to them. Files set aside stay.
[[nodiscard]] Result<int> drop_before(const std::filesystem::path& tally_folder,
                                      const base::Date& first_kept);

} // namespace pufa::tally
