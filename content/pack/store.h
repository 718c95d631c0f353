#pragma once
// The installed packs: files packs/<publisher>/<pack>/<sequence>.pufa and one database, store.db.
// Only the holder of the state lock writes; the kiosk reads (rollback journal, so that a reader
// needs no write permission).
//
// The order that a power cut may fall into: a file is whole and durable before a row names it, and
// a row is gone before its file is. So a row always has its file, and a file without a row is a
// leftover that the next holder of the lock sweeps.

#include "content/base/paths.h"
#include "content/db/database.h"
#include "content/pack/pack.h"
#include "content/pack/state_lock.h"
#include "content/pack/statement.h"
#include "content/pack/store_read.h"
#include "content/pack/store_rebuild.h"

#include <optional>
#include <string>
#include <vector>

namespace pufa::pack {

class IncomingFile;
struct KnownVersion;

/// By what a machine judges packs: its folder with the statements in store.db, and a time that is
/// never before the floor of its clock (clock_floor.h).
struct Judge {
    Trust trust;
    WallTime now{};
    std::vector<SealedStatement> statements; ///< as kept
    std::vector<Error> refused;              ///< of the statements
};

class Store {
  public:
    /// Opens or creates store.db, checks it (DAMAGED_DATABASE), and sweeps what power cuts left in
    /// incoming/ and in packs/; the lock must be held for the whole life.
    [[nodiscard]] static Result<Store> open(const base::StatePaths& paths, const StateLock& lock);
    /// As open, but a store.db that is damaged or lost is made anew from packs/ (store_rebuild.h).
    [[nodiscard]] static Result<Store> open_or_rebuild(const base::StatePaths& paths,
                                                       const StateLock& lock, const Trust& folder,
                                                       WallTime clock);
    /// What that did, if it was needed.
    [[nodiscard]] const std::optional<Rebuilt>& rebuilt() const { return m_rebuilt; }

    /// What happened to one offered file.
    enum class Outcome { installed, updated, already_active };
    struct Installed {
        Outcome outcome;
        InstalledPack pack;
    };
    /// Copy to incoming with hashing → fsync → structure and signature again → rename → fsync
    /// folder → one transaction. On any error nothing has changed and incoming/ is clean; CANCELLED
    /// is one (content/base/cancel.h), asked for until the transaction. The version that was active
    /// stays as the one to go back to, and those before it go.
    /// `folder` is the trust folder: the statements and the clock's floor of store.db come to it
    /// here.
    [[nodiscard]] Result<Installed> install(const std::filesystem::path& file, const Trust& folder,
                                            WallTime clock, const Progress& progress);

    struct Activated {
        InstalledPack pack;
        std::optional<int64_t> from_sequence; ///< active before; none if nothing changed
    };
    /// Shows an installed version, after all of it was read. NOT_INSTALLED, DAMAGED_MEMBER,
    /// REVOKED_KEY if its key is compromised; what else became of its key or its days since it was
    /// installed does not matter. The highest sequence ever seen stays what it is.
    [[nodiscard]] Result<Activated> activate(const model::PackId& id, int64_t sequence,
                                             const Trust& folder, WallTime clock,
                                             const Progress& progress);
    /// As activate, with the version below the active one. NOT_INSTALLED, NO_OTHER_VERSION.
    [[nodiscard]] Result<Activated> roll_back(const model::PackId& id, const Trust& folder,
                                              WallTime clock, const Progress& progress);

    /// All versions that are gone, with the files that they had.
    using Removed = std::vector<InstalledPack>;
    /// Takes a pack off the screen and deletes its files. NOT_INSTALLED. The highest sequence stays
    /// known.
    [[nodiscard]] Result<Removed> remove(const model::PackId& id, WallTime now);
    /// Deletes the version of a pack that is kept beside the active one. NOT_INSTALLED,
    /// NO_OTHER_VERSION.
    [[nodiscard]] Result<Removed> prune(const model::PackId& id, WallTime now);

    [[nodiscard]] Result<std::vector<InstalledPack>> list();
    /// For the files of this folder that keep rows of their own.
    [[nodiscard]] db::Database& database() { return m_database; }
    [[nodiscard]] const base::StatePaths& paths() const { return m_paths; }

    // ---- trust (store_trust.cpp) ----

    /// By what packs are judged on this machine.
    [[nodiscard]] Result<Judge> judge(const Trust& folder, WallTime now);
    /// What a statement did. Packs of compromised keys went; `active` is what came back instead.
    struct Withdrawn {
        model::PackId id;
        int64_t sequence = 0;
        std::optional<int64_t> active;
    };
    struct Applied {
        JudgedStatement judged;
        std::vector<Withdrawn> withdrawn;
    };
    /// Keeps a statement, once; see judge_statement for what is refused. One that was taken before
    /// is no error, and packs of compromised keys go again if any are active.
    [[nodiscard]] Result<Applied> apply(const SealedStatement& offered, const Trust& folder,
                                        WallTime now, const std::string& where);

  private:
    Store(base::StatePaths paths, db::Database database);
    Result<std::vector<Withdrawn>> withdraw(const Trust& trust);
    Result<void> take_over(IncomingFile& copy, const OpenPack& received, WallTime now);
    Result<void> record(const OpenPack& received, WallTime now);
    Result<std::vector<std::filesystem::path>>
    forget_others(const model::PackId& id, int64_t active, std::optional<int64_t> before);
    Result<InstalledPack> active_version(const model::PackId& id);
    Result<std::vector<InstalledPack>> versions(const model::PackId& id);
    Result<void> show_verified(const model::PackId& id, int64_t sequence, WallTime now,
                               std::string_view why);
    Result<void> forget(const Removed& versions, WallTime now, std::string_view why);
    void delete_files(const std::vector<std::filesystem::path>& files);

    base::StatePaths m_paths;
    db::Database m_database;
    std::optional<Rebuilt> m_rebuilt;
};

/// An installed version, all of it read: the error says what is wrong with it.
[[nodiscard]] Result<OpenPack> open_verified(const std::filesystem::path& file,
                                             const std::string& manifest_sha256,
                                             const Progress& progress);
/// REVOKED_KEY if the key that signed an installed version is compromised.
[[nodiscard]] Result<void> check_compromised(const OpenPack& installed, const Trust& trust);

/// As Store::judge, without the lock; the folder's trust alone if there is no store.db yet.
[[nodiscard]] Result<Judge> judge_of(const base::StatePaths& paths, const Trust& folder,
                                     WallTime now);

/// Free bytes that an install must leave on the disk.
inline constexpr uint64_t k_reserve_bytes = 256ull << 20;

} // namespace pufa::pack
