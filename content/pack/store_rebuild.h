#pragma once
// A store.db that cannot be believed any more costs nobody a step: it is set aside and made anew
// from the files in packs/, which carry all that it held but the history and the choice of an older
// version. Signed statements of keys and the clock's floor are taken over from the old one if they
// can still be read; they prove themselves.

#include "content/base/clock.h"
#include "content/base/paths.h"
#include "content/base/result.h"
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
};

/// True if this is what must be repaired by a rebuild: the error of opening or checking store.db.
[[nodiscard]] bool needs_rebuild(const Error& error, const base::StatePaths& paths);

/// Each file is judged by signature, structure and layout; its members are the next scrub's. Of
/// each pack the highest version that holds is active. Days do not matter, as they do not for what
/// is installed. After a power cut store.db is the old one, or missing, or the new one whole.
[[nodiscard]] Result<Rebuilt> rebuild_store(const base::StatePaths& paths, const StateLock& lock,
                                            const Trust& folder, WallTime clock);

} // namespace pufa::pack
