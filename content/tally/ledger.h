#pragma once
// The roll-ups of many days in one database: tally/summary.db holds those of this kiosk, a city's
// file those of hundreds. All that exports and reports read. Never events, never sessions.
// Threads: a Ledger belongs to one thread at a time.

#include "content/base/clock.h"
#include "content/base/result.h"
#include "content/db/database.h"
#include "content/tally/day_file.h"

#include <compare>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pufa::tally {

/// The first and the last day of what is asked for, both inclusive; none: as far as there are days.
struct Span {
    std::optional<base::Date> from;
    std::optional<base::Date> to;
    [[nodiscard]] bool holds(const base::Date& day) const {
        return (!from || day >= *from) && (!to || day <= *to);
    }
};

struct KioskRecord {
    std::string id;               ///< "" in summary.db: this kiosk
    std::string name;             ///< 江门市公共法律服务中心; may be empty
    std::vector<std::string> was; ///< ids that its state folder had on other machines
    WallTime made{};              ///< of the newest export that was taken in
    bool operator==(const KioskRecord&) const = default;
};

struct DayRecord {
    base::Date day;
    std::string hash{};        ///< day_hash of its rows
    bool sealed = false;       ///< over, and its file closed for good
    std::string file_sha256{}; ///< of the sealed file; else empty
    std::string stamp{};       ///< size and time of the file when it was read; "" in a city's file
    WallTime made{};           ///< when it was read; of a city's, when the export was made
    int64_t rows = 0;
    int64_t count = 0; ///< of events
    std::vector<Gap> gaps{};
    bool operator==(const DayRecord&) const = default;
};

/// SHA-256 over the rows, one line each, in the order of their key: what an export says of a day,
/// and what whoever merges it computes again.
[[nodiscard]] std::string day_hash(std::span<const RollUpRow> sorted_rows);

/// What is missing of one kiosk's days within `span`, ascending: what their files say, `unreadable`
/// days, and days without a file between the first and the last.
[[nodiscard]] std::vector<Gap> gaps_of(std::span<const DayRecord> days,
                                       std::span<const Gap> unreadable, const Span& span);

class Ledger {
  public:
    /// Creates or opens and checks it. DAMAGED_DATABASE, also for a database of something else,
    /// NEWER_DATABASE and the other errors of db::Database.
    [[nodiscard]] static Result<Ledger> open(const std::filesystem::path& file);

    [[nodiscard]] Result<std::vector<KioskRecord>> kiosks();
    /// Ascending.
    [[nodiscard]] Result<std::vector<DayRecord>> days(const std::string& kiosk);
    /// In the order of their key.
    [[nodiscard]] Result<std::vector<RollUpRow>> rows(const std::string& kiosk,
                                                      const base::Date& day);

    struct Counted {
        const std::string& kiosk; ///< its id
        const base::Date& day;
        const RollUpRow& row;
    };
    /// Every row of the days in `span`, of all kiosks, day by day.
    [[nodiscard]] Result<void> each(const Span& span,
                                    const std::function<void(const Counted&)>& take);

    /// Items that `counter` was ever counted of, by any kiosk.
    [[nodiscard]] Result<std::vector<std::string>> items_of(int counter);

    /// All that `body` puts, durably, or nothing.
    [[nodiscard]] Result<void> transaction(const std::function<Result<void>()>& body);
    // Only within a transaction:
    [[nodiscard]] Result<void> put_kiosk(const KioskRecord& kiosk);
    /// In place of what the day held. A kiosk that is not there yet is made without a name.
    [[nodiscard]] Result<void> put_day(const std::string& kiosk, const DayRecord& record,
                                       std::span<const RollUpRow> rows);
    [[nodiscard]] Result<void> drop_day(const std::string& kiosk, const base::Date& day);

  private:
    /// Words that occur often are kept once, by number.
    class Numbers {
      public:
        Numbers(std::string table, int columns);
        [[nodiscard]] Result<int64_t> of(db::Database& database,
                                         const std::vector<std::string>& words);
        /// All of them, by number.
        [[nodiscard]] Result<std::map<int64_t, std::vector<std::string>>> all(db::Database& from);
        void forget() { m_known.clear(); }

      private:
        std::string m_table;
        std::string m_columns;
        std::string m_places;
        std::map<std::vector<std::string>, int64_t> m_known;
    };

    explicit Ledger(db::Database database);
    [[nodiscard]] Result<std::optional<int64_t>> day_number(const std::string& kiosk,
                                                            const base::Date& day);
    [[nodiscard]] Result<void> put_rows(int64_t day, std::span<const RollUpRow> rows);

    db::Database m_database;
    Numbers m_items{"item", 1};
    Numbers m_manners{"manner", 4};
};

} // namespace pufa::tally
