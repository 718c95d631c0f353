#pragma once
// When a place is open: a subset of OpenStreetMap's opening_hours
// (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification). Pure; times are local.
//
//   Mo-Fr 08:30-12:00,14:30-17:30; Sa 09:00-12:00; PH off
//   May-Sep Mo-Su 08:00-20:00; Oct-Apr Mo-Su 09:00-17:00
//   22:00-02:00        24/7        Tu,Th,PH 09:00-12:00        off
//
// Rules are parted by ';', and a later one replaces what earlier ones say of the days that it
// names. A rule that names no day is for every day of the week. Public holidays (PH) are closed
// unless a rule names PH or says 24/7: stricter than OpenStreetMap, so that nobody stands before a
// closed door. A span past midnight belongs to the day on which it begins.

#include "content/base/clock.h"
#include "content/base/result.h"
#include "content/model/places.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace pufa::place {

/// Minutes since the midnight at which the day begins: 0 <= from < 1440, from < to < 2880. So `to`
/// may lie in the next day; 1440 is the midnight that ends the day.
struct Span {
    int from = 0;
    int to = 0;
    bool operator==(const Span&) const = default;
};

struct HoursRule {
    static constexpr uint16_t k_every_month = 0x0FFF;
    static constexpr uint8_t k_every_weekday = 0x7F;
    static constexpr uint8_t k_public_holidays = 0x80;

    uint16_t months = k_every_month; ///< bit 0 January
    uint8_t days = k_every_weekday;  ///< bit 0 Monday .. bit 6 Sunday, bit 7 public holidays
    std::vector<Span> spans;         ///< by time, neither touching nor overlapping; empty: closed
    bool operator==(const HoursRule&) const = default;
};

struct Hours {
    std::vector<HoursRule> rules; ///< not empty; the last that names a day decides
    bool operator==(const Hours&) const = default;
};

/// BAD_SOURCE: `where` is the text; `detail` names the part at fault, the character at which it
/// stands (from 1) and what is wrong with it: "25:00" at 7: there is no such time.
[[nodiscard]] Result<Hours> parse_hours(std::string_view text);

/// A minute of a day.
struct Moment {
    base::Date date;
    int minute = 0; ///< 0..1439; midnight is 0 of the day that begins
    auto operator<=>(const Moment&) const = default;
};

struct HoursState {
    enum class Kind {
        open,
        closed,
        unknown, ///< no hours, or a clock that nobody can believe
    };
    Kind kind = Kind::unknown;
    /// open: when it closes; closed: when it opens next. None: not within `k_days_ahead` days.
    std::optional<Moment> until;
    bool operator==(const HoursState&) const = default;
};

inline constexpr int k_days_ahead = 14;

/// What the days around now count as; made once, asked for many places.
class DaysAround {
  public:
    /// The weekday of `now` follows from its date. A holiday with closed = false makes a weekend
    /// day an ordinary working day, also where another entry says closed.
    DaysAround(const base::LocalTime& now, std::span<const model::Holiday> holidays);

    [[nodiscard]] HoursState state(const Hours& hours) const;

  private:
    struct Day {
        base::Date date;
        int weekday = 0; ///< 0 Monday
        enum class Kind { ordinary, public_holiday, working_weekend } kind = Kind::ordinary;
    };
    static constexpr int k_days = k_days_ahead + 2; ///< from yesterday

    [[nodiscard]] static const std::vector<Span>* spans_of(const Hours& hours, const Day& day);

    std::array<Day, k_days> m_days;
    int m_minute; ///< now, since the midnight at which m_days[1] began
};

/// None as `now`: the clock is not plausible, so the state is unknown.
[[nodiscard]] HoursState state_at(const Hours& hours, const std::optional<base::LocalTime>& now,
                                  std::span<const model::Holiday> holidays);

/// What a table of the week says.
struct Week {
    std::array<std::vector<Span>, 7> days; ///< from Monday; empty: closed
    std::vector<Span> public_holidays;     ///< empty: closed
    bool operator==(const Week&) const = default;
};

/// `month`: 1..12, for places whose hours change with the season.
[[nodiscard]] Week week(const Hours& hours, int month);

/// The weekday of a date: 0 Monday .. 6 Sunday.
[[nodiscard]] int weekday_of(const base::Date& date);
/// The date `days` later, or earlier if negative.
[[nodiscard]] base::Date days_later(const base::Date& date, int days);

} // namespace pufa::place
