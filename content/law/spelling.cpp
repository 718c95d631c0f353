#include "content/law/spelling.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace pufa::law {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// What is written otherwise by other keyboards and printers; empty: nothing.
constexpr std::array k_same{
    Pair{" ", ""},      Pair{"\t", ""},     Pair{"\r", ""},  Pair{"\n", ""},   Pair{"　", ""},
    Pair{"\u00a0", ""}, Pair{"\ufeff", ""}, Pair{"《", ""},  Pair{"》", ""},   Pair{"〈", ""},
    Pair{"〉", ""},     Pair{"(", "（"},    Pair{")", "）"}, Pair{"０", "0"},  Pair{"１", "1"},
    Pair{"２", "2"},    Pair{"３", "3"},    Pair{"４", "4"}, Pair{"５", "5"},  Pair{"６", "6"},
    Pair{"７", "7"},    Pair{"８", "8"},    Pair{"９", "9"}, Pair{"條", "条"},
};
constexpr std::array<std::string_view, 2> k_country{"中华人民共和国", "中華人民共和國"};
constexpr std::array<std::string_view, 3> k_amended{"修正", "修订", "修訂"};

/// Whether something of k_same begins with this byte: most characters are copied without a search.
constexpr std::array<bool, 256> k_may_differ = [] {
    std::array<bool, 256> may{};
    for (const auto& pair : k_same)
        may[static_cast<unsigned char>(pair.first.front())] = true;
    return may;
}();

std::string plain(std::string_view text) {
    std::string made;
    made.reserve(text.size());
    while (!text.empty()) {
        const auto* same = k_same.end();
        if (k_may_differ[static_cast<unsigned char>(text.front())])
            same = std::find_if(k_same.begin(), k_same.end(),
                                [&](const Pair& pair) { return text.starts_with(pair.first); });
        if (same != k_same.end()) {
            made += same->second;
            text.remove_prefix(same->first.size());
        } else {
            made += text.front();
            text.remove_prefix(1);
        }
    }
    return made;
}

bool take(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

/// The value of the first word of `words` that `text` begins with.
template <size_t n>
std::optional<uint32_t>
take_one(std::string_view& text,
         const std::array<std::pair<std::string_view, uint32_t>, n>& words) {
    for (const auto& [word, value] : words)
        if (take(text, word)) return value;
    return std::nullopt;
}

using Worth = std::pair<std::string_view, uint32_t>;
constexpr std::array k_digits{Worth{"零", 0}, Worth{"〇", 0}, Worth{"一", 1}, Worth{"二", 2},
                              Worth{"两", 2}, Worth{"三", 3}, Worth{"四", 4}, Worth{"五", 5},
                              Worth{"六", 6}, Worth{"七", 7}, Worth{"八", 8}, Worth{"九", 9}};
constexpr std::array k_units{Worth{"十", 10}, Worth{"百", 100}, Worth{"千", 1000}};
constexpr uint32_t k_highest = 99'999; // no law has as many articles

/// 一千零五, 十二, 三; each unit smaller than the one before it.
std::optional<uint32_t> take_words(std::string_view& text) {
    uint32_t total = 0, before = 10 * k_units.back().second;
    bool any = false;
    for (;;) {
        const auto digit = take_one(text, k_digits);
        const auto unit = take_one(text, k_units);
        if (!digit && !unit) break;
        if (unit && *unit >= before) return std::nullopt;
        any = true;
        if (!unit) {
            total += *digit;
            if (*digit != 0) break;
            continue; // 零 between a unit and what follows it
        }
        total += *unit * digit.value_or(1);
        before = *unit;
    }
    return any && total > 0 ? std::optional{total} : std::nullopt;
}

std::optional<uint32_t> take_number(std::string_view& text) {
    if (text.empty() || text.front() < '0' || text.front() > '9') return take_words(text);
    uint32_t value = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9' && value <= k_highest) {
        value = value * 10 + static_cast<uint32_t>(text.front() - '0');
        text.remove_prefix(1);
    }
    return value > 0 && value <= k_highest ? std::optional{value} : std::nullopt;
}

} // namespace

std::string law_key(std::string_view law) {
    constexpr std::string_view k_open = "（", k_close = "）";
    auto key = plain(law);
    for (const auto country : k_country)
        if (key.starts_with(country) && key.size() > country.size()) key.erase(0, country.size());
    const auto open = key.rfind(k_open);
    if (open == std::string::npos || open == 0 || !key.ends_with(k_close)) return key;
    const auto note = std::string_view{key}.substr(open);
    if (std::any_of(k_amended.begin(), k_amended.end(),
                    [&](auto word) { return note.find(word) != std::string_view::npos; }))
        key.erase(open);
    return key;
}

std::string article_key(std::string_view article) {
    const auto all = plain(article);
    std::string_view rest = all;
    const bool marked = take(rest, "第");
    const auto number = take_number(rest);
    if (!number) return all;
    // "第五" alone may be a chapter; a bare number is an article.
    if (!take(rest, "条") && (marked || !(rest.empty() || rest.starts_with("之")))) return all;
    auto key = std::to_string(*number);
    if (take(rest, "之")) {
        const auto added = take_number(rest);
        if (!added) return all;
        key += "-" + std::to_string(*added);
    }
    return key;
}

} // namespace pufa::law
