#pragma once
// Time is an argument. Only kiosk/app, kiosk/platform and admin's main read a clock; everything
// else is handed `now`, so that a test can be any day and any minute.

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace pufa::base {

using Micros = std::chrono::microseconds;
/// Never jumps; for intervals, animation and the player.
using SteadyTime = std::chrono::time_point<std::chrono::steady_clock, Micros>;
/// The clock on the wall, UTC; may be wrong on an offline machine.
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

struct Date {
    int year = 1970;
    int month = 1; ///< 1..12
    int day = 1;   ///< 1..31
    auto operator<=>(const Date&) const = default;
};

struct LocalTime {
    Date date;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int weekday = 0; ///< 0 Monday .. 6 Sunday
    bool operator==(const LocalTime&) const = default;
};

/// China keeps one time, UTC+8, without daylight saving.
inline constexpr std::chrono::minutes k_china_offset{480};

[[nodiscard]] LocalTime to_local(WallTime when, std::chrono::minutes offset = k_china_offset);
/// "2026-11-23"
[[nodiscard]] std::string to_string(const Date& date);
/// "2026-11-23T15:20:00Z"
[[nodiscard]] std::string to_iso(WallTime when);
/// Accepts exactly YYYY-MM-DD and refuses days that do not exist.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
/// Accepts 2026-11-23T15:20:00 with Z or +08:00 (no suffix means +08:00), seconds optional.
[[nodiscard]] std::optional<WallTime> parse_iso(std::string_view text);
/// Midnight local time at the start of that day.
[[nodiscard]] WallTime start_of(const Date& date, std::chrono::minutes offset = k_china_offset);
/// Whole days from one date to another; negative when `to` is earlier.
[[nodiscard]] int days_between(const Date& from, const Date& to);

/// Reads the machine's clocks; called by main programs and the platform only.
[[nodiscard]] SteadyTime steady_now();
[[nodiscard]] WallTime wall_now();

} // namespace pufa::base

namespace pufa {
using base::Micros;
using base::SteadyTime;
using base::WallTime;
} // namespace pufa
