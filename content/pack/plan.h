#pragma once
// What offered files would do to this machine. Nothing is changed, and no lock is taken: another
// program may change the machine between plan and install, which judges anew. Members are not read
// here (they are hashed while they are copied), so a plan of any size takes moments.

#include "content/base/paths.h"
#include "content/pack/pack.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pufa::pack {

struct PlannedItem {
    model::ItemId id;
    model::LocalizedText title;
};

/// A pack that is to be there for this one to be complete.
struct UnmetNeed {
    NeededPack pack;
    std::optional<int64_t> installed; ///< an older version that is there
};

enum class PlannedAction {
    install,        ///< a pack that is not on the screen
    update,         ///< from `from_sequence`
    reactivate,     ///< the version is here and becomes the active one again
    already_active, ///< nothing to do
    refused,
};

struct PlannedFile {
    std::filesystem::path file;
    PlannedAction action = PlannedAction::refused;
    std::optional<Error> refusal;
    // ---- from here on only if the file could be opened ----
    std::optional<Manifest> manifest;
    std::string signer;
    std::string signer_key;
    uint64_t size = 0;
    uint64_t bytes_to_copy = 0;
    std::optional<int64_t> from_sequence; ///< active before this file
    std::vector<PlannedItem> added;
    std::vector<PlannedItem> removed; ///< on the screen now and not in the new version
    std::vector<PlannedItem> changed;
    std::vector<UnmetNeed> unmet; ///< nor among the files of this plan
};

/// A kept version whose removal would make room.
struct Prunable {
    model::PackId id;
    int64_t sequence = 0;
    uint64_t size = 0;
};

struct Plan {
    std::vector<PlannedFile> files; ///< in the order in which they are to be installed
    uint64_t free_before = 0;       ///< bytes
    uint64_t free_after = 0;        ///< when all that are not refused are installed
    uint64_t reserve = 0;           ///< of them are kept free
    uint64_t missing = 0;           ///< bytes that NO_SPACE is short of, over all files
    std::vector<Prunable> prunable; ///< largest first

    [[nodiscard]] bool has_refusals() const;
};

/// Errors are the machine's; what is wrong with a file is its refusal. Files that need each other
/// are put in the order that works, versions of one pack from low to high; else their order stays.
[[nodiscard]] Result<Plan> make_plan(const std::vector<std::filesystem::path>& files,
                                     const base::StatePaths& paths, const Trust& folder,
                                     WallTime clock);

/// The order alone; a file that cannot be opened keeps its place.
[[nodiscard]] std::vector<std::filesystem::path>
order_to_install(const std::vector<std::filesystem::path>& files);

} // namespace pufa::pack
