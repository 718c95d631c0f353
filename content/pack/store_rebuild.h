#pragma once
// A store.db that cannot be believed any more costs nobody a step: it is set aside and made anew
// from the files in packs/. What they do not carry is taken over from the old one as far as it can
// still be read (store_salvage.h): signed statements of keys, which prove themselves, the floor of
// the clock, the highest version ever seen of each pack, and which one was in use. The history is
// not.

#include "content/base/clock.h"
#include "content/base/paths.h"
#include "content/base/result.h"
#include "content/model/ids.h"
#include "content/pack/state_lock.h"
#include "content/pack/trust.h"

#include <filesystem>
#include <vector>

namespace pufa::pack {

struct Rebuilt {
    std::filesystem::path damaged_database; ///< as set aside; empty: there was none
    int versions = 0;                       ///< taken over from packs/
    /// Files that are no packs this machine may show: they lie in set-aside/ now.
    std::vector<Error> refused;
    /// Packs of which the old database did not say any more which version was in use, or whose file
    /// is not sound: the highest version that is there is shown now.
    struct Guessed {
        model::PackId id;
        int64_t sequence = 0;
    };
    std::vector<Guessed> guessed{};
};

/// True if this is what must be repaired by a rebuild: the error of opening or checking store.db.
[[nodiscard]] bool needs_rebuild(const Error& error, const base::StatePaths& paths);

/// Each file is judged by signature, structure and layout; its members are not read, since
/// gigabytes of films would keep the screen waiting: none counts as checked, so that the next scrub
/// reads all of them. Shown is what was shown before, so far as that is known; else the highest
/// version. Days do not matter, as they do not for what is installed. After a power cut store.db is
/// the old one, or missing, or the new one whole.
[[nodiscard]] Result<Rebuilt> rebuild_store(const base::StatePaths& paths, const StateLock& lock,
                                            const Trust& folder, WallTime clock);

} // namespace pufa::pack
