#include "content/pack/store_read.h"

#include "content/pack/store_sql.h"
#include "content/pack/title.h"

#include <system_error>
#include <utility>

namespace pufa::pack {

namespace {

std::optional<base::Date> date_of(const db::Statement& rows, int column) {
    return rows.is_null(column) ? std::nullopt : base::parse_date(rows.text(column));
}

std::optional<WallTime> time_of(const db::Statement& rows, int column) {
    return rows.is_null(column) ? std::nullopt : base::parse_iso(rows.text(column));
}

InstalledPack read_row(const db::Statement& rows, const base::StatePaths& paths) {
    InstalledPack pack;
    pack.id = {rows.text(0)};
    pack.sequence = rows.integer(1);
    pack.highest_sequence = rows.integer(2);
    const auto title = title_from_json(rows.text(3));
    if (title) pack.title = title->in(model::Language::zh_hans);
    pack.signer = rows.text(4);
    pack.size = static_cast<uint64_t>(rows.integer(5));
    pack.file = paths.root / rows.text(6);
    pack.active = rows.integer(7) != 0;
    pack.demo = rows.integer(8) != 0;
    pack.signer_key = rows.text(9);
    pack.items = rows.integer(10);
    pack.not_before = date_of(rows, 11);
    pack.not_after = date_of(rows, 12);
    pack.installed = time_of(rows, 13);
    pack.checked = time_of(rows, 14);
    pack.file_damaged = rows.integer(15) != 0;
    pack.damaged_members = rows.integer(16);
    pack.manifest_sha256 = rows.text(17);
    return pack;
}

} // namespace

Result<std::optional<db::Database>> open_store_for_reading(const base::StatePaths& paths) {
    using Found = std::optional<db::Database>;
    std::error_code error;
    const bool there = std::filesystem::exists(paths.store_db(), error);
    if (error) return base::from_errno(error.value(), paths.store_db().string());
    if (!there) return Found{};
    auto database = db::Database::open(paths.store_db(), db::Open::read_only);
    if (!database && database.error().code == Code::READ_ONLY) {
        // A power cut left a journal behind; only a connection that may write can roll it back.
        PUFA_CHECK(db::Database::open(paths.store_db(), db::Open::read_write));
        database = db::Database::open(paths.store_db(), db::Open::read_only);
    }
    if (!database) return database.error();
    PUFA_TRY(auto version, database->prepare("PRAGMA user_version"));
    PUFA_TRY(const bool row, version.step());
    // Created, and the power failed before the first migration was through.
    const auto stands_at = row ? version.integer(0) : 0;
    if (stands_at == 0) return Found{};
    if (stands_at < static_cast<int64_t>(sql::k_migrations.size())) {
        // Written by an earlier program; a machine that was updated shows its packs at once.
        version.reset();
        PUFA_TRY(auto writer, db::Database::open(paths.store_db(), db::Open::read_write));
        PUFA_CHECK(writer.migrate(sql::k_migrations));
        return Found{std::move(writer)};
    }
    PUFA_CHECK(database->migrate(sql::k_migrations));
    return Found{std::move(database).value()};
}

Result<std::vector<InstalledPack>> list_installed(db::Database& database,
                                                  const base::StatePaths& paths) {
    std::vector<InstalledPack> packs;
    PUFA_TRY(auto rows, database.prepare(sql::k_list));
    for (;;) {
        PUFA_TRY(const bool row, rows.step());
        if (!row) return packs;
        packs.push_back(read_row(rows, paths));
    }
}

Result<std::vector<InstalledPack>> list_installed(const base::StatePaths& paths) {
    PUFA_TRY(auto database, open_store_for_reading(paths));
    if (!database) return std::vector<InstalledPack>{};
    return list_installed(*database, paths);
}

Result<std::vector<HistoryEntry>> read_history(db::Database& database, int count) {
    std::vector<HistoryEntry> entries;
    PUFA_TRY(auto rows, database.prepare(sql::k_history));
    rows.bind(1, count);
    for (;;) {
        PUFA_TRY(const bool row, rows.step());
        if (!row) return entries;
        HistoryEntry entry{rows.text(0),    rows.text(1), {rows.text(2)},
                           rows.integer(3), {},           rows.text(5)};
        if (!rows.is_null(4)) entry.from_sequence = rows.integer(4);
        entries.push_back(std::move(entry));
    }
}

} // namespace pufa::pack
