#pragma once
// The legal-education calendar: what is on today, what comes next, today's question. Pure; which
// day it is (and so when midnight falls) is the caller's.

#include "content/base/clock.h"
#include "content/model/items.h"

#include <vector>

namespace pufa::campaign {

struct OnToday {
    enum class Phase {
        none,   ///< nothing on, nothing coming
        on,     ///< today lies in from..to
        coming, ///< `from` lies 1 to days_ahead days ahead
    };
    Phase phase = Phase::none;
    const model::Campaign* campaign = nullptr; ///< into the given vector; null for none
    int days_left = 0; ///< to the campaign's `day`; 0 on the day itself and after it
};

/// The campaign that is on; else the one that begins soonest within `days_ahead` days. Of several
/// the one with the shortest window is taken, then the first of the vector. Windows may run over
/// the end of the year; 29 February falls on the 28th in common years.
[[nodiscard]] OnToday on(const std::vector<model::Campaign>& campaigns, base::Date today,
                         int days_ahead);

/// Today's question: the questions with exactly two options take turns, one a day, in their order.
/// Null if there is none.
[[nodiscard]] const model::Question* daily(const std::vector<model::Question>& questions,
                                           base::Date today);

} // namespace pufa::campaign
