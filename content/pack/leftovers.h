#pragma once
// What power cuts leave in packs/: files that no row names, since a file is there before its row
// and goes after it. Only the holder of the state lock may call these.

#include "content/base/paths.h"

#include <filesystem>
#include <set>
#include <vector>

namespace pufa::pack {

/// packs/<publisher>/<pack>/<name>.pufa, relative to the state folder, in the order of their names.
/// A folder that cannot be read counts as empty.
[[nodiscard]] std::vector<std::filesystem::path> pack_files(const base::StatePaths& paths);

/// Deletes the pack files that are not among `named`, and a database that was not finished; what
/// cannot be deleted is logged and stays. Files of other names are somebody else's and stay.
void sweep_leftovers(const base::StatePaths& paths, const std::set<std::filesystem::path>& named);

/// Folders of publishers and packs that hold nothing.
void remove_empty_folders(const base::StatePaths& paths);

} // namespace pufa::pack
