#pragma once
// Lists of names: each must be known, none twice. Private to this folder.

#include "content/author/finding.h"

#include <set>
#include <string>
#include <vector>

namespace pufa::author {

/// The most facts, things to bring, languages or disputes of one item (pack-format.md).
inline constexpr size_t k_most_listed = 50;

/// What `known`, a map, has for each of `words`. LISTED_TWICE, LIST_TOO_LONG, and FINDER_UNKNOWN,
/// which says that finder.toml has no [[table]] of that id.
template <class Known>
[[nodiscard]] std::vector<typename Known::mapped_type>
look_up_all(const Known& known, const std::vector<std::string>& words, const std::string& table,
            const Place& place, Findings& findings) {
    std::vector<typename Known::mapped_type> result;
    std::set<std::string> seen;
    if (words.size() > k_most_listed)
        findings.push_back({Fault::LIST_TOO_LONG, place, table, std::to_string(k_most_listed)});
    for (const auto& word : words) {
        const auto found = known.find(word);
        if (found == known.end())
            findings.push_back({Fault::FINDER_UNKNOWN, place, word, table});
        else if (!seen.insert(word).second)
            findings.push_back({Fault::LISTED_TWICE, place, word, {}});
        else
            result.push_back(found->second);
    }
    return result;
}

} // namespace pufa::author
