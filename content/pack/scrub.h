#pragma once
// Reading all that is installed again, since disks rot: a member whose bytes are no more what was
// signed is marked in store.db, and what needs it leaves the screen; if the version that is kept
// beside it is whole and sound, that takes its place as a whole. Rows of store.db that are not what
// the pack says are written anew.
//
// A pass goes over active versions first, then over those that are kept. It may end anywhere and be
// taken up again: what was read is recorded in steps. Bytes are read without the state lock, which
// is held for moments only; a step that finds it held by another is recorded with a later one.

#include "content/base/clock.h"
#include "content/base/paths.h"
#include "content/base/result.h"
#include "content/model/ids.h"
#include "content/pack/pack.h"
#include "content/pack/store_rebuild.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace pufa::pack {

struct ScrubReport {
    struct Damage {
        model::PackId pack;
        int64_t sequence = 0;
        std::string member; ///< empty: the file itself
        std::string detail;
        std::vector<model::ItemId> items; ///< that need the member and are off the screen
        bool active = false;
    };
    struct FellBack {
        model::PackId pack;
        int64_t from_sequence = 0;
        int64_t sequence = 0;
    };
    int versions = 0;
    int members = 0; ///< read in this run
    uint64_t bytes = 0;
    std::vector<Damage> damages;
    std::vector<FellBack> fell_back;
    std::vector<model::PackId> rows_mended;
    bool complete = false; ///< the pass has come to its end
    std::optional<Rebuilt> rebuilt;
};

/// `enough` is asked between two members; base::cancel_asked() is heeded within them. Neither is an
/// error. Errors: of the database, the lock (LOCKED only if it is held at the beginning).
[[nodiscard]] Result<ScrubReport> scrub(const base::StatePaths& paths, const Trust& folder,
                                        WallTime clock, const std::function<bool()>& enough,
                                        const Progress& progress);

/// When the last whole pass ended; nothing if never.
[[nodiscard]] Result<std::optional<WallTime>> last_scrub(const base::StatePaths& paths);

/// The members that an item cannot be shown without, and those that it only shows if they are
/// there.
struct NeededMembers {
    std::vector<std::string> essential;
    std::vector<std::string> optional;
};
[[nodiscard]] NeededMembers members_of(const model::Item& item);

} // namespace pufa::pack
