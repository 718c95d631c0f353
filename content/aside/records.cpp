#include "content/aside/records.h"

#include "content/base/log.h"
#include "content/db/database.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

namespace pufa::aside {

namespace {

/// A migration is frozen once released: a change is a further element, never an edit.
constexpr std::array<std::string_view, 1> k_migrations{R"sql(
-- Items that failed to play, one row each.
CREATE TABLE failure (
    item         TEXT    NOT NULL PRIMARY KEY, -- publisher/pack/item
    item_version INTEGER NOT NULL, -- sequence of the item's pack; another one starts from 0
    failures     INTEGER NOT NULL, -- 2: it is set aside
    cause        TEXT    NOT NULL, -- UNPLAYABLE, DECODER_DIED
    detail       TEXT    NOT NULL,
    first_ms     INTEGER NOT NULL, -- milliseconds since 1970, UTC
    last_ms      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql"};

int64_t to_ms(WallTime time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

WallTime from_ms(int64_t ms) {
    return WallTime{std::chrono::milliseconds{ms}};
}

Result<void> replace_all(db::Database& database, std::span<const Record> records) {
    return database.transaction([&]() -> Result<void> {
        PUFA_CHECK(database.execute("DELETE FROM failure"));
        PUFA_TRY(auto add, database.prepare(
                               "INSERT INTO failure (item, item_version, failures, cause, detail,"
                               " first_ms, last_ms) VALUES (?, ?, ?, ?, ?, ?, ?)"));
        for (const auto& record : records)
            PUFA_CHECK(add.bind(1, record.item.value)
                           .bind(2, record.version)
                           .bind(3, int64_t{record.failures})
                           .bind(4, record.cause)
                           .bind(5, record.detail)
                           .bind(6, to_ms(record.first))
                           .bind(7, to_ms(record.last))
                           .run());
        return {};
    });
}

Result<void> write(const std::filesystem::path& file, std::span<const Record> records) {
    PUFA_TRY(auto database, db::Database::open(file, db::Open::create));
    PUFA_CHECK(database.check());
    PUFA_CHECK(database.migrate(k_migrations));
    return replace_all(database, records);
}

Result<void> put_away(const std::filesystem::path& file) {
    auto kept = file;
    kept += ".damaged";
    std::error_code error;
    std::filesystem::rename(file, kept, error);
    if (error) return base::from_errno(error.value(), file.string());
    auto journal = file;
    journal += "-journal";
    std::filesystem::remove(journal, error); // of the damaged one: not to be played back
    return {};
}

} // namespace

Result<std::vector<Record>> read_records(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error) && !error) return std::vector<Record>{};
    PUFA_TRY(auto database, db::Database::open(file, db::Open::read_only));
    PUFA_CHECK(database.check());
    PUFA_TRY(auto version, database.prepare("PRAGMA user_version"));
    PUFA_TRY(const bool there, version.step());
    if (there && version.integer(0) > static_cast<int64_t>(k_migrations.size()))
        return Error{Code::NEWER_DATABASE, file.string(), "of a newer program"};
    std::vector<Record> records;
    if (!there || version.integer(0) == 0) return records; // made, and nothing written yet
    PUFA_TRY(auto rows, database.prepare("SELECT item, item_version, failures, cause, detail,"
                                         " first_ms, last_ms FROM failure ORDER BY item"));
    while (true) {
        PUFA_TRY(const bool more, rows.step());
        if (!more) return records;
        records.push_back({model::ItemId{rows.text(0)}, rows.integer(1),
                           static_cast<int>(std::clamp<int64_t>(rows.integer(2), 0, 1'000'000)),
                           rows.text(3), rows.text(4), from_ms(rows.integer(5)),
                           from_ms(rows.integer(6))});
    }
}

Result<void> write_records(const std::filesystem::path& file, std::span<const Record> records) {
    auto written = write(file, records);
    if (written || written.error().code != Code::DAMAGED_DATABASE) return written;
    base::log_warning("{} is damaged ({}): it is kept as .damaged and made anew", file.string(),
                      written.error().detail);
    PUFA_CHECK(put_away(file));
    return write(file, records);
}

} // namespace pufa::aside
