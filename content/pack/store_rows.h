#pragma once
// The rows of store.db, for whoever holds the state lock. Nothing here begins a transaction.

#include "content/db/database.h"
#include "content/pack/pack.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::pack {

/// packs/<publisher>/<pack>/<sequence>.pufa, relative to the state folder.
[[nodiscard]] std::filesystem::path place_of(const model::PackId& id, int64_t sequence);

/// What store.db knows of a pack, whether or not a version of it is installed now.
struct KnownPack {
    int64_t highest_sequence = 0;
    std::string highest_manifest_sha256; ///< empty if an earlier program has not kept it
    std::optional<int64_t> active;
};
[[nodiscard]] Result<std::optional<KnownPack>> find_pack(db::Database& database,
                                                         const model::PackId& id);

/// What store.db knows of one version.
struct KnownVersion {
    std::string manifest_sha256;
    std::filesystem::path file; ///< relative to the state folder
    bool active = false;
    bool damaged = false; ///< the file or a member was found so
};
[[nodiscard]] Result<std::optional<KnownVersion>>
find_version(db::Database& database, const model::PackId& id, int64_t sequence);

struct StoredFile {
    int64_t sequence = 0;
    std::filesystem::path file; ///< relative to the state folder
};
/// The highest version first.
[[nodiscard]] Result<std::vector<StoredFile>> versions_of(db::Database& database,
                                                          const model::PackId& id);

/// The rows of one version and of its pack; what was there of the same version is replaced. The
/// version is not active yet.
[[nodiscard]] Result<void> add_rows(db::Database& database, const OpenPack& pack, WallTime now);
[[nodiscard]] Result<void> make_active(db::Database& database, const model::PackId& id,
                                       int64_t sequence);
/// All of the version was read and is what was signed.
[[nodiscard]] Result<void> mark_sound(db::Database& database, const model::PackId& id,
                                      int64_t sequence, WallTime now);
[[nodiscard]] Result<void> raise_revision(db::Database& database);
/// See HistoryEntry.
[[nodiscard]] Result<void> add_history(db::Database& database, WallTime now, std::string_view what,
                                       const model::PackId& id, int64_t sequence,
                                       std::optional<int64_t> from = {},
                                       std::string_view detail = {});

} // namespace pufa::pack
