#include "content/author/validity.h"

#include "content/author/words.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace pufa::author {

namespace {

using Days = std::chrono::duration<double, std::ratio<86'400>>;

/// The day 0 of workbooks.
constexpr std::string_view k_day_zero = "1899-12-30";
constexpr double k_first_day = 36'526, k_last_day = 73'050; // 2000-01-01, 2099-12-31

/// "2026/1/5" and "2026年1月5日" as "2026-01-05"; "" if it is neither.
std::string with_hyphens(std::string_view text) {
    auto plain = fold(text);
    for (const auto* mark : {"年", "月", "/", "."})
        plain = replaced(plain, mark, "-");
    plain = replaced(plain, "日", "");
    int year = 0, month = 0, day = 0;
    const auto* end = plain.data() + plain.size();
    const auto take = [&](const char* from, int& number) {
        const auto read = std::from_chars(from, end, number);
        return read.ec == std::errc{} && number > 0 ? read.ptr : nullptr;
    };
    const auto* at = take(plain.data(), year);
    for (auto* number : {&month, &day}) {
        if (!at || at == end || *at != '-') return {};
        at = take(at + 1, *number);
    }
    return at == end ? fmt::format("{:04}-{:02}-{:02}", year, month, day) : std::string{};
}

/// 46387 is a day, 46387.75 a quarter to its end.
std::optional<base::WallTime> of_workbook(std::string_view text) {
    double days = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, days, std::chars_format::fixed);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    if (!(days >= k_first_day && days < k_last_day + 1)) return std::nullopt;
    const auto zero = base::parse_date(k_day_zero);
    if (!zero) return std::nullopt;
    const bool whole = days == std::trunc(days);
    const auto since = std::chrono::round<std::chrono::seconds>(Days{whole ? days + 1 : days});
    return base::start_of(*zero) + since;
}

} // namespace

std::optional<base::WallTime> end_of_validity(std::string_view words) {
    const auto text = trim(words);
    for (const auto& day : {std::string{text}, with_hyphens(text)}) {
        if (const auto date = base::parse_date(day))
            return base::start_of(*date) + std::chrono::hours{24};
    }
    if (const auto moment = of_workbook(text)) return moment;
    return base::parse_iso(text);
}

} // namespace pufa::author
