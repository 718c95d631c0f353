#include "content/model/spoken.h"

#include <algorithm>
#include <utility>

namespace pufa::model {

namespace {

/// Taishanese and Teochew have no code of their own in ISO 639-3.
constexpr std::pair<std::string_view, Spoken> k_whole[] = {{"yue-x-taishan", Spoken::taishanese},
                                                           {"nan-x-teochew", Spoken::teochew}};

constexpr std::pair<std::string_view, Spoken> k_first[] = {
    {"cmn", Spoken::mandarin}, {"zh", Spoken::mandarin},   {"zho", Spoken::mandarin},
    {"chi", Spoken::mandarin}, {"yue", Spoken::cantonese}, {"en", Spoken::english},
    {"eng", Spoken::english},  {"hak", Spoken::hakka},     {"nan", Spoken::minnan},
};

constexpr std::pair<Spoken, std::string_view> k_tags[] = {
    {Spoken::unknown, "und"},   {Spoken::mandarin, "cmn"},
    {Spoken::cantonese, "yue"}, {Spoken::taishanese, "yue-x-taishan"},
    {Spoken::hakka, "hak"},     {Spoken::teochew, "nan-x-teochew"},
    {Spoken::minnan, "nan"},    {Spoken::english, "en"}};

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string lower(std::string_view tag) {
    std::string folded{tag};
    for (char& c : folded) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '_') c = '-';
    }
    return folded;
}

template <class Table>
Spoken look_up(const Table& table, std::string_view tag) {
    const auto* found = std::find_if(std::begin(table), std::end(table),
                                     [&](const auto& one) { return one.first == tag; });
    return found == std::end(table) ? Spoken::other : found->second;
}

} // namespace

Spoken spoken_of(std::string_view tag) {
    const auto folded = lower(tag);
    const std::string_view whole = folded;
    const auto first = whole.substr(0, whole.find('-'));
    if (!is_language_tag(whole) || first == "und" || first == "mul" || first == "zxx")
        return Spoken::unknown;
    if (const auto spoken = look_up(k_whole, whole); spoken != Spoken::other) return spoken;
    const auto spoken = look_up(k_first, first);
    if (spoken != Spoken::mandarin || first.size() == whole.size()) return spoken;
    // "zh-yue": the language proper stands behind that of the script.
    const auto rest = whole.substr(first.size() + 1);
    const auto second = look_up(k_first, rest.substr(0, rest.find('-')));
    return second == Spoken::other || second == Spoken::english ? spoken : second;
}

std::string spoken_tag(std::string_view tag) {
    const auto spoken = spoken_of(tag);
    for (const auto& [known, written] : k_tags)
        if (known == spoken) return std::string{written};
    return lower(tag);
}

bool is_language_tag(std::string_view tag) {
    constexpr size_t k_longest_part = 8;
    size_t part = 0;
    for (const char c : tag) {
        if (c == '-' ? part == 0 : !is_letter_or_digit(c)) return false;
        part = c == '-' ? 0 : part + 1;
        if (part > k_longest_part) return false;
    }
    return part > 0;
}

} // namespace pufa::model
