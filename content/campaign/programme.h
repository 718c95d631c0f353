#pragma once
// What is on today: the campaign, what home and the attract page show first, today's question, and
// whether it is night. Pure; which day it is, and whether the clock can be believed, is the
// caller's.

#include "content/campaign/campaign.h"

#include <optional>
#include <string_view>
#include <vector>

namespace pufa::campaign {

/// A span of each day in minutes since midnight; it runs over midnight where `to` is not after
/// `from`. `from` belongs to it, `to` does not; equal ones are the whole day.
struct DailySpan {
    int from = 0; ///< 0..1439
    int to = 0;
    bool operator==(const DailySpan&) const = default;
};
[[nodiscard]] bool contains(const DailySpan& span, int minute);
/// "22:00-07:00"; nullopt for anything else.
[[nodiscard]] std::optional<DailySpan> parse_daily_span(std::string_view text);

/// A machine whose battery is empty begins in 1970 or with its firmware; one whose clock was set
/// wrong may say anything. Nothing is known of days before the first or from the last of these on.
inline constexpr base::Date k_first_plausible{2026, 1, 1};
inline constexpr base::Date k_first_beyond{2100, 1, 1};
[[nodiscard]] bool is_plausible(base::Date today);

struct Programme {
    OnToday campaign;
    /// Items of the campaign that is on, in its order: they come before all others.
    std::vector<model::ItemId> first;
    const model::Question* daily = nullptr; ///< into the given vector; null: there is none
    bool night = false;
};

/// What a programme is made from.
struct Installed {
    const std::vector<model::Campaign>& campaigns;
    const std::vector<model::Question>& questions;
    const std::vector<model::Quiz>& quizzes;
};

/// With a clock that is not plausible no campaign is on or coming and it is never night, but what
/// is always right is shown, today's question included. Today's question is one of the campaign's
/// while one is on that has questions for it, else one of all.
[[nodiscard]] Programme programme(const Installed& installed, const base::LocalTime& now,
                                  int days_ahead, const std::optional<DailySpan>& night);

} // namespace pufa::campaign
