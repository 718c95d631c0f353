#pragma once
// tally/summary.db: the roll-ups of all days of this kiosk, read from the day files whenever
// somebody reports. It holds nothing that they do not: deleted, damaged or of another program, it
// is made anew; where it cannot be written, a copy is made for the one report.

#include "content/base/clock.h"
#include "content/base/file.h"
#include "content/base/result.h"
#include "content/tally/ledger.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace pufa::tally {

class Summary {
  public:
    /// The id of this kiosk in the summary's ledger.
    static const std::string k_here;

    /// Takes in what has changed since the last time. A day file that is damaged is replaced by its
    /// backup, or left out; both are told. Errors as db::Database, for a file of a later program
    /// or a disk that cannot be read. A folder that is not there holds nothing and is not made.
    [[nodiscard]] static Result<Summary> refresh(const std::filesystem::path& tally_folder,
                                                 WallTime now);

    [[nodiscard]] Ledger& ledger() { return m_ledger; }
    /// Of which there are counts; ascending.
    [[nodiscard]] const std::vector<DayRecord>& days() const { return m_days; }
    /// Names of day files that are damaged now, whether or not a backup stands in for them.
    [[nodiscard]] const std::vector<std::string>& damaged() const { return m_damaged; }
    /// Names of files that the recorder found damaged on some earlier day.
    [[nodiscard]] const std::vector<std::string>& set_aside() const { return m_set_aside; }
    /// What is missing of the days in `span`, ascending; days without a file between the first
    /// and the last among them.
    [[nodiscard]] std::vector<Gap> gaps(const Span& span) const;
    /// How many day files were read by this refresh; the others were known.
    [[nodiscard]] int days_read() const { return m_days_read; }

  private:
    Summary(std::unique_ptr<base::TemporaryFolder> copy, Ledger ledger);
    [[nodiscard]] Result<void> take_in(const std::filesystem::path& tally_folder, WallTime now);
    [[nodiscard]] Result<void> drop(std::span<const base::Date> days);
    [[nodiscard]] Result<void> take_in_day(const std::filesystem::path& tally_folder,
                                           const base::Date& day, const DayRecord* known,
                                           WallTime now);

    std::unique_ptr<base::TemporaryFolder> m_copy; ///< before m_ledger, which may lie in it
    Ledger m_ledger;
    std::vector<DayRecord> m_days;
    std::vector<std::string> m_damaged;
    std::vector<std::string> m_set_aside;
    std::vector<Gap> m_unreadable;
    int m_days_read = 0;
};

} // namespace pufa::tally
