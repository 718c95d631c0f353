#pragma once
// The installed packs: files packs/<publisher>/<pack>/<sequence>.pufa and one database, store.db.
// Only the holder of the state lock writes; the kiosk reads (rollback journal, so that a reader
// needs no write permission).

#include "content/base/paths.h"
#include "content/db/database.h"
#include "content/pack/pack.h"
#include "content/pack/statement.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pufa::pack {

struct InstalledPack {
    model::PackId id;
    int64_t sequence = 0;
    int64_t highest_sequence = 0; ///< ever seen; an import below it is ROLLBACK
    std::string title;            ///< zh-Hans
    std::string signer;
    uint64_t size = 0;
    std::filesystem::path file;
    bool active = false;
    bool demo = false;
};

/// flock on <state>/lock: LOCKED when another writer holds it. Creates the state folder.
class StateLock {
  public:
    [[nodiscard]] static Result<StateLock> take(const base::StatePaths& paths);

  private:
    explicit StateLock(base::UniqueFd fd)
        : m_fd(std::move(fd)) {}
    base::UniqueFd m_fd;
};

class IncomingFile;

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
    /// Opens or creates store.db and sweeps incoming/; the lock must be held for the whole life.
    [[nodiscard]] static Result<Store> open(const base::StatePaths& paths, const StateLock& lock);

    /// What happened to one offered file.
    enum class Outcome { installed, updated, already_active };
    struct Installed {
        Outcome outcome;
        InstalledPack pack;
    };
    /// Copy to incoming with hashing → fsync → structure and signature again → rename → fsync
    /// folder → one transaction. On any error nothing has changed and incoming/ is clean.
    /// `folder` is the trust folder: the statements and the clock's floor of store.db come to it
    /// here.
    [[nodiscard]] Result<Installed> install(const std::filesystem::path& file, const Trust& folder,
                                            WallTime clock, const Progress& progress);
    [[nodiscard]] Result<std::vector<InstalledPack>> list();

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
    Result<void> activate(const Manifest& manifest);

    base::StatePaths m_paths;
    db::Database m_database;
};

/// store.db for a reader, who needs no lock: nothing if there is none yet. NEWER_DATABASE,
/// DAMAGED_DATABASE. What a power cut left half written is rolled back first.
[[nodiscard]] Result<std::optional<db::Database>>
open_store_for_reading(const base::StatePaths& paths);
/// As Store::list, without the lock.
[[nodiscard]] Result<std::vector<InstalledPack>> list_installed(const base::StatePaths& paths);

/// As Store::judge, without the lock; the folder's trust alone if there is no store.db yet.
[[nodiscard]] Result<Judge> judge_of(const base::StatePaths& paths, const Trust& folder,
                                     WallTime now);

/// Free bytes that an install must leave on the disk.
inline constexpr uint64_t k_reserve_bytes = 256ull << 20;

} // namespace pufa::pack
