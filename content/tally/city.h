#pragma once
// The statistics of many kiosks in one ledger: a city's database. Exports are taken in as often as
// anybody likes; the same days count once.

#include "content/base/result.h"
#include "content/tally/ledger.h"
#include "content/tally/report.h"

#include <filesystem>
#include <vector>

namespace pufa::tally {

/// What one export did to the city's database.
struct Merged {
    KioskRecord kiosk;
    std::optional<base::Date> first;
    std::optional<base::Date> last;
    int days_new = 0;
    int days_same = 0;
    int days_replaced = 0; ///< more was counted since, or the day is sealed now
    int days_older = 0;    ///< the city has a newer export of them
};

/// All of the export or nothing: BAD_EXPORT and the errors of db::Database leave the city as it
/// was. A day is told by kiosk, date and hash. Another hash replaces what is there unless that is
/// sealed and the export is not, or the export is older.
[[nodiscard]] Result<Merged> merge_export(Ledger& city, const std::filesystem::path& file);

/// Every kiosk of the city with its days; missing since the day after its last one, if another has
/// newer days and none says that it was this kiosk before.
[[nodiscard]] Result<std::vector<KioskLine>> kiosk_lines(Ledger& city);

} // namespace pufa::tally
