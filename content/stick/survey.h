#pragma once
// What on a mounted stick is for this kiosk. Only the root and PUFA/ are looked at, one level below
// them for folders of authors; nothing is opened but folders, no link is followed, and a stick with
// any number of files costs the same.

#include "content/base/result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace pufa::stick {

/// The folder of a stick in which everything may lie; packs and sources may lie in the root too.
inline constexpr const char* k_folder = "PUFA";

/// Paths begin with the folder that was surveyed, and are sorted. Each name is sound UTF-8 without
/// control and bidirectional characters; hidden names ("._x.pufa" of a Mac) are passed over.
struct Survey {
    std::vector<std::filesystem::path> packs;      ///< *.pufa
    std::vector<std::filesystem::path> sources;    ///< folders with a pack.toml
    std::vector<std::filesystem::path> keys;       ///< *.key in PUFA/
    std::vector<std::filesystem::path> statements; ///< X.json with X.json.minisig beside it
    /// What is called like one of these and is none (a link, a pipe, a name that cannot be shown),
    /// and entries that were too many to be looked at.
    uint64_t left_out = 0;
};

struct Bounds {
    size_t entries = 2000;        ///< looked at, of each of the two folders
    uint64_t counted = 1'000'000; ///< of the rest, to say how many; a stick may be without end
};
/// Errno errors of the folder itself, and DISK_ERROR of a stick that goes meanwhile.
[[nodiscard]] Result<Survey> survey(const std::filesystem::path& folder, const Bounds& bounds = {});

struct Room {
    bool writable = false; ///< mounted for writing, and this user may
    uint64_t free_bytes = 0;
};
[[nodiscard]] Result<Room> room_on(const std::filesystem::path& folder);

} // namespace pufa::stick
