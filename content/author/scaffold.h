#pragma once
// A new author's folder, with notes where something has to be filled in. It passes read_folder as
// it is: authors begin from something that works.

#include "content/base/clock.h"
#include "content/base/result.h"
#include "content/model/ids.h"

#include <filesystem>

namespace pufa::author {

/// Makes `folder`. ALREADY_EXISTS if it is there and not empty; errno errors. `now` becomes the
/// pack's `created`.
[[nodiscard]] Result<void> make_folder(const std::filesystem::path& folder, const model::PackId& id,
                                       WallTime now);

} // namespace pufa::author
