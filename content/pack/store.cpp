#include "content/pack/store.h"

#include "content/base/log.h"
#include "content/pack/incoming.h"
#include "content/pack/leftovers.h"
#include "content/pack/store_sql.h"

#include <unistd.h>

#include <algorithm>
#include <set>
#include <utility>

namespace pufa::pack {

namespace {

/// The files that rows name, relative to the state folder.
Result<std::set<std::filesystem::path>> named_files(db::Database& database) {
    std::set<std::filesystem::path> files;
    PUFA_TRY(auto rows, database.prepare(sql::k_all_files));
    for (;;) {
        PUFA_TRY(const bool row, rows.step());
        if (!row) return files;
        files.insert(rows.text(0));
    }
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
    const bool lost = !std::filesystem::exists(paths.store_db()) && !pack_files(paths).empty();
    if (lost)
        return Error{Code::DAMAGED_DATABASE, paths.store_db().string(),
                     "it is gone, and packs are there"};
    PUFA_TRY(auto database, db::Database::open(paths.store_db(), db::Open::create));
    PUFA_CHECK(check_database(database, paths));
    PUFA_CHECK(database.migrate(sql::k_migrations));
    PUFA_TRY(const auto named, named_files(database));
    sweep_leftovers(paths, named);
    return Store{paths, std::move(database)};
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
