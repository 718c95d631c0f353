#pragma once
// law-status.toml: which articles of law have changed, so that items which quote their old words
// are found: here at the build, on every kiosk that has the pack installed.
//
//   id = "changes-2026"        title = "2026年法律变动"                       (both required)
//   [[change]]                 law = "《民法典》"    from = 2027-01-01        (both required)
//   article = "1142"           without: the whole law changes
//   note = "…"                 what staff are told

#include "content/author/draft.h"
#include "content/base/result.h"

#include <filesystem>
#include <optional>

namespace pufa::author {

/// nullopt if the folder has none, or none that can be read, of which the findings tell.
[[nodiscard]] std::optional<model::LawStatus> read_law_status(Draft& draft);

/// A file of its own, outside a folder. NOT_FOUND, errno errors; BAD_SOURCE names the first thing
/// that is wrong in it and its line.
[[nodiscard]] Result<model::LawStatus> read_law_status_file(const std::filesystem::path& file);

} // namespace pufa::author
