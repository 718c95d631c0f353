#pragma once
// What a scrub keeps in store.db. Private to this folder.

#include "content/pack/scrub.h"
#include "content/pack/store_read.h"

#include <sys/types.h>

namespace pufa::pack {

/// Which file a path names: another one if it was replaced.
struct FileIdentity {
    dev_t device = 0;
    ino_t number = 0; ///< 0: none is there
    bool operator==(const FileIdentity&) const = default;
};
[[nodiscard]] FileIdentity identify(const std::filesystem::path& file);

struct MemberRow {
    std::string path;
    uint64_t offset = 0;
    uint64_t size = 0;
    std::string sha256;
    std::string checked; ///< ISO time; empty: never
    bool damaged = false;
};
[[nodiscard]] Result<std::vector<MemberRow>> read_members(db::Database& database,
                                                          const InstalledPack& version);
/// True if items and members are what the pack says.
[[nodiscard]] Result<bool> rows_are_of(db::Database& database, const InstalledPack& version,
                                       const OpenPack& pack);

/// What was found about one version since the last recording.
struct Findings {
    struct Member {
        std::string path;
        bool sound = true;
    };
    std::vector<Member> members;
    std::optional<bool> file_sound;
    bool finished = false; ///< all members were read
    [[nodiscard]] bool empty() const { return members.empty() && !file_sound && !finished; }
};
/// One transaction; nothing if the version is not there any more.
[[nodiscard]] Result<void> record_findings(db::Database& database, const InstalledPack& version,
                                           const Findings& findings, WallTime now);
/// Writes items and members of the version anew.
[[nodiscard]] Result<void> mend_rows(db::Database& database, const InstalledPack& version,
                                     OpenPack& pack, WallTime now);
[[nodiscard]] Result<void> fall_back(db::Database& database, const InstalledPack& from,
                                     const InstalledPack& to, WallTime now);

/// Begins a pass, or takes the one up that did not end; returns when it began.
[[nodiscard]] Result<std::string> begin_pass(db::Database& database, WallTime now);
[[nodiscard]] Result<void> end_pass(db::Database& database, WallTime now);

} // namespace pufa::pack
