#pragma once
// Until when something may be shown, as authors write it. Private to this folder.

#include "content/base/clock.h"

#include <optional>
#include <string_view>

namespace pufa::author {

/// "2026-12-31", "2026/12/31", "2026年12月31日" and 46387, which is how a workbook keeps that date:
/// through that day in China, so the midnight after it. "2026-12-31T18:00+08:00" and 46387.75: that
/// moment. nullopt for anything else.
[[nodiscard]] std::optional<base::WallTime> end_of_validity(std::string_view words);

} // namespace pufa::author
