#include "content/captions/cue_time.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace pufa::captions {

namespace {

constexpr std::string_view k_spaces = " \t";
constexpr size_t k_hour_digits = 6; // more than a hundred years

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(k_spaces);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(k_spaces) - begin + 1);
}

/// One to `most` digits and nothing else.
std::optional<int> number(std::string_view digits, size_t most) {
    if (digits.empty() || digits.size() > most) return std::nullopt;
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes "01:02.500" or "1:01:02.500" off the front.
std::optional<Micros> take_webvtt_time(std::string_view& rest) {
    const auto take = [&rest](size_t least, size_t most) -> std::optional<int> {
        size_t digits = 0;
        while (digits < rest.size() && is_digit(rest[digits]))
            ++digits;
        if (digits < least) return std::nullopt;
        const auto value = number(rest.substr(0, digits), most);
        rest.remove_prefix(digits);
        return value;
    };
    const auto take_mark = [&rest](char mark) {
        if (!rest.starts_with(mark)) return false;
        rest.remove_prefix(1);
        return true;
    };
    const auto before = rest.size();
    auto first = take(1, k_hour_digits);
    const bool two_digits = before - rest.size() == 2;
    if (!first || !take_mark(':')) return std::nullopt;
    auto second = take(2, 2);
    int hours = 0;
    if (!two_digits || *first > 59 || rest.starts_with(':')) { // they were hours
        hours = *first;
        first = second;
        if (!take_mark(':')) return std::nullopt;
        second = take(2, 2);
    }
    if (!first || !second || !take_mark('.')) return std::nullopt;
    const auto millis = take(3, 3);
    if (!millis || *first > 59 || *second > 59) return std::nullopt;
    return std::chrono::hours{hours} + std::chrono::minutes{*first} +
           std::chrono::seconds{*second} + std::chrono::milliseconds{*millis};
}

/// More digits than three are cut off.
std::optional<int> milliseconds(std::string_view fraction) {
    constexpr size_t k_digits = 3;
    if (!std::all_of(fraction.begin(), fraction.end(), is_digit)) return std::nullopt;
    fraction = fraction.substr(0, k_digits);
    auto value = number(fraction, k_digits);
    for (auto i = fraction.size(); value && i < k_digits; ++i)
        *value *= 10;
    return value;
}

/// What a Chinese input method makes of the marks of a time, as the marks.
std::string ascii_marks(std::string_view line) {
    constexpr std::pair<std::string_view, char> k_wide[] = {{"：", ':'}, {"，", ','}, {"．", '.'}};
    std::string ascii;
    while (!line.empty()) {
        size_t taken = 1;
        char c = line.front();
        for (const auto& [wide, mark] : k_wide) {
            if (!line.starts_with(wide)) continue;
            c = mark;
            taken = wide.size();
        }
        ascii += c;
        line.remove_prefix(taken);
    }
    return ascii;
}

} // namespace

std::optional<Micros> parse_time(std::string_view text) {
    int millis = 0;
    if (const auto point = text.find_first_of(".,"); point != std::string_view::npos) {
        const auto fraction = milliseconds(text.substr(point + 1));
        if (!fraction) return std::nullopt;
        millis = *fraction;
        text = text.substr(0, point);
    }
    std::array<int, 3> parts{}; // hours, minutes, seconds
    size_t count = 0;
    for (bool more = true; more; ++count) {
        const auto colon = text.find(':');
        const bool hours = std::count(text.begin(), text.end(), ':') == 2;
        const auto value = number(text.substr(0, colon), hours ? k_hour_digits : 2);
        if (!value || count == parts.size()) return std::nullopt;
        parts = {parts[1], parts[2], *value};
        more = colon != std::string_view::npos;
        if (more) text.remove_prefix(colon + 1);
    }
    if (count < 2 || parts[1] > 59 || parts[2] > 59) return std::nullopt;
    return std::chrono::hours{parts[0]} + std::chrono::minutes{parts[1]} +
           std::chrono::seconds{parts[2]} + std::chrono::milliseconds{millis};
}

std::optional<Span> parse_span(std::string_view written) {
    const auto ascii = ascii_marks(written);
    const std::string_view line = ascii;
    const auto arrow = line.find(k_arrow);
    if (arrow == std::string_view::npos) return std::nullopt;
    const auto from = parse_time(trimmed(line.substr(0, arrow)));
    auto rest = trimmed(line.substr(arrow + k_arrow.size()));
    const auto to = parse_time(rest.substr(0, rest.find_first_of(k_spaces)));
    if (!from || !to) return std::nullopt;
    return Span{*from, *to};
}

std::optional<Span> parse_webvtt_span(std::string_view line) {
    const auto skip_spaces = [&line] {
        const auto words = line.find_first_not_of(" \t\f");
        line.remove_prefix(words == std::string_view::npos ? line.size() : words);
    };
    skip_spaces();
    const auto from = take_webvtt_time(line);
    skip_spaces();
    if (!from || !line.starts_with(k_arrow)) return std::nullopt;
    line.remove_prefix(k_arrow.size());
    skip_spaces();
    const auto to = take_webvtt_time(line);
    if (!to) return std::nullopt;
    return Span{*from, *to};
}

} // namespace pufa::captions
