#include "content/tally/ledger.h"

#include "content/base/file.h"
#include "content/base/hash.h"
#include "content/tally/ledger_schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace pufa::tally {

namespace {

constexpr char k_between_ids = ' ';

int64_t number_of(WallTime when) {
    return when.time_since_epoch().count();
}
WallTime time_of(int64_t milliseconds) {
    return WallTime{std::chrono::milliseconds{milliseconds}};
}

std::string joined(const std::vector<std::string>& ids) {
    return fmt::format("{}", fmt::join(ids, " "));
}
std::vector<std::string> parted(const std::string& ids) {
    std::vector<std::string> parts;
    for (size_t from = 0; from < ids.size();) {
        const auto end = std::min(ids.find(k_between_ids, from), ids.size());
        parts.push_back(ids.substr(from, end - from));
        from = end + 1;
    }
    return parts;
}

base::Date day_after(const base::Date& day) {
    return base::to_local(base::start_of(day) + std::chrono::hours{36}).date;
}

/// A database of something else would be given tables that nobody asked for.
Result<void> check_owner(db::Database& database, const std::filesystem::path& file) {
    PUFA_TRY(auto row, database.prepare("SELECT (SELECT application_id FROM"
                                        " pragma_application_id), (SELECT count(*) FROM"
                                        " sqlite_schema)"));
    PUFA_TRY(const bool there, row.step());
    if (there && (row.integer(1) == 0 || row.integer(0) == k_ledger_application)) return {};
    return Error{Code::DAMAGED_DATABASE, file.string(), "it is a database of something else"};
}

} // namespace

std::string day_hash(std::span<const RollUpRow> sorted_rows) {
    base::Sha256 hash;
    for (const auto& row : sorted_rows) {
        const auto line = fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", row.hour,
                                      row.counter, row.item, row.item_version, row.option,
                                      row.language, row.sound, row.origin, row.clock, row.count);
        hash.update(base::as_bytes(line));
    }
    return hash.finish();
}

std::vector<Gap> gaps_of(std::span<const DayRecord> days, std::span<const Gap> unreadable,
                         const Span& span) {
    std::vector<Gap> all(unreadable.begin(), unreadable.end());
    std::set<base::Date> there;
    for (const auto& gap : unreadable)
        there.insert(gap.day);
    for (const auto& record : days) {
        there.insert(record.day);
        all.insert(all.end(), record.gaps.begin(), record.gaps.end());
    }
    if (!there.empty()) {
        // A clock that once stood years away would name every day between.
        constexpr int k_most_days = 366 * 20;
        int left = k_most_days;
        for (auto day = *there.begin(); day < *there.rbegin() && left-- > 0; day = day_after(day))
            if (!there.contains(day)) all.push_back({day, "no_file"});
    }
    std::erase_if(all, [&](const Gap& gap) { return !span.holds(gap.day); });
    std::sort(all.begin(), all.end());
    return all;
}

// ---- Numbers ----

Ledger::Numbers::Numbers(std::string table, int columns)
    : m_table(std::move(table))
    , m_columns(columns == 1 ? "id" : "language, sound, origin, clock")
    , m_places(columns == 1 ? "?" : "?, ?, ?, ?") {}

Result<int64_t> Ledger::Numbers::of(db::Database& database, const std::vector<std::string>& words) {
    if (const auto known = m_known.find(words); known != m_known.end()) return known->second;
    const auto bind = [&](db::Statement& statement) {
        for (size_t i = 0; i < words.size(); ++i)
            statement.bind(static_cast<int>(i) + 1, words[i]);
    };
    PUFA_TRY(auto add, database.prepare(fmt::format("INSERT OR IGNORE INTO {} ({}) VALUES ({})",
                                                    m_table, m_columns, m_places)));
    bind(add);
    PUFA_CHECK(add.run());
    PUFA_TRY(auto find, database.prepare(fmt::format("SELECT number FROM {} WHERE ({}) = ({})",
                                                     m_table, m_columns, m_places)));
    bind(find);
    PUFA_TRY(const bool there, find.step());
    if (!there) return Error{Code::DAMAGED_DATABASE, m_table, "a row that was added is not there"};
    return m_known.emplace(words, find.integer(0)).first->second;
}

Result<std::map<int64_t, std::vector<std::string>>> Ledger::Numbers::all(db::Database& from) {
    PUFA_TRY(auto rows, from.prepare(fmt::format("SELECT number, {} FROM {}", m_columns, m_table)));
    const int columns = m_places == "?" ? 1 : 4;
    std::map<int64_t, std::vector<std::string>> words;
    for (;;) {
        PUFA_TRY(const bool there, rows.step());
        if (!there) return words;
        auto& of_one = words[rows.integer(0)];
        for (int column = 1; column <= columns; ++column)
            of_one.push_back(rows.text(column));
    }
}

// ---- Ledger ----

Ledger::Ledger(db::Database database)
    : m_database(std::move(database)) {}

Result<Ledger> Ledger::open(const std::filesystem::path& file) {
    PUFA_TRY(auto database, db::Database::open(file, db::Open::create));
    PUFA_CHECK(database.check());
    PUFA_CHECK(check_owner(database, file));
    PUFA_CHECK(database.migrate(k_ledger_migrations));
    return Ledger{std::move(database)};
}

Result<std::vector<KioskRecord>> Ledger::kiosks() {
    PUFA_TRY(auto rows, m_database.prepare("SELECT id, name, was, made_ms FROM kiosk ORDER BY id"));
    std::vector<KioskRecord> found;
    for (;;) {
        PUFA_TRY(const bool there, rows.step());
        if (!there) return found;
        found.push_back(
            {rows.text(0), rows.text(1), parted(rows.text(2)), time_of(rows.integer(3))});
    }
}

Result<std::vector<DayRecord>> Ledger::days(const std::string& kiosk) {
    PUFA_TRY(auto rows,
             m_database.prepare("SELECT day.day, hash, sealed, file_sha256, stamp, day.made_ms,"
                                " rows, count, day.number FROM day JOIN kiosk"
                                " ON kiosk.number = day.kiosk WHERE kiosk.id = ? ORDER BY day"));
    PUFA_TRY(auto gaps, m_database.prepare("SELECT why, from_minute, until_minute FROM gap"
                                           " WHERE day = ? ORDER BY from_minute, why"));
    rows.bind(1, kiosk);
    std::vector<DayRecord> found;
    for (;;) {
        PUFA_TRY(const bool there, rows.step());
        if (!there) return found;
        const auto day = base::parse_date(rows.text(0));
        if (!day) return Error{Code::DAMAGED_DATABASE, rows.text(0), "not a day"};
        DayRecord record{.day = *day,
                         .hash = rows.text(1),
                         .sealed = rows.integer(2) != 0,
                         .file_sha256 = rows.text(3),
                         .stamp = rows.text(4),
                         .made = time_of(rows.integer(5)),
                         .rows = rows.integer(6),
                         .count = rows.integer(7),
                         .gaps = {}};
        gaps.bind(1, rows.integer(8));
        for (;;) {
            PUFA_TRY(const bool gap, gaps.step());
            if (!gap) break;
            record.gaps.push_back({*day, gaps.text(0), static_cast<int>(gaps.integer(1)),
                                   static_cast<int>(gaps.integer(2))});
        }
        found.push_back(std::move(record));
    }
}

Result<std::optional<int64_t>> Ledger::day_number(const std::string& kiosk, const base::Date& day) {
    PUFA_TRY(auto find,
             m_database.prepare("SELECT day.number FROM day JOIN kiosk ON kiosk.number = day.kiosk"
                                " WHERE kiosk.id = ? AND day.day = ?"));
    find.bind(1, kiosk).bind(2, base::to_string(day));
    PUFA_TRY(const bool there, find.step());
    return there ? std::optional{find.integer(0)} : std::nullopt;
}

Result<std::vector<RollUpRow>> Ledger::rows(const std::string& kiosk, const base::Date& day) {
    PUFA_TRY(const auto number, day_number(kiosk, day));
    std::vector<RollUpRow> found;
    if (!number) return found;
    PUFA_TRY(auto select,
             m_database.prepare(
                 "SELECT hour, counter, item.id, item_version, option, language, sound, origin,"
                 " clock, count FROM roll_up JOIN item ON item.number = roll_up.item"
                 " JOIN manner ON manner.number = roll_up.manner WHERE roll_up.day = ?"));
    select.bind(1, *number);
    for (;;) {
        PUFA_TRY(const bool there, select.step());
        if (!there) break;
        found.push_back({static_cast<int>(select.integer(0)), static_cast<int>(select.integer(1)),
                         select.text(2), select.integer(3), static_cast<int>(select.integer(4)),
                         select.text(5), select.text(6), select.text(7), select.text(8),
                         select.integer(9)});
    }
    std::sort(found.begin(), found.end());
    return found;
}

Result<void> Ledger::each(const Span& span, const std::function<void(const Counted&)>& take) {
    PUFA_TRY(const auto items, m_items.all(m_database));
    PUFA_TRY(const auto manners, m_manners.all(m_database));
    PUFA_TRY(auto days, m_database.prepare("SELECT day.number, day.day, kiosk.id FROM day JOIN"
                                           " kiosk ON kiosk.number = day.kiosk ORDER BY day.day,"
                                           " kiosk.id"));
    PUFA_TRY(auto select, m_database.prepare("SELECT hour, counter, item, item_version, option,"
                                             " manner, count FROM roll_up WHERE day = ?"));
    for (;;) {
        PUFA_TRY(const bool there, days.step());
        if (!there) return {};
        const auto day = base::parse_date(days.text(1));
        if (!day) return Error{Code::DAMAGED_DATABASE, days.text(1), "not a day"};
        if (!span.holds(*day)) continue;
        const auto kiosk = days.text(2);
        select.bind(1, days.integer(0));
        RollUpRow row;
        int64_t last_item = -1;
        for (;;) {
            PUFA_TRY(const bool counted, select.step());
            if (!counted) break;
            const auto item = select.integer(2);
            const auto manner = manners.find(select.integer(5));
            if (manner == manners.end() || !items.contains(item))
                return Error{Code::DAMAGED_DATABASE, "roll_up", "a number without its words"};
            if (std::exchange(last_item, item) != item) row.item = items.at(item).front();
            const auto& words = manner->second;
            row.hour = static_cast<int>(select.integer(0));
            row.counter = static_cast<int>(select.integer(1));
            row.item_version = select.integer(3);
            row.option = static_cast<int>(select.integer(4));
            row.language = words[0];
            row.sound = words[1];
            row.origin = words[2];
            row.clock = words[3];
            row.count = select.integer(6);
            take({kiosk, *day, row});
        }
    }
}

Result<std::vector<std::string>> Ledger::items_of(int counter) {
    PUFA_TRY(auto select, m_database.prepare("SELECT id FROM item WHERE number IN (SELECT item FROM"
                                             " roll_up WHERE counter = ?) ORDER BY id"));
    select.bind(1, int64_t{counter});
    std::vector<std::string> items;
    for (;;) {
        PUFA_TRY(const bool there, select.step());
        if (!there) return items;
        items.push_back(select.text(0));
    }
}

Result<void> Ledger::transaction(const std::function<Result<void>()>& body) {
    auto done = m_database.transaction(body);
    if (!done) { // what was numbered in it has no number now
        m_items.forget();
        m_manners.forget();
    }
    return done;
}

Result<void> Ledger::put_kiosk(const KioskRecord& kiosk) {
    PUFA_TRY(auto put,
             m_database.prepare("INSERT INTO kiosk (id, name, was, made_ms) VALUES (?, ?, ?, ?)"
                                " ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
                                " was = excluded.was, made_ms = excluded.made_ms"));
    return put.bind(1, kiosk.id)
        .bind(2, kiosk.name)
        .bind(3, joined(kiosk.was))
        .bind(4, number_of(kiosk.made))
        .run();
}

Result<void> Ledger::put_day(const std::string& kiosk, const DayRecord& record,
                             std::span<const RollUpRow> rows) {
    PUFA_CHECK(drop_day(kiosk, record.day));
    PUFA_TRY(auto make, m_database.prepare("INSERT INTO kiosk (id, name, was, made_ms)"
                                           " VALUES (?, '', '', 0) ON CONFLICT DO NOTHING"));
    PUFA_CHECK(make.bind(1, kiosk).run());
    PUFA_TRY(auto put,
             m_database.prepare("INSERT INTO day (kiosk, day, hash, sealed, file_sha256, stamp,"
                                " made_ms, rows, count) VALUES ((SELECT number FROM kiosk WHERE"
                                " id = ?), ?, ?, ?, ?, ?, ?, ?, ?)"));
    PUFA_CHECK(put.bind(1, kiosk)
                   .bind(2, base::to_string(record.day))
                   .bind(3, record.hash)
                   .bind(4, int64_t{record.sealed})
                   .bind(5, record.file_sha256)
                   .bind(6, record.stamp)
                   .bind(7, number_of(record.made))
                   .bind(8, record.rows)
                   .bind(9, record.count)
                   .run());
    PUFA_TRY(const auto number, day_number(kiosk, record.day));
    PUFA_TRY(auto add_gap, m_database.prepare("INSERT INTO gap (day, why, from_minute,"
                                              " until_minute) VALUES (?, ?, ?, ?)"
                                              " ON CONFLICT DO NOTHING"));
    for (const auto& gap : record.gaps)
        PUFA_CHECK(add_gap.bind(1, *number)
                       .bind(2, gap.why)
                       .bind(3, int64_t{gap.from_minute})
                       .bind(4, int64_t{gap.until_minute})
                       .run());
    return put_rows(*number, rows);
}

Result<void> Ledger::put_rows(int64_t day, std::span<const RollUpRow> rows) {
    PUFA_TRY(auto add, m_database.prepare("INSERT INTO roll_up (day, hour, counter, item,"
                                          " item_version, option, manner, count)"
                                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    for (const auto& row : rows) {
        PUFA_TRY(const auto item, m_items.of(m_database, {row.item}));
        PUFA_TRY(const auto manner,
                 m_manners.of(m_database, {row.language, row.sound, row.origin, row.clock}));
        PUFA_CHECK(add.bind(1, day)
                       .bind(2, int64_t{row.hour})
                       .bind(3, int64_t{row.counter})
                       .bind(4, item)
                       .bind(5, row.item_version)
                       .bind(6, int64_t{row.option})
                       .bind(7, manner)
                       .bind(8, row.count)
                       .run());
    }
    return {};
}

Result<void> Ledger::drop_day(const std::string& kiosk, const base::Date& day) {
    PUFA_TRY(const auto number, day_number(kiosk, day));
    if (!number) return {};
    for (const auto* sql : {"DELETE FROM roll_up WHERE day = ?", "DELETE FROM gap WHERE day = ?",
                            "DELETE FROM day WHERE number = ?"}) {
        PUFA_TRY(auto remove, m_database.prepare(sql));
        PUFA_CHECK(remove.bind(1, *number).run());
    }
    return {};
}

} // namespace pufa::tally
