#include "content/place/hours.h"

#include <algorithm>

namespace pufa::place {

namespace {

constexpr int k_day = 24 * 60;

/// What the last rule says that names one of `days` (one bit) in that month; null: no rule does.
const std::vector<Span>* said_of(const Hours& hours, uint8_t day, int month) {
    const auto month_bit = 1U << static_cast<unsigned>(month - 1);
    for (auto rule = hours.rules.rbegin(); rule != hours.rules.rend(); ++rule)
        if ((rule->days & day) != 0 && (rule->months & month_bit) != 0) return &rule->spans;
    return nullptr;
}

uint8_t bit_of(int weekday) {
    return static_cast<uint8_t>(1U << static_cast<unsigned>(weekday));
}

/// What a weekend day on which offices work is: the first of Monday to Friday with hours, for the
/// calendar does not say which of them it stands for.
const std::vector<Span>* working_day(const Hours& hours, int month) {
    constexpr int k_friday = 4;
    for (int weekday = 0; weekday <= k_friday; ++weekday) {
        const auto* spans = said_of(hours, bit_of(weekday), month);
        if (spans && !spans->empty()) return spans;
    }
    return nullptr;
}

bool covers(const model::Holiday& holiday, const base::Date& date) {
    return holiday.from <= date && date <= holiday.to;
}

} // namespace

int weekday_of(const base::Date& date) {
    return base::to_local(base::start_of(date)).weekday;
}

base::Date days_later(const base::Date& date, int days) {
    return base::to_local(base::start_of(date) + std::chrono::days{days}).date;
}

DaysAround::DaysAround(const base::LocalTime& now, std::span<const model::Holiday> holidays)
    : m_minute(now.hour * 60 + now.minute) {
    constexpr int k_saturday = 5;
    for (int i = 0; i < k_days; ++i) {
        auto& day = m_days[static_cast<size_t>(i)];
        day.date = days_later(now.date, i - 1);
        day.weekday = weekday_of(day.date);
        for (const auto& holiday : holidays) {
            if (!covers(holiday, day.date)) continue;
            if (holiday.closed) {
                if (day.kind == Day::Kind::ordinary) day.kind = Day::Kind::public_holiday;
            } else if (day.weekday >= k_saturday) {
                day.kind = Day::Kind::working_weekend;
            }
        }
    }
}

const std::vector<Span>* DaysAround::spans_of(const Hours& hours, const Day& day) {
    const int month = day.date.month;
    switch (day.kind) {
    case Day::Kind::public_holiday:
        return said_of(hours, HoursRule::k_public_holidays, month);
    case Day::Kind::working_weekend:
        if (const auto* spans = working_day(hours, month)) return spans;
        break;
    case Day::Kind::ordinary:
        break;
    }
    return said_of(hours, bit_of(day.weekday), month);
}

HoursState DaysAround::state(const Hours& hours) const {
    const auto moment = [this](int minute) {
        return Moment{days_later(m_days[1].date, minute / k_day), minute % k_day};
    };
    // Walks the spans by time; `end` is where the opening that holds now ends as far as is known.
    std::optional<int> end;
    for (int i = 0; i < k_days; ++i) {
        const auto* spans = spans_of(hours, m_days[static_cast<size_t>(i)]);
        if (!spans) continue;
        const int midnight = (i - 1) * k_day;
        for (const auto& span : *spans) {
            const int from = midnight + span.from, to = midnight + span.to;
            if (to <= m_minute) continue;
            if (end && from > *end) return {HoursState::Kind::open, moment(*end)};
            if (!end && from > m_minute) return {HoursState::Kind::closed, moment(from)};
            end = std::max(end.value_or(to), to);
        }
    }
    if (!end) return {HoursState::Kind::closed, std::nullopt};
    constexpr int k_horizon = (k_days - 1) * k_day;
    if (*end >= k_horizon) return {HoursState::Kind::open, std::nullopt};
    return {HoursState::Kind::open, moment(*end)};
}

HoursState state_at(const Hours& hours, const std::optional<base::LocalTime>& now,
                    std::span<const model::Holiday> holidays) {
    if (!now) return {};
    return DaysAround{*now, holidays}.state(hours);
}

Week week(const Hours& hours, int month) {
    PUFA_ASSERT(month >= 1 && month <= 12);
    const auto said = [&](uint8_t day) {
        const auto* spans = said_of(hours, day, month);
        return spans ? *spans : std::vector<Span>{};
    };
    Week whole;
    for (int weekday = 0; weekday < 7; ++weekday)
        whole.days[static_cast<size_t>(weekday)] = said(bit_of(weekday));
    whole.public_holidays = said(HoursRule::k_public_holidays);
    return whole;
}

} // namespace pufa::place
