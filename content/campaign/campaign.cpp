#include "content/campaign/campaign.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace pufa::campaign {

namespace {

/// A window in one particular year.
struct Occurrence {
    base::Date from;
    base::Date to;
    base::Date day;
};

/// The day in that year; past the month's end (29 February in common years) the month's last day.
base::Date in_year(int year, model::MonthDay when) {
    const std::chrono::year_month_day_last last{
        std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(when.month)} /
        std::chrono::last};
    return {year, when.month, std::min(when.day, static_cast<int>(unsigned{last.day()}))};
}

bool earlier(model::MonthDay a, model::MonthDay b) {
    return std::tie(a.month, a.day) < std::tie(b.month, b.day);
}

/// The occurrence whose `from` lies in `year`.
Occurrence beginning_in(int year, const model::Campaign& campaign) {
    const bool over_year_end = earlier(campaign.to, campaign.from);
    const bool day_in_new_year = over_year_end && earlier(campaign.day, campaign.from);
    return {in_year(year, campaign.from), in_year(year + (over_year_end ? 1 : 0), campaign.to),
            in_year(year + (day_in_new_year ? 1 : 0), campaign.day)};
}

/// How a campaign competes for today; the smallest wins, and the first of equal ones.
struct Claim {
    int days_to_begin; ///< 0: on
    int window;
    auto operator<=>(const Claim&) const = default;
};

std::optional<Claim> claim(const Occurrence& occurrence, base::Date today, int days_ahead) {
    const int to_begin = base::days_between(today, occurrence.from);
    if (base::days_between(today, occurrence.to) < 0 || to_begin > days_ahead) return std::nullopt;
    return Claim{std::max(to_begin, 0), base::days_between(occurrence.from, occurrence.to)};
}

} // namespace

OnToday on(const std::vector<model::Campaign>& campaigns, base::Date today, int days_ahead) {
    OnToday chosen;
    std::optional<Claim> best;
    for (const auto& campaign : campaigns) {
        // Last year's may still run, next year's may be coming already.
        for (const int year : {today.year - 1, today.year, today.year + 1}) {
            const auto occurrence = beginning_in(year, campaign);
            const auto claimed = claim(occurrence, today, std::max(days_ahead, 0));
            if (!claimed || (best && !(*claimed < *best))) continue;
            best = claimed;
            chosen.phase =
                claimed->days_to_begin == 0 ? OnToday::Phase::on : OnToday::Phase::coming;
            chosen.campaign = &campaign;
            chosen.days_left = std::max(base::days_between(today, occurrence.day), 0);
        }
    }
    return chosen;
}

const model::Question* daily(const std::vector<model::Question>& questions, base::Date today) {
    std::vector<const model::Question*> short_ones;
    for (const auto& question : questions)
        if (question.options.size() == 2) short_ones.push_back(&question);
    if (short_ones.empty()) return nullptr;
    const int count = static_cast<int>(short_ones.size());
    const int turn = base::days_between({1970, 1, 1}, today) % count;
    return short_ones[static_cast<size_t>(turn < 0 ? turn + count : turn)];
}

} // namespace pufa::campaign
