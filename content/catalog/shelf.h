#pragma once
// What each active pack adds to the snapshot, read from store.db. Private to this folder.

#include "content/base/paths.h"
#include "content/catalog/snapshot.h"
#include "content/db/database.h"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace pufa::catalog {

/// One pack, complete or not at all.
struct Shelf {
    PackFacts facts;
    std::filesystem::path file;
    uint64_t size = 0;
    std::vector<model::Item> items;
    std::vector<std::pair<std::string, MediaLocation>> members; ///< those that are sound
    std::set<std::string> damaged;    ///< the paths of the others, as the scrub found them
    std::optional<std::string> fault; ///< why it is left out
};

/// The key of Snapshot::members.
[[nodiscard]] std::string member_key(const model::PackId& pack, std::string_view path);

/// The active packs, filled, in their order. `database` must be within a transaction that reads:
/// it keeps writers away, so that what several threads read beside each other is of one revision.
/// Errors are the database's; what is wrong with a pack itself becomes its fault.
[[nodiscard]] Result<std::vector<Shelf>> read_shelves(db::Database& database,
                                                      const base::StatePaths& paths);

} // namespace pufa::catalog
