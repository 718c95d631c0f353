#pragma once
// Hours as text, every rule with its months, days and times in full.

#include "content/place/hours.h"

#include <fmt/format.h>

#include <string>

namespace pufa::fuzz {

inline std::string hours_text(const place::Hours& hours) {
    constexpr const char* k_days[] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH"};
    constexpr const char* k_months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto list = [](const auto& names, unsigned bits) {
        std::string words;
        for (size_t i = 0; i < std::size(names); ++i)
            if (bits >> i & 1) words += (words.empty() ? "" : ",") + std::string{names[i]};
        return words;
    };
    std::string text;
    for (const auto& rule : hours.rules) {
        text += list(k_months, rule.months) + " " + list(k_days, rule.days) + " ";
        std::string spans;
        const auto add = [&](int from, int to) {
            to -= to > 1440 ? 1440 : 0;
            spans += fmt::format("{}{:02}:{:02}-{:02}:{:02}", spans.empty() ? "" : ",", from / 60,
                                 from % 60, to / 60, to % 60);
        };
        for (const auto& span : rule.spans) {
            // More than a day is two spans that overlap; one alone would end when it begins.
            const bool two = span.to > 1440 && span.to - span.from >= 1440;
            add(span.from, two ? 1440 : span.to);
            if (two) add(1439, span.to);
        }
        text += (spans.empty() ? "off" : spans) + "; ";
    }
    return text;
}

} // namespace pufa::fuzz
