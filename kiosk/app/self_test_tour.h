#pragma once
// The way of the self-test through every screen.

#include "kiosk/app/self_test_rows.h"
#include "kiosk/app/self_test_visitor.h"

#include <vector>

namespace pufa::app {

/// Walks home → daily question → film → shelf → another film → quiz → result → help → home, judging
/// what is seen and heard on the way. Returns what the touches must have recorded. `today` is the
/// kiosk's date, which decides the daily question.
[[nodiscard]] std::vector<judge::ExpectedRow> walk_tour(Visitor& visitor, base::Date today);

} // namespace pufa::app
