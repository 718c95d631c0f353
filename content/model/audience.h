#pragma once
// For whom something is meant: groups of people, by the words of pack files. An item may name
// several, so counts over them do not add up; one that names none is for everybody.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::model {

/// Words of k_audiences, in the author's order. A word of a later program is kept as it is.
using Audience = std::vector<std::string>;

/// Whom legal education turns to: 青少年 and so on. Words are never used again for another group.
inline constexpr std::array<std::string_view, 11> k_audiences{
    "youth",    "elderly",     "women",     "disabled",  "workers", "officials",
    "military", "enterprises", "villagers", "residents", "overseas"};

/// Of one item.
inline constexpr size_t k_most_audiences = 32;

[[nodiscard]] inline bool is_known_audience(std::string_view word) {
    for (const auto known : k_audiences) {
        if (known == word) return true;
    }
    return false;
}

} // namespace pufa::model
