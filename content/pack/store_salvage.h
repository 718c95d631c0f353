#pragma once
// What can still be read of a store.db that is damaged: first as SQLite reads it, then row by row
// from the pages that hold together. Private to this folder.

#include "content/base/clock.h"
#include "content/base/paths.h"
#include "content/model/ids.h"
#include "content/pack/statement.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pufa::pack {

/// What the damaged database knew of a pack, whether or not a version of it is installed.
struct SalvagedPack {
    model::PackId id;
    int64_t place = 0; ///< in the order of first installs
    int64_t highest_sequence = 0;
    std::string highest_manifest_sha256; ///< may be empty
    enum class Shown { one, none, unclear } shown = Shown::unclear;
    int64_t active = 0; ///< of Shown::one
};

struct Salvaged {
    std::vector<SealedStatement> statements; ///< in the order in which they came
    std::optional<WallTime> floor;           ///< never after latest_plausible()
    std::vector<SalvagedPack> packs;         ///< in the order of first installs
};

/// Never fails; what cannot be read, or cannot have been written, is not in it. Statements prove
/// themselves. A row may be as it was before a last change that was not finished.
[[nodiscard]] Salvaged salvage(const std::filesystem::path& database);

} // namespace pufa::pack
