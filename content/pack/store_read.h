#pragma once
// store.db for readers, who need no lock: what is installed.

#include "content/base/clock.h"
#include "content/base/paths.h"
#include "content/base/result.h"
#include "content/db/database.h"
#include "content/model/ids.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pufa::pack {

/// One version of a pack whose file is in packs/. Of each pack one version is active, and the one
/// that was active before is kept.
struct InstalledPack {
    model::PackId id;
    int64_t sequence = 0;
    int64_t highest_sequence = 0; ///< ever seen; an import below it is ROLLBACK
    std::string title;            ///< zh-Hans
    std::string signer;           ///< the name of the key's file when it was installed
    std::string signer_key;       ///< the key's id, as minisign prints it
    uint64_t size = 0;
    std::filesystem::path file;
    bool active = false;
    bool demo = false;
    int64_t items = 0;
    std::optional<base::Date> not_before;
    std::optional<base::Date> not_after;
    std::optional<WallTime> installed;
    std::optional<WallTime> checked; ///< when all of it was last read and found sound or not
    bool file_damaged = false;       ///< the file itself: gone, cut off, or not what was signed
    int64_t damaged_members = 0;     ///< whose bytes are not those that were signed
    std::string manifest_sha256;     ///< the identity of the version

    [[nodiscard]] bool damaged() const { return file_damaged || damaged_members > 0; }
};

/// store.db for a reader, who needs no lock: nothing if there is none yet. NEWER_DATABASE,
/// DAMAGED_DATABASE. What a power cut left half written is rolled back first.
[[nodiscard]] Result<std::optional<db::Database>>
open_store_for_reading(const base::StatePaths& paths);

/// All versions: packs in the order of their first install, each one's highest version first.
[[nodiscard]] Result<std::vector<InstalledPack>> list_installed(const base::StatePaths& paths);
[[nodiscard]] Result<std::vector<InstalledPack>> list_installed(db::Database& database,
                                                                const base::StatePaths& paths);

/// What happened to the packs of this machine.
struct HistoryEntry {
    std::string at;   ///< ISO time
    std::string what; ///< "installed", "updated", "activated", "rolled-back", "removed", "pruned",
                      ///< "damaged", "fell-back", "mended", "rebuilt"
    model::PackId pack;
    int64_t sequence = 0;
    std::optional<int64_t> from_sequence;
    std::string detail; ///< a fact, such as a member's path; may be empty
};
/// The newest first, at most `count`.
[[nodiscard]] Result<std::vector<HistoryEntry>> read_history(db::Database& database, int count);

} // namespace pufa::pack
