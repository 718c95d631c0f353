#pragma once
// When two paths are one file on systems that tell names apart less well than we do (FAT, NTFS,
// APFS). Private to this folder.

#include <string>
#include <string_view>

namespace pufa::pack {

/// Paths that are equal without regard to case and to Unicode's normal forms have the same fold.
/// Never to be shown or opened. What is not UTF-8 folds to itself.
[[nodiscard]] std::string fold_path(std::string_view path);

} // namespace pufa::pack
