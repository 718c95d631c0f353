#pragma once
// holidays.toml: the days on which offices are closed though it is no weekend, and the weekend days
// on which they work. Private to this folder.
//
//   [[holiday]] from = 2027-01-01, to = 2027-01-01, title, closed = true      (all required)

#include "content/author/draft.h"

#include <optional>

namespace pufa::author {

/// Its id is "holidays". Nullopt if there is no such file.
[[nodiscard]] std::optional<model::HolidayCalendar> read_holidays(Draft& draft);

} // namespace pufa::author
