#include "content/campaign/programme.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace pufa::campaign {

namespace {

constexpr int k_hour = 60, k_day = 24 * k_hour;

/// "07:00"
std::optional<int> parse_minute(std::string_view text) {
    const auto number = [&](size_t at) -> std::optional<int> {
        int value = 0;
        const auto* end = text.data() + at + 2;
        const auto read = std::from_chars(text.data() + at, end, value);
        if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
        return value;
    };
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hour = number(0), minute = number(3);
    if (!hour || !minute || *hour < 0 || *hour >= 24 || *minute < 0 || *minute >= k_hour)
        return std::nullopt;
    return *hour * k_hour + *minute;
}

/// The questions that a campaign names, itself or by a quiz.
std::vector<model::Question> questions_of(const model::Campaign& campaign,
                                          const Installed& installed) {
    std::set<model::ItemId> named(campaign.items.begin(), campaign.items.end());
    for (const auto& quiz : installed.quizzes) {
        if (std::find(campaign.items.begin(), campaign.items.end(), quiz.id) !=
            campaign.items.end())
            named.insert(quiz.questions.begin(), quiz.questions.end());
    }
    std::vector<model::Question> found;
    for (const auto& question : installed.questions)
        if (named.contains(question.id)) found.push_back(question);
    return found;
}

const model::Question* daily_of(const model::Campaign& campaign, const Installed& installed,
                                base::Date today) {
    const auto own = questions_of(campaign, installed);
    const auto* chosen = daily(own, today);
    if (!chosen) return nullptr;
    const auto same = std::find_if(installed.questions.begin(), installed.questions.end(),
                                   [&](const auto& question) { return question.id == chosen->id; });
    return &*same;
}

} // namespace

bool contains(const DailySpan& span, int minute) {
    if (span.from < span.to) return minute >= span.from && minute < span.to;
    return minute >= span.from || minute < span.to;
}

std::optional<DailySpan> parse_daily_span(std::string_view text) {
    constexpr size_t k_dash = 5;
    if (text.size() != 2 * k_dash + 1 || text[k_dash] != '-') return std::nullopt;
    const auto from = parse_minute(text.substr(0, k_dash));
    const auto to = parse_minute(text.substr(k_dash + 1));
    if (!from || !to) return std::nullopt;
    return DailySpan{*from, *to};
}

bool is_plausible(base::Date today) {
    return today >= k_first_plausible && today < k_first_beyond;
}

Programme programme(const Installed& installed, const base::LocalTime& now, int days_ahead,
                    const std::optional<DailySpan>& night) {
    Programme made;
    if (is_plausible(now.date)) {
        made.campaign = on(installed.campaigns, now.date, days_ahead);
        const int minute = (now.hour * k_hour + now.minute) % k_day;
        made.night = night && contains(*night, minute);
    }
    if (made.campaign.phase == OnToday::Phase::on) {
        made.first = made.campaign.campaign->items;
        made.daily = daily_of(*made.campaign.campaign, installed, now.date);
    }
    if (!made.daily) made.daily = daily(installed.questions, now.date);
    return made;
}

} // namespace pufa::campaign
