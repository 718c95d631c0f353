#include "content/pack/store.h"

#include "content/base/exists.h"
#include "content/base/log.h"
#include "content/pack/incoming.h"
#include "content/pack/leftovers.h"
#include "content/pack/store_rows.h"
#include "content/pack/store_sql.h"

#include <unistd.h>

#include <algorithm>
#include <set>
#include <utility>

namespace pufa::pack {

namespace {

/// The files that rows name, relative to the state folder. What is swept hangs on them, so that a
/// row that names another file than its own is not believed.
Result<std::set<std::filesystem::path>> named_files(db::Database& database,
                                                    const base::StatePaths& paths) {
    std::set<std::filesystem::path> files;
    PUFA_TRY(auto rows, database.prepare(sql::k_all_files));
    for (;;) {
        PUFA_TRY(const bool row, rows.step());
        if (!row) return files;
        const auto id = model::parse_pack_id(rows.text(0));
        const auto file = rows.text(2);
        if (!id || place_of(*id, rows.integer(1)) != file)
            return Error{Code::DAMAGED_DATABASE, paths.store_db().string(),
                         "a version's file is not its own: " + file};
        files.insert(file);
    }
}

/// Packs without the database that names them: it is lost, not new.
Result<void> check_not_lost(db::Database& database, const base::StatePaths& paths) {
    PUFA_TRY(auto version, database.prepare("PRAGMA user_version"));
    PUFA_TRY(const bool row, version.step());
    if ((row && version.integer(0) != 0) || pack_files(paths).empty()) return {};
    return Error{Code::DAMAGED_DATABASE, paths.store_db().string(),
                 "it is empty, and packs are there"};
}

/// That its pages hold together, and that no row names one that is not there.
Result<void> check_database(db::Database& database, const base::StatePaths& paths) {
    PUFA_CHECK(database.check());
    PUFA_TRY(auto broken, database.prepare("PRAGMA foreign_key_check"));
    PUFA_TRY(const bool row, broken.step());
    if (!row) return {};
    return Error{Code::DAMAGED_DATABASE, paths.store_db().string(),
                 "a row of " + broken.text(0) + " names one that is not there"};
}

} // namespace

Store::Store(base::StatePaths paths, db::Database database)
    : m_paths(std::move(paths))
    , m_database(std::move(database)) {}

Result<Store> Store::open(const base::StatePaths& paths, const StateLock&) {
    PUFA_CHECK(base::make_folders(paths.packs()));
    PUFA_CHECK(sweep_incoming(paths.incoming()));
    PUFA_TRY(const bool there, base::exists(paths.store_db()));
    if (!there && !pack_files(paths).empty())
        return Error{Code::DAMAGED_DATABASE, paths.store_db().string(),
                     "it is gone, and packs are there"};
    PUFA_TRY(auto database, db::Database::open(paths.store_db(), db::Open::create));
    PUFA_CHECK(check_not_lost(database, paths));
    PUFA_CHECK(check_database(database, paths));
    PUFA_CHECK(database.migrate(sql::k_migrations));
    PUFA_TRY(const auto named, named_files(database, paths));
    sweep_leftovers(paths, named);
    return Store{paths, std::move(database)};
}

Result<Store> Store::open_or_rebuild(const base::StatePaths& paths, const StateLock& lock,
                                     const Trust& folder, WallTime clock) {
    auto opened = open(paths, lock);
    if (opened || !needs_rebuild(opened.error(), paths)) return opened;
    PUFA_TRY(auto rebuilt, rebuild_store(paths, lock, folder, clock));
    base::log_info("{} was made anew: {}", opened.error().where, opened.error().detail);
    PUFA_TRY(auto store, open(paths, lock));
    store.m_rebuilt = std::move(rebuilt);
    return store;
}

Result<std::vector<InstalledPack>> Store::list() {
    return list_installed(m_database, m_paths);
}

Result<std::vector<InstalledPack>> Store::versions(const model::PackId& id) {
    PUFA_TRY(auto packs, list());
    std::erase_if(packs, [&](const auto& pack) { return pack.id != id; });
    return packs;
}

Result<InstalledPack> Store::active_version(const model::PackId& id) {
    PUFA_TRY(auto packs, versions(id));
    const auto active = std::find_if(packs.begin(), packs.end(),
                                     [](const InstalledPack& pack) { return pack.active; });
    if (active == packs.end())
        return Error{Code::DAMAGED_DATABASE, m_paths.store_db().string(), "no active version"};
    return std::move(*active);
}

void Store::delete_files(const std::vector<std::filesystem::path>& files) {
    for (const auto& file : files) {
        // The kiosk may still be playing it; its bytes go with the last descriptor.
        std::error_code error;
        std::filesystem::remove(file, error);
        if (error) base::log_warning("{} could not be removed: {}", file.string(), error.message());
    }
    remove_empty_folders(m_paths);
}

} // namespace pufa::pack
