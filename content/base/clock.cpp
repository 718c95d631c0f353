#include "content/base/clock.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace pufa::base {

namespace {

using std::chrono::sys_days;

sys_days to_days(const Date& date) {
    return sys_days{std::chrono::year{date.year} /
                    std::chrono::month{static_cast<unsigned>(date.month)} /
                    std::chrono::day{static_cast<unsigned>(date.day)}};
}

/// Takes exactly `digits` digits off the front.
std::optional<int> take_number(std::string_view& text, size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    for (size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Date> take_date(std::string_view& text) {
    const auto year = take_number(text, 4);
    if (!year || !take(text, '-')) return std::nullopt;
    const auto month = take_number(text, 2);
    if (!month || !take(text, '-')) return std::nullopt;
    const auto day = take_number(text, 2);
    if (!day) return std::nullopt;
    const Date date{*year, *month, *day};
    const std::chrono::year_month_day ymd{std::chrono::year{date.year},
                                          std::chrono::month{static_cast<unsigned>(date.month)},
                                          std::chrono::day{static_cast<unsigned>(date.day)}};
    if (!ymd.ok()) return std::nullopt;
    return date;
}

/// "", "Z", "+08:00", "-03:30"
std::optional<std::chrono::minutes> take_offset(std::string_view& text) {
    if (text.empty()) return k_china_offset;
    if (take(text, 'Z')) return std::chrono::minutes{0};
    const bool negative = text.front() == '-';
    if (!negative && text.front() != '+') return std::nullopt;
    text.remove_prefix(1);
    const auto hours = take_number(text, 2);
    if (!hours || *hours > 14 || !take(text, ':')) return std::nullopt;
    const auto minutes = take_number(text, 2);
    if (!minutes || *minutes > 59) return std::nullopt;
    const std::chrono::minutes offset{*hours * 60 + *minutes};
    return negative ? -offset : offset;
}

} // namespace

LocalTime to_local(WallTime when, std::chrono::minutes offset) {
    const auto shifted = when + offset;
    const auto day = std::chrono::floor<std::chrono::days>(shifted);
    const std::chrono::year_month_day ymd{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(shifted - day)};
    LocalTime local;
    local.date = {static_cast<int>(ymd.year()), static_cast<int>(unsigned{ymd.month()}),
                  static_cast<int>(unsigned{ymd.day()})};
    local.hour = static_cast<int>(time.hours().count());
    local.minute = static_cast<int>(time.minutes().count());
    local.second = static_cast<int>(time.seconds().count());
    local.weekday = static_cast<int>(std::chrono::weekday{day}.iso_encoding()) - 1;
    return local;
}

std::string to_string(const Date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string to_iso(WallTime when) {
    const auto utc = to_local(when, std::chrono::minutes{0});
    return fmt::format("{}T{:02}:{:02}:{:02}Z", to_string(utc.date), utc.hour, utc.minute,
                       utc.second);
}

std::optional<Date> parse_date(std::string_view text) {
    const auto date = take_date(text);
    if (!date || !text.empty()) return std::nullopt;
    return date;
}

std::optional<WallTime> parse_iso(std::string_view text) {
    const auto date = take_date(text);
    if (!date || !take(text, 'T')) return std::nullopt;
    const auto hour = take_number(text, 2);
    if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
    const auto minute = take_number(text, 2);
    if (!minute || *minute > 59) return std::nullopt;
    int seconds = 0;
    if (take(text, ':')) {
        const auto second = take_number(text, 2);
        if (!second || *second > 59) return std::nullopt;
        seconds = *second;
    }
    const auto offset = take_offset(text);
    if (!offset || !text.empty()) return std::nullopt;
    return WallTime{to_days(*date)} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{seconds} - *offset;
}

WallTime start_of(const Date& date, std::chrono::minutes offset) {
    return WallTime{to_days(date)} - offset;
}

int days_between(const Date& from, const Date& to) {
    return static_cast<int>((to_days(to) - to_days(from)).count());
}

SteadyTime steady_now() {
    return std::chrono::time_point_cast<Micros>(std::chrono::steady_clock::now());
}

WallTime wall_now() {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now());
}

} // namespace pufa::base
